/** What stands on the frontier's island beside its gates: a landmark for each family of the catalogue, and bare rock. */
import { FAMILIES } from '#content/catalog.ts';
import { cos, sin, TAU } from '#shared/maths/deterministic.ts';
import { FRONTIER, type Spot } from './island.ts';
import { hash2 } from './noise.ts';

/** The families that have a landmark, in the catalogue's order: all of them. */
export const LANDMARK_FAMILIES: readonly string[] = Object.keys(FAMILIES);

/** A landmark's plinth, metres. */
export const PLINTH = { radius: 2.1, height: 1.05 } as const;
/** How far from the frontier's middle landmarks stand, m. */
const RING = 30.5;

/** Where landmarks stand, one a family: a ring behind the gates, facing the middle; nobody has the bridge's place. */
export const LANDMARK_SPOTS: readonly Spot[] = LANDMARK_FAMILIES.map((_, index) => {
  const turn = ((index + 0.5) / LANDMARK_FAMILIES.length) * TAU;
  return { x: FRONTIER.x + RING * sin(turn), z: FRONTIER.z - RING * cos(turn), yaw: Math.PI - turn };
});

/** A pillar of bare rock: place, radius at its foot and height over the land, m. */
export type Spire = { readonly x: number; readonly z: number; readonly radius: number; readonly height: number };

const SPIRE_COUNT = 26;

/** Rock that stands along the island's far rim, higher towards the open sea. */
export const SPIRES: readonly Spire[] = Array.from({ length: SPIRE_COUNT }, (_, k) => {
  const unit = (seed: number) => hash2(k, seed, 57) / 4294967296;
  // From 100° over the south to 260°: the side of the bridges stays open.
  const turn = TAU * (0.28 + (0.44 * (k + 0.2 + 0.6 * unit(1))) / SPIRE_COUNT);
  const far = 37.5 + 4.5 * unit(2);
  const south = 0.5 - 0.5 * cos(turn);
  return {
    x: FRONTIER.x + far * sin(turn),
    z: FRONTIER.z - far * cos(turn),
    radius: 0.8 + 1.1 * unit(3) * south,
    height: 1.6 + (2 + 6 * unit(4) * unit(5)) * south,
  };
});
