/** Which gate a newcomer is led to, and which one they may look at after that. */
import { isFirstTry } from '#content/world/first-try.ts';
import { GATE_SPOTS, type Spot } from '#content/world/island.ts';
import type { Point } from '#content/world/ways.ts';
import { beside } from '#content/world/workshops.ts';
import { GATE_SPOTS_FACT, readGateSpots } from '#server/ports/presence.ts';
import { abilityOf, difficultiesOf } from '#server/ports/ratings.ts';
import type { StoreReads } from '#server/ports/store-reads.ts';
import type { Address } from '#shared/base/ids.ts';
import { type Challenge, type ChallengeState, PRACTICE_STATES, solvedShare } from '#shared/records/challenge.ts';
import { chanceOf } from '#shared/records/rating.ts';

type Reads = Pick<StoreReads, 'challenges' | 'fact' | 'rating'>;

/** A gate that somebody can be shown. */
export interface ShownGate {
  readonly challenge: string;
  readonly title: string;
  /** Where one stands to show it without standing in the way, and how one looks there. */
  readonly at: Point;
  readonly yaw: number;
}

/** More gates than this stand nowhere. */
const MOST = 256;
/** Where one stands to show a gate, m to its side and before it. */
const ASIDE = 2.2;
const BEFORE = 3;

/** A course for one that machines do too, where this person's chance is best; null when there is none. */
export async function firstGate(account: Address, store: Reads): Promise<ShownGate | null> {
  const courses: Candidate[] = [];
  for (const one of await candidates(PRACTICE_STATES, account, store))
    if (await isFirstTry(one.challenge.file)) courses.push(one);
  return best(courses);
}

/** Of what nobody has done yet, the gate where this person's chance is best; null when there is none. */
export async function gateAfter(account: Address, store: Reads): Promise<ShownGate | null> {
  return best(await candidates(['frontier'], account, store));
}

interface Candidate {
  readonly challenge: Challenge;
  readonly spot: Spot;
  /** Chances of this person, and share of the machines' tries that did it; each 0 … 1. */
  readonly chance: number;
  readonly machineShare: number;
}

async function candidates(
  states: readonly ChallengeState[],
  account: Address,
  store: Reads,
): Promise<readonly Candidate[]> {
  const spots = readGateSpots(await store.fact(GATE_SPOTS_FACT));
  const able = await abilityOf(account, store);
  const found: Candidate[] = [];
  for (const challenge of await store.challenges({ states, limit: MOST })) {
    const spot = GATE_SPOTS[spots.get(challenge.id) ?? -1];
    if (spot === undefined || challenge.creator === account) continue;
    const chance = chanceOf(able, (await difficultiesOf(challenge.id, store)).people);
    found.push({ challenge, spot, chance, machineShare: solvedShare(challenge.machine) });
  }
  return found;
}

/** Chances are compared in steps of this size. */
const ALIKE = 0.1;

/** Of chances alike, what more machines did comes first, then what is nearer to where people come in. */
function best(all: readonly Candidate[]): ShownGate | null {
  const [first] = [...all].sort(
    (a, b) =>
      Math.round(b.chance / ALIKE) - Math.round(a.chance / ALIKE) ||
      b.machineShare - a.machineShare ||
      Math.hypot(a.spot.x, a.spot.z) - Math.hypot(b.spot.x, b.spot.z) ||
      (a.challenge.id < b.challenge.id ? -1 : 1),
  );
  if (first === undefined) return null;
  const { challenge, spot } = first;
  const { x, z } = beside(spot, ASIDE, -BEFORE);
  return { challenge: challenge.id, title: challenge.title, at: { x, z }, yaw: yawTo({ x, z }, spot) };
}

/** How one at `from` looks to see `to`. */
export function yawTo(from: Point, to: Point): number {
  return Math.atan2(from.x - to.x, from.z - to.z);
}
