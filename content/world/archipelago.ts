/** The islands as plain shapes: where land rises from the sea, where it is kept level, where water keeps them apart. */
import { AVENUES, FRONTIER, GARDENS, GATE_SPOTS, PLAZA_RADIUS, WORKSHOPS } from './island.ts';

/** What an island is like: it decides what grows there and how its ground is tinted. */
export type Character = 'plaza' | 'gardens' | 'workshops' | 'frontier' | 'wild';

/** An island's body: an ellipse along X and Z in metres; the shore runs at about five sixths of it. */
export type Isle = {
  readonly character: Character;
  readonly x: number;
  readonly z: number;
  readonly halfX: number;
  readonly halfZ: number;
};

/** Every island; the plaza's has a grove in the south, the wild ones around the lagoon and in the west are no one's. */
export const ISLES: readonly Isle[] = [
  { character: 'plaza', x: 0, z: -1, halfX: 28, halfZ: 35 },
  { character: 'plaza', x: 0, z: 29, halfX: 42, halfZ: 24 },
  { character: 'gardens', x: 54, z: 0, halfX: 30, halfZ: 32 },
  { character: 'gardens', x: -54, z: 0, halfX: 30, halfZ: 32 },
  { character: 'workshops', x: WORKSHOPS.x, z: WORKSHOPS.z, halfX: 33, halfZ: 32 },
  { character: 'frontier', x: FRONTIER.x, z: FRONTIER.z, halfX: 54, halfZ: 51 },
  { character: 'wild', x: -52, z: -66, halfX: 36, halfZ: 36 },
  { character: 'wild', x: 55, z: -64, halfX: 36, halfZ: 34 },
  { character: 'wild', x: -14, z: -106, halfX: 30, halfZ: 19 },
  { character: 'wild', x: -84, z: 64, halfX: 36, halfZ: 38 },
  { character: 'wild', x: 48, z: -108, halfX: 17, halfZ: 14 },
];

/** Round hills: centre, radius and height in metres. */
export const HILLS: readonly (readonly [x: number, z: number, radius: number, height: number])[] = [
  [-22, 32, 15, 5],
  [24, 34, 15, 4.5],
  [-78, -4, 20, 5],
  [78, 6, 18, 5],
  [60, 20, 12, 3],
  [94, 48, 20, 7],
  [82, 86, 18, 5],
  [-30, 140, 26, 11],
  [8, 150, 26, 10],
  [38, 132, 22, 9],
  [-42, 98, 16, 6],
  [44, 112, 14, 5],
  [-66, -58, 30, 9],
  [66, -56, 28, 8],
  [-48, -82, 20, 5],
  [-12, -108, 24, 8],
  [48, -108, 18, 4],
  [-83, 64, 33, 15],
  [-72, 84, 18, 4],
];

/** Water that is kept open: a line and how far to each side of it the bed lies deep, metres. */
export const CHANNELS: readonly {
  readonly from: readonly [x: number, z: number];
  readonly to: readonly [x: number, z: number];
  readonly half: number;
}[] = [
  { from: [26, -40], to: [26, 8], half: 2.6 },
  { from: [26, 8], to: [37, 26], half: 2.6 },
  { from: [-26, -40], to: [-26, 8], half: 2.6 },
  { from: [-26, 8], to: [-54, 36], half: 2.4 },
  { from: [-44, 56], to: [50, 56], half: 3.2 },
  { from: [37, 26], to: [48, 44], half: 3 },
  { from: [48, 44], to: [38, 58], half: 3 },
  { from: [40, 41], to: [84, 20], half: 2.6 },
  { from: [36, 60], to: [58, 100], half: 3.4 },
  { from: [-34, -36], to: [-90, -34], half: 3 },
  { from: [34, -36], to: [90, -34], half: 3 },
];

/** Round ground that is kept level at the height of the plaza. */
export const LEVEL_ROUNDS: readonly { readonly x: number; readonly z: number; readonly radius: number }[] = [
  { x: 0, z: 0, radius: PLAZA_RADIUS + 2.5 },
  ...GARDENS,
  FRONTIER,
  WORKSHOPS,
  // The ring on the frontier lies within its round.
  ...[...GATE_SPOTS.slice(0, 8), ...GATE_SPOTS.slice(16)].map(({ x, z }) => ({ x, z, radius: 4.4 })),
];

/** How far to each side of an avenue the ground is level, metres. */
const VERGE = 1.6;

/** Distance in metres from (x, z) to the nearest ground that is kept level; 0 or less on it. */
export function pavedDistance(x: number, z: number): number {
  let away = Number.POSITIVE_INFINITY;
  for (const round of LEVEL_ROUNDS) away = Math.min(away, distance(x - round.x, z - round.z) - round.radius);
  return Math.min(away, avenueDistance(x, z) - VERGE);
}

/** Distance in metres from (x, z) to the middle line of the nearest avenue, less its half width; 0 or less on paving. */
export function avenueDistance(x: number, z: number): number {
  let away = Number.POSITIVE_INFINITY;
  for (const way of AVENUES) away = Math.min(away, segmentDistance(x, z, way.from, way.to) - way.half);
  return away;
}

/** How far out (x, z) lies on the island that it is most inside of: 0 in its middle, 1 on its ellipse; and which. */
export function isleAt(x: number, z: number): { readonly isle: Isle | null; readonly out: number } {
  let isle: Isle | null = null;
  let square = Number.POSITIVE_INFINITY;
  for (const one of ISLES) {
    const dx = (x - one.x) / one.halfX;
    const dz = (z - one.z) / one.halfZ;
    const here = dx * dx + dz * dz;
    if (here >= square) continue;
    square = here;
    isle = one;
  }
  return { isle, out: Math.sqrt(square) };
}

/** Distance in metres from (x, z) to the nearest channel's deep bed; 0 or less over it. */
export function channelDistance(x: number, z: number): number {
  let away = Number.POSITIVE_INFINITY;
  for (const channel of CHANNELS) away = Math.min(away, segmentDistance(x, z, channel.from, channel.to) - channel.half);
  return away;
}

/** Distance in metres from (x, z) to the straight line between two places. */
export function segmentDistance(
  x: number,
  z: number,
  a: readonly [x: number, z: number],
  b: readonly [x: number, z: number],
): number {
  const ux = b[0] - a[0];
  const uz = b[1] - a[1];
  const along = ((x - a[0]) * ux + (z - a[1]) * uz) / (ux * ux + uz * uz);
  const t = Math.min(1, Math.max(0, along));
  return distance(x - a[0] - ux * t, z - a[1] - uz * t);
}

function distance(dx: number, dz: number): number {
  return Math.sqrt(dx * dx + dz * dz);
}
