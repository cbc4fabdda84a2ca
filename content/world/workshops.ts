/** The workshops' island: plots around the yard, an atelier on each that has an owner, and what lies about between them. */
import { cos, sin, TAU } from '#shared/maths/deterministic.ts';
import { type Spot, WORKSHOPS } from './island.ts';

/** Degrees clockwise from the north at which plots lie, in the order in which they are given away; the ways in are kept. */
const PLOT_DEGREES = [100, 145, 55, 190, 10, 282] as const;
const PLOT_RING = 15;

/** Where ateliers stand, facing the yard: plot n belongs to the n-th automaton, the others are free. */
export const ATELIER_PLOTS: readonly Spot[] = PLOT_DEGREES.map((degrees) => onYard(degrees, PLOT_RING));

/** An atelier, metres: half its floor, where the roof begins, its ridge, its bench. Its front is open. */
export const ATELIER = { halfWidth: 2.7, halfDepth: 2.2, eaves: 2.95, ridge: 4.4, bench: 0.92 } as const;

/** What lies in the yard. */
export type YardThing = { readonly kind: 'crane' | 'crates' | 'logs'; readonly spot: Spot };

export const YARD_THINGS: readonly YardThing[] = [
  { kind: 'crane', spot: onYard(122, 13.6) },
  { kind: 'crates', spot: onYard(32, 15.5) },
  { kind: 'logs', spot: onYard(77, 16) },
  { kind: 'crates', spot: onYard(167, 15.5) },
  { kind: 'logs', spot: onYard(216, 16.5) },
  { kind: 'crates', spot: onYard(306, 16) },
];

/** The place at `right` metres along the width of a spot and `back` metres behind it, looking the same way. */
export function beside({ x, z, yaw }: Spot, right: number, back: number): Spot {
  const c = cos(yaw);
  const s = sin(yaw);
  return { x: x + c * right + s * back, z: z - s * right + c * back, yaw };
}

/** Where the n-th automaton is at home: in its atelier, looking out into the yard; in the yard when plots ran out. */
export function homeOf(index: number): Spot {
  const plot = ATELIER_PLOTS[index];
  return plot === undefined ? onYard(40 * index, 9) : beside(plot, 0.5, -0.5);
}

function onYard(degrees: number, away: number): Spot {
  const turn = (degrees / 360) * TAU;
  return { x: WORKSHOPS.x + away * sin(turn), z: WORKSHOPS.z - away * cos(turn), yaw: Math.PI - turn };
}
