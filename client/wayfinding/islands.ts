/** The islands that have names, with the middle of each, metres. */
import { FRONTIER, GARDENS, WORKSHOPS } from '#content/world/island.ts';

/** Those one walks to over bridges. */
export const ISLAND_NAMES = ['plaza', 'east-garden', 'west-garden', 'workshops', 'frontier'] as const;
export type IslandName = (typeof ISLAND_NAMES)[number];

/** Where an island is, and how far from there one has certainly arrived on it. */
export interface NamedIsland {
  readonly name: IslandName;
  readonly x: number;
  readonly z: number;
  readonly radius: number;
}

const [EAST, WEST] = GARDENS;

/** Every named island. */
export const NAMED_ISLANDS: readonly NamedIsland[] = [
  { name: 'plaza', x: 0, z: 9, radius: 15 },
  { name: 'east-garden', x: EAST?.x ?? 0, z: EAST?.z ?? 0, radius: 14 },
  { name: 'west-garden', x: WEST?.x ?? 0, z: WEST?.z ?? 0, radius: 14 },
  { name: 'workshops', x: WORKSHOPS.x, z: WORKSHOPS.z, radius: 20 },
  { name: 'frontier', x: FRONTIER.x, z: FRONTIER.z, radius: 34 },
];

/** The island on whose level ground (x, z) lies, or null. */
export function islandAt(x: number, z: number): IslandName | null {
  return NAMED_ISLANDS.find((island) => Math.hypot(x - island.x, z - island.z) < island.radius)?.name ?? null;
}
