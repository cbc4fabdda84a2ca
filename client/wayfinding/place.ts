/** A place one can look for: on the compass, on the map, at the end of a way. */
import { ISLAND_RADIUS } from '#content/world/island.ts';
import type { Point } from '#content/world/ways.ts';

/** What kinds of places there are, in the order in which the map offers them. */
export const PLACE_KINDS = [
  'gate',
  'landmark',
  'atelier',
  'garden',
  'island',
  'automaton',
  'person',
  'waypoint',
] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** What the gate of a place holds. */
export type GateState = 'frontier' | 'solved' | 'training';

/** One place, metres. */
export interface Place {
  /** The same for the same thing as long as the visit lasts. */
  readonly id: string;
  readonly kind: PlaceKind;
  readonly name: string;
  /** What it is, in words. */
  readonly about: string;
  readonly x: number;
  readonly z: number;
  /** Where one stands in front of it; null where one goes to the place itself. */
  readonly before: Point | null;
  /** True where one goes on from before it into it. */
  readonly enter: boolean;
  readonly state: GateState | null;
  /** The challenge behind a gate, and the number that the gate has on the map. */
  readonly challenge: string | null;
  readonly number: number | null;
}

/** Nobody swims out farther than the edge of the world; a goal this far out is still reached, m. */
const FARTHEST = ISLAND_RADIUS - 0.5;

/** A place on bare ground or at sea that somebody chose; beyond the edge of the world, the nearest one that is not. */
export function waypoint({ x, z }: Point, name: string, about: string): Place {
  const share = Math.min(1, FARTHEST / Math.hypot(x, z));
  return { ...SPOT, id: 'waypoint', kind: 'waypoint', name, about, x: x * share, z: z * share };
}

/** What a place without a front is. */
export const SPOT = { before: null, enter: false, state: null, challenge: null, number: null } as const;

/** The last points of a way to a place. */
export function endsAt({ x, z, before, enter }: Pick<Place, 'x' | 'z' | 'before' | 'enter'>): readonly Point[] {
  if (before === null) return [{ x, z }];
  return enter ? [before, { x, z }] : [before];
}

/** Metres over the ground. */
export function metresTo(from: Point, to: Point): number {
  return Math.hypot(to.x - from.x, to.z - from.z);
}
