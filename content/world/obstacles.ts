/** What bodies bump into on the islands: upright cylinders and turned boxes, for the room, automata and the camera. */
import { cos, sin } from '#shared/maths/deterministic.ts';
import { BRIDGES, type Bridge, bridgeLength, DECK_THICK, deckHeight, RAIL } from './bridges.ts';
import { Cells } from './cells.ts';
import { LANDMARK_SPOTS, PLINTH, SPIRES, type Spire } from './frontier.ts';
import {
  BOARD_SPOT,
  FRAME_SPOTS,
  GATE_PLATFORMS,
  GATE_SPOTS,
  ISLAND_RADIUS,
  LAMP_SPOTS,
  PEDESTAL_SPOTS,
  PLAZA_HEIGHT,
  type Spot,
} from './island.ts';
import { landAt } from './terrain.ts';

/** An upright cylinder; all in metres, `bottom` and `top` over the datum. */
type Pillar = {
  readonly kind: 'pillar';
  readonly x: number;
  readonly z: number;
  readonly radius: number;
  readonly bottom: number;
  readonly top: number;
};

/** A box standing upright, turned by yaw about its middle: `ux, uz` is the unit vector along its width. */
type Slab = {
  readonly kind: 'slab';
  readonly x: number;
  readonly z: number;
  readonly ux: number;
  readonly uz: number;
  readonly halfWidth: number;
  readonly halfDepth: number;
  readonly bottom: number;
  readonly top: number;
};

export type Obstacle = Pillar | Slab;

/** Half the clear width of a gate's ring at the ground, in metres. */
const GATE_PILLAR_AT = 2.05;

/** Every fixed body of the islands, in a fixed order. */
export const OBSTACLES: readonly Obstacle[] = [
  ...GATE_SPOTS.flatMap((spot, index) => gatePillars(spot, GATE_PLATFORMS[index]?.rise ?? 0)),
  ...FRAME_SPOTS.flatMap(frameBodies),
  ...PEDESTAL_SPOTS.map((spot) => pillar(spot.x, spot.z, 0.62, 0, 1.05)),
  ...LAMP_SPOTS.map((spot) => pillar(spot.x, spot.z, 0.2, 0, 2.6)),
  ...boardBodies(BOARD_SPOT),
  ...BRIDGES.flatMap(rails),
  ...LANDMARK_SPOTS.map((spot) => pillar(spot.x, spot.z, PLINTH.radius, 0, PLINTH.height)),
  ...SPIRES.map(rock),
];

/** No body that asks is wider than this, m. */
const WIDEST = 1;
const NEAR = new Cells(OBSTACLES, ISLAND_RADIUS + 8, (body) => reachOf(body) + WIDEST);

/** The fixed bodies that something up to 2 m wide at (x, z) may touch. */
export function obstaclesNear(x: number, z: number): readonly Obstacle[] {
  return NEAR.at(x, z);
}

/**
 * Where an upright body of `radius` metres (at most 1) at (x, z), between the heights `bottom` and `top`, comes to stand once it is
 * pushed out of every obstacle; writes into `out` and tells whether anything was touched.
 */
export function pushOut(
  x: number,
  z: number,
  radius: number,
  bottom: number,
  top: number,
  out: { x: number; z: number },
): boolean {
  out.x = x;
  out.z = z;
  let touched = false;
  for (const body of NEAR.at(x, z)) {
    if (body.top <= bottom || body.bottom >= top) continue;
    const moved = body.kind === 'pillar' ? outOfPillar(body, radius, out) : outOfSlab(body, radius, out);
    touched = moved || touched;
  }
  return touched;
}

function outOfPillar(body: Pillar, radius: number, out: { x: number; z: number }): boolean {
  const dx = out.x - body.x;
  const dz = out.z - body.z;
  const reach = body.radius + radius;
  const square = dx * dx + dz * dz;
  if (square >= reach * reach) return false;
  const length = Math.sqrt(square);
  out.x = body.x + (length > 1e-9 ? (dx / length) * reach : reach);
  out.z = body.z + (length > 1e-9 ? (dz / length) * reach : 0);
  return true;
}

function outOfSlab(body: Slab, radius: number, out: { x: number; z: number }): boolean {
  const dx = out.x - body.x;
  const dz = out.z - body.z;
  const along = dx * body.ux + dz * body.uz;
  const across = dz * body.ux - dx * body.uz;
  const nearAlong = Math.min(body.halfWidth, Math.max(-body.halfWidth, along));
  const nearAcross = Math.min(body.halfDepth, Math.max(-body.halfDepth, across));
  let offAlong = along - nearAlong;
  let offAcross = across - nearAcross;
  const square = offAlong * offAlong + offAcross * offAcross;
  if (square >= radius * radius) return false;
  if (square > 1e-12) {
    const scale = radius / Math.sqrt(square);
    offAlong = nearAlong + offAlong * scale;
    offAcross = nearAcross + offAcross * scale;
  } else {
    offAlong = along;
    offAcross = across < 0 ? -body.halfDepth - radius : body.halfDepth + radius;
  }
  out.x = body.x + offAlong * body.ux - offAcross * body.uz;
  out.z = body.z + offAlong * body.uz + offAcross * body.ux;
  return true;
}

function pillar(x: number, z: number, radius: number, bottom: number, top: number): Pillar {
  return { kind: 'pillar', x, z, radius, bottom: PLAZA_HEIGHT + bottom, top: PLAZA_HEIGHT + top };
}

/** A spire stands on wild land; halfway up it is half as wide. */
function rock({ x, z, radius, height }: Spire): Pillar {
  const land = landAt(x, z);
  return { kind: 'pillar', x, z, radius: radius * 0.8, bottom: land - 2, top: land + height };
}

function gatePillars(spot: Spot, rise: number): Obstacle[] {
  const { ux, uz } = widthOf(spot);
  return [-GATE_PILLAR_AT, GATE_PILLAR_AT].map((off) =>
    pillar(spot.x + ux * off, spot.z + uz * off, 0.42, 0, rise + 4.6),
  );
}

function frameBodies(spot: Spot): Obstacle[] {
  return [pillar(spot.x, spot.z, 0.3, 0, 1), slab(spot, 1.2, 0.14, 0.95, 3.4)];
}

function boardBodies(spot: Spot): Obstacle[] {
  const { ux, uz } = widthOf(spot);
  const posts = [-1.5, 1.5].map((off) => pillar(spot.x + ux * off, spot.z + uz * off, 0.2, 0, 1.2));
  return [...posts, slab(spot, 2.2, 0.15, 1.15, 4.2)];
}

/** Both rails of a bridge in straight pieces: nothing stands in the way of who swims below. */
function rails(bridge: Bridge): Obstacle[] {
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

function reachOf(body: Obstacle): number {
  return body.kind === 'pillar' ? body.radius : Math.sqrt(body.halfWidth ** 2 + body.halfDepth ** 2);
}

function slab(spot: Spot, halfWidth: number, halfDepth: number, bottom: number, top: number): Slab {
  const { ux, uz } = widthOf(spot);
  return {
    kind: 'slab',
    x: spot.x,
    z: spot.z,
    ux,
    uz,
    halfWidth,
    halfDepth,
    bottom: PLAZA_HEIGHT + bottom,
    top: PLAZA_HEIGHT + top,
  };
}

/** The unit vector to the right of a spot's yaw. */
function widthOf(spot: Spot): { readonly ux: number; readonly uz: number } {
  return { ux: cos(spot.yaw), uz: -sin(spot.yaw) };
}
