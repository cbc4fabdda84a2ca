/** The bridges between the islands: arched decks that carry feet, and the rails that keep them on. */
import { PLAZA_HEIGHT } from './island.ts';

/** A straight bridge from `from` to `to`, `half` metres to each side, `rise` metres higher in the middle than at its feet. */
export type Bridge = {
  readonly from: readonly [x: number, z: number];
  readonly to: readonly [x: number, z: number];
  readonly half: number;
  readonly rise: number;
};

/** Every bridge; each begins and ends on level ground. */
export const BRIDGES: readonly Bridge[] = [
  { from: [17, 0], to: [35, 0], half: 1.8, rise: 1.1 },
  { from: [-17, 0], to: [-35, 0], half: 1.8, rise: 1.1 },
  { from: [0, 45], to: [0, 67], half: 2.3, rise: 1.5 },
  { from: [50, 24], to: [60, 39], half: 1.6, rise: 1.1 },
  { from: [55.2, 74], to: [35.5, 85.4], half: 1.6, rise: 1.4 },
];

/** Thickness of a deck in metres. */
export const DECK_THICK = 0.34;
/** Height of a rail over the deck, its half thickness, and the length of one straight piece, m. */
export const RAIL = { height: 0.92, half: 0.09, piece: 2 } as const;

/** Height of a bridge's deck at the share `t` (0…1) of its length, m: a parabola. */
export function deckHeight(bridge: Bridge, t: number): number {
  return PLAZA_HEIGHT + bridge.rise * 4 * t * (1 - t);
}

/** Length of a bridge in metres. */
export function bridgeLength({ from, to }: Bridge): number {
  const dx = to[0] - from[0];
  const dz = to[1] - from[1];
  return Math.sqrt(dx * dx + dz * dz);
}

/**
 * Height of the deck over (x, z) in metres, or −∞ where there is none.
 * @param grip how far beyond the deck's edges still counts, m
 */
export function deckAt(x: number, z: number, grip = 0): number {
  let height = Number.NEGATIVE_INFINITY;
  for (const bridge of BRIDGES) {
    const [ax, az] = bridge.from;
    const ux = bridge.to[0] - ax;
    const uz = bridge.to[1] - az;
    const square = ux * ux + uz * uz;
    const t = ((x - ax) * ux + (z - az) * uz) / square;
    if (t < 0 || t > 1) continue;
    const across = Math.abs((z - az) * ux - (x - ax) * uz) / Math.sqrt(square);
    if (across <= bridge.half + grip) height = Math.max(height, deckHeight(bridge, t));
  }
  return height;
}
