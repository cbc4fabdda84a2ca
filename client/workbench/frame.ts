/** How a family's drawing stands to the payload's own numbers: one scale, one shift, the same axes. */
import type { Drawing, Vec3 } from '#content/families/family.ts';
import { add, dot, scale, subtract } from '#shared/maths/vector.ts';
import type { Work } from './hand.ts';

/** A place of the payload is at `shift + scale × place` in metres of the drawing. */
export interface Frame {
  readonly scale: number;
  readonly shift: Vec3;
}

/**
 * Reads the frame off a drawing: its first points are the payload's parts, in order. A drawing of fewer than two parts
 * says nothing; then the payload's numbers are metres.
 */
export function frameOf(drawing: Pick<Drawing, 'points'>, work: Work): Frame {
  const [a, b] = [work[0], work[1]];
  const [p, q] = [drawing.points[0]?.at, drawing.points[1]?.at];
  if (a === undefined || b === undefined || p === undefined || q === undefined) return { scale: 1, shift: [0, 0, 0] };
  const along = subtract(b, a);
  const size = dot(subtract(q, p), along) / Math.max(1e-12, dot(along, along));
  return { scale: size, shift: subtract(p, scale(a, size)) };
}

/** From the payload's numbers to metres of the drawing. */
export function toMetres({ scale: size, shift }: Frame, place: Vec3): Vec3 {
  return add(shift, scale(place, size));
}

/** From metres of the drawing to the payload's numbers. */
export function fromMetres({ scale: size, shift }: Frame, place: Vec3): Vec3 {
  return scale(subtract(place, shift), 1 / size);
}
