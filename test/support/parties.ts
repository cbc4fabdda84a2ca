/** Parties to watch: a clock that is wound by hand, three people, and what each of them heard. */
import type { AttemptOutcome } from '#server/ports/door.ts';
import type { JoinedRun } from '#server/rooms/joined-run.ts';
import { Parties } from '#server/rooms/parties.ts';
import type { Party, PartyCourse } from '#server/rooms/party.ts';
import { Seat } from '#server/rooms/seat.ts';
import { toBase64 } from '#shared/base/hash.ts';
import { parseAddress, parseChallengeId } from '#shared/base/ids.ts';
import { atRest } from '#shared/physics/steer.ts';
import type { PartyNews, PlayedNews } from '#shared/protocol/messages.ts';

/** A course for two. */
export const PAIR: PartyCourse = {
  challenge: parseChallengeId('a'.repeat(64)),
  title: 'Pair',
  starts: 2,
  maxTicks: 600,
};
/** A course for four. */
export const FOUR: PartyCourse = { ...PAIR, challenge: parseChallengeId('b'.repeat(64)), starts: 4 };
/** From the last one's coming to the first tick. */
export const COUNTDOWN_MS = 3_000;

/** The code with which something is refused; `none` where it is not. */
export function code(act: () => void): string {
  try {
    act();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return 'none';
}

/** Ticks as they are sent. */
export const bytes = (...ticks: number[]) => toBase64(Uint8Array.from(ticks));

/** Parties with a clock, ears and a judge of their own. */
export function openParties(
  judge: (party: Party, run: JoinedRun) => Promise<AttemptOutcome> = () => Promise.reject(new Error()),
) {
  const heard = new Map<string, PartyNews[]>();
  const played = new Map<string, PlayedNews[]>();
  const waits: string[] = [];
  let nowMs = 1_000;
  const parties = new Parties({
    stopwatch: () => nowMs,
    tellParty: (seat, news) => heard.set(seat.session, [...(heard.get(seat.session) ?? []), news]),
    tellPlayed: (seat, news) => played.set(seat.session, [...(played.get(seat.session) ?? []), news]),
    judge,
    waits: (seat) => waits.push(seat.session),
    changed: () => undefined,
  });
  const sit = (name: string, digit: string) => {
    const person = { kind: 'person', address: parseAddress(`0x${digit.repeat(40)}`), name, host: false } as const;
    return new Seat(name, person, { ...atRest(), x: 0, y: 0, z: 0, yaw: 0 });
  };
  return {
    parties,
    waits,
    played,
    ada: sit('Ada', '1'),
    bo: sit('Bo', '2'),
    cleo: sit('Cleo', '3'),
    last: ({ session }: Seat) => heard.get(session)?.at(-1),
    pass: (ms: number) => {
      nowMs += ms;
      parties.tick();
    },
  };
}
