/** Beacons on a sphere as a drawing: coloured by how many neighbours they have, joined to them. */
import type { Drawing, Vec3 } from '#content/families/family.ts';
import { spacing } from '#shared/maths/sphere.ts';
import { neighboursOf } from '#shared/maths/sphere-neighbours.ts';

/** Metres. */
const RADIUS = 3;
const CENTRE = 3.8;
/** By number of neighbours: where there are not six, the net is bent. */
const TINTS: Readonly<Record<number, string>> = { 5: '#f2a65a', 6: '#f2e6c9', 7: '#5aa9d6' };
const FEWER = '#d4574e';
const MORE = '#4a5fd0';
const LINK = '#8fa3ad';

/** @param weights one a beacon: a heavy one is drawn larger, though not as much larger as it is heavier */
export function showSphere(
  points: Float64Array,
  weights: Float64Array,
  beams: readonly (readonly [number, number])[],
): Drawing {
  const places = Array.from(weights, (_, i) => place(points, i));
  const neighbours = neighboursOf(points);
  const size = Math.min(0.3, (RADIUS * spacing(weights.length)) / 8);
  const at = (index: number): Vec3 => places[index] ?? [0, CENTRE, 0];
  return {
    points: places.map((where, i) => ({
      at: where,
      radius: size * Math.sqrt(Math.sqrt(weights[i] ?? 1)),
      colour: tint(neighbours[i]?.length ?? 0),
    })),
    links: neighbours.flatMap((around, i) =>
      around.filter((j) => j > i).map((j) => ({ from: at(i), to: at(j), colour: LINK })),
    ),
    boxes: [],
    beams: beams.map(([i, j]) => ({ from: at(i), to: at(j), colour: '#ff3b30' })),
    labels: [],
  };
}

function place(points: Float64Array, i: number): Vec3 {
  return [RADIUS * (points[3 * i] ?? 0), CENTRE + RADIUS * (points[3 * i + 1] ?? 0), RADIUS * (points[3 * i + 2] ?? 0)];
}

function tint(neighbours: number): string {
  return TINTS[neighbours] ?? (neighbours < 5 ? FEWER : MORE);
}
