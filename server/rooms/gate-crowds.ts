/** What gates say of the people at them: how many are inside, and who waits for others. */
import type { WorldState } from '#shared/protocol/world-state.ts';
import { namesInLine } from '#shared/records/attempt.ts';
import type { Party } from './party.ts';
import type { Seat } from './seat.ts';

/** Writes it to every gate. @param gathering parties that wait for others: of several at a gate the first, which a newcomer joins */
export function showCrowds(seats: Iterable<Seat>, gathering: readonly Party[], { gates }: WorldState): void {
  const playing = new Map<string, number>();
  for (const { challenge } of seats) if (challenge !== null) playing.set(challenge, (playing.get(challenge) ?? 0) + 1);
  const waiting = new Map([...gathering].reverse().map((party) => [String(party.course.challenge), party]));
  for (const [id, gate] of gates) {
    const party = waiting.get(id);
    gate.playing = playing.get(id) ?? 0;
    gate.waiting = party === undefined ? '' : namesInLine(party.members.map(({ person }) => person));
    gate.wanted = party?.wanted ?? 0;
  }
}
