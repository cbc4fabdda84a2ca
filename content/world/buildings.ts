/** The bodies of everything that is built on the islands, part by part. */
import { type Bridge, bridgeLength, DECK_THICK, deckHeight, RAIL } from './bridges.ts';
import type { Spire } from './frontier.ts';
import { BAY, HEDGE, PERGOLA } from './galleries.ts';
import type { Spot } from './island.ts';
import { type Obstacle, type Pillar, pillar, slab, widthOf } from './obstacle-shapes.ts';
import { landAt } from './terrain.ts';
import { ATELIER, beside, type YardThing } from './workshops.ts';

/** Half the clear width of a gate's ring at the ground, in metres. */
const GATE_PILLAR_AT = 2.05;

/** A spire stands on wild land; halfway up it is half as wide. */
export function rock({ x, z, radius, height }: Spire): Pillar {
  const land = landAt(x, z);
  return { kind: 'pillar', x, z, radius: radius * 0.8, bottom: land - 2, top: land + height };
}

/** Posts, the wall in the back, the workbench, and the chimney beside it. */
export function atelier(plot: Spot): Obstacle[] {
  const { halfWidth, halfDepth, eaves, bench } = ATELIER;
  const chimney = beside(plot, halfWidth - 0.75, halfDepth - 0.7);
  return [
    ...corners(plot, halfWidth - 0.2, halfDepth - 0.2).map(({ x, z }) => pillar(x, z, 0.17, 0, eaves)),
    slab(beside(plot, 0, halfDepth - 0.1), halfWidth - 0.2, 0.1, 0, 2.5),
    slab(beside(plot, -0.9, halfDepth - 0.75), 1.25, 0.42, 0, bench),
    pillar(chimney.x, chimney.z, 0.58, 0, 2.2),
  ];
}

/** Four stakes. */
export function freePlot(plot: Spot): Obstacle[] {
  return corners(plot, ATELIER.halfWidth, ATELIER.halfDepth).map(({ x, z }) => pillar(x, z, 0.1, 0, 0.7));
}

/** A crane's foot, a stack of crates or of logs. */
export function yardThing({ kind, spot }: YardThing): Obstacle[] {
  if (kind === 'crane') return [pillar(spot.x, spot.z, 0.75, 0, 6)];
  return [kind === 'crates' ? slab(spot, 1.15, 0.75, 0, 1.1) : slab(spot, 1.5, 0.8, 0, 0.9)];
}

function corners(spot: Spot, halfWidth: number, halfDepth: number): Spot[] {
  return [-1, 1].flatMap((back) => [-1, 1].map((right) => beside(spot, right * halfWidth, back * halfDepth)));
}

/** The two sides of a gate's ring, on steps `rise` metres high. */
export function gatePillars(spot: Spot, rise: number): Obstacle[] {
  const { ux, uz } = widthOf(spot);
  return [-GATE_PILLAR_AT, GATE_PILLAR_AT].map((off) =>
    pillar(spot.x + ux * off, spot.z + uz * off, 0.42, 0, rise + 4.6),
  );
}

/** A picture on its post. */
export function frameBodies(spot: Spot): Obstacle[] {
  return [pillar(spot.x, spot.z, 0.3, 0, 1), slab(spot, 1.2, 0.14, 0.95, 3.4)];
}

/** The board on two posts. */
export function boardBodies(spot: Spot): Obstacle[] {
  const { ux, uz } = widthOf(spot);
  const posts = [-1.5, 1.5].map((off) => pillar(spot.x + ux * off, spot.z + uz * off, 0.2, 0, 1.2));
  return [...posts, slab(spot, 2.2, 0.15, 1.15, 4.2)];
}

/** The wall of a gallery's bay. */
export function bayWall(spot: Spot): Obstacle {
  return slab(spot, BAY.halfWidth, BAY.halfDepth, 0, BAY.height - 0.4);
}

/** A hedge: who jumps may stand on it. */
export function hedge(spot: Spot): Obstacle {
  return slab(spot, HEDGE.halfWidth, HEDGE.halfDepth, 0, HEDGE.height);
}

/** The four posts of a pergola. */
export function pergola(spot: Spot): Obstacle[] {
  return corners(spot, PERGOLA.halfWidth, PERGOLA.halfDepth).map(({ x, z }) => pillar(x, z, 0.16, 0, PERGOLA.height));
}

/** Both rails of a bridge in straight pieces: nothing stands in the way of who swims below. */
export function rails(bridge: Bridge): Obstacle[] {
  const length = bridgeLength(bridge);
  const pieces = Math.ceil(length / RAIL.piece);
  const [ax, az] = bridge.from;
  const ux = (bridge.to[0] - ax) / length;
  const uz = (bridge.to[1] - az) / length;
  return Array.from({ length: pieces }, (_, k) => (k + 0.5) / pieces).flatMap((t) =>
    [-bridge.half, bridge.half].map((off) => ({
      kind: 'slab' as const,
      x: ax + ux * t * length - uz * off,
      z: az + uz * t * length + ux * off,
      ux,
      uz,
      halfWidth: length / pieces / 2,
      halfDepth: RAIL.half,
      bottom: deckHeight(bridge, t) - DECK_THICK,
      top: deckHeight(bridge, t) + RAIL.height,
    })),
  );
}
