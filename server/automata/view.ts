/** What an automaton sees when it decides: a snapshot of the world as data. */
import { FRAME_SPOTS, PEDESTAL_SPOTS } from '#content/world/island.ts';
import { heldFirst } from '#server/ports/held-first.ts';
import type { Store } from '#server/ports/store.ts';
import type { Automaton } from '#shared/records/automaton.ts';
import { CHALLENGE_STATES } from '#shared/records/challenge.ts';
import type { View } from '#shared/records/view.ts';

/** As many as one automaton can keep in mind. */
const CHALLENGES = 64;
const WORKS = 256;
const RECORDS = 1_000_000;

/** The world through the eyes of `self`, on its turn number `turn`. */
export async function viewOf(self: Automaton, turn: number, cpuSecondsLeft: number, store: Store): Promise<View> {
  const challenges = await heldFirst(CHALLENGE_STATES, CHALLENGES, store);
  const works = await store.works({ limit: WORKS });
  const records = new Map<string, number>();
  for (const { id } of challenges) {
    const best = (await store.records({ challenge: id, limit: RECORDS })).at(-1);
    if (best !== undefined) records.set(id, Number(best.value));
  }
  const placed = (spot: 'pedestal' | 'frame') =>
    works.filter((work) => !work.hidden && work.placement?.spot === spot).length;
  return {
    self: { id: self.id, name: self.name, personality: self.personality },
    turn,
    cpuSecondsLeft: Math.max(0, cpuSecondsLeft),
    works: works.map(({ id, generator, genome, maker, placement }) => ({
      id,
      generator,
      genome,
      mine: maker === self.account,
      placed: placement !== null,
    })),
    challenges: challenges.map(({ id, file, state, creator, machine }) => ({
      id,
      file,
      state,
      mine: creator === self.account,
      machineRuns: machine.length,
      machineSolved: machine.some(({ solved }) => solved),
      record: records.get(id) ?? null,
    })),
    freeSpots: {
      pedestal: Math.max(0, PEDESTAL_SPOTS.length - placed('pedestal')),
      frame: Math.max(0, FRAME_SPOTS.length - placed('frame')),
    },
  };
}
