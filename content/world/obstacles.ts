/** What bodies bump into on the islands: upright cylinders and turned boxes, for the room, automata and the camera. */
import { ARTISANS } from './automata.ts';
import { BRIDGES } from './bridges.ts';
import {
  atelier,
  bayWall,
  boardBodies,
  frameBodies,
  freePlot,
  gatePillars,
  hedge,
  pergola,
  rails,
  rock,
  yardThing,
} from './buildings.ts';
import { Cells } from './cells.ts';
import { LANDMARK_SPOTS, PLINTH, SPIRES } from './frontier.ts';
import { BAY, BAYS, HEDGES, PERGOLAS } from './galleries.ts';
import {
  BOARD_SPOT,
  FRAME_SPOTS,
  GATE_PLATFORMS,
  GATE_SPOTS,
  ISLAND_RADIUS,
  LAMP_SPOTS,
  PEDESTAL_SPOTS,
} from './island.ts';
import { type Obstacle, type Pillar, pillar, reachOf, type Slab, slab } from './obstacle-shapes.ts';
import { ATELIER, ATELIER_PLOTS, beside, YARD_THINGS } from './workshops.ts';

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
  ...ATELIER_PLOTS.flatMap((plot, index) => (index < ARTISANS.length ? atelier(plot) : freePlot(plot))),
  ...YARD_THINGS.flatMap(yardThing),
  ...BAYS.map(bayWall),
  ...HEDGES.map(hedge),
  ...PERGOLAS.flatMap(pergola),
];

/** What only the eye must not enter: roofs that no jump reaches. */
const ROOFS = new Cells<Slab>(
  [
    ...ATELIER_PLOTS.slice(0, ARTISANS.length).map((plot) =>
      slab(plot, ATELIER.halfWidth + 0.5, ATELIER.halfDepth + 0.5, ATELIER.eaves - 0.1, ATELIER.ridge),
    ),
    ...BAYS.map((bay) =>
      slab(beside(bay, 0, -BAY.roof / 2), BAY.halfWidth + 0.2, BAY.roof / 2 + 0.4, BAY.height - 0.3, BAY.height + 0.3),
    ),
  ],
  ISLAND_RADIUS + 8,
  (roof) => reachOf(roof) + 1,
);

/** The roofs over (x, z), for the camera. */
export function roofsNear(x: number, z: number): readonly Obstacle[] {
  return ROOFS.at(x, z);
}

/** No body that asks is wider than this, m. */
const WIDEST = 1;
const NEAR = new Cells(OBSTACLES, ISLAND_RADIUS + 8, (body) => reachOf(body) + WIDEST);

/** The fixed bodies that something up to 2 m wide at (x, z) may touch. */
export function obstaclesNear(x: number, z: number): readonly Obstacle[] {
  return NEAR.at(x, z);
}

/**
 * Where an upright body of `radius` metres (at most 1) at (x, z), between the heights `bottom` and `top`, comes to
 * stand once it is pushed out of every obstacle; writes into `out` and tells whether anything was touched.
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
