/** A drawing while it grows: the pieces of a solution one after another, with what joins those that are there. */
import type { Drawing, Vec3 } from '#content/families/family.ts';

/** How many pieces a drawing has. */
export function piecesOf({ points }: Drawing): number {
  return points.length;
}

/**
 * The drawing with its first pieces only. What joins pieces comes with the later of the two; a frame that stands around
 * them is there from the beginning.
 */
export function drawnSoFar(drawing: Drawing, pieces: number): Drawing {
  const { points, links, boxes, beams, labels } = drawing;
  if (pieces >= points.length) return drawing;
  const all = new Set(points.map(({ at }) => String(at)));
  const later = new Set(points.slice(pieces).map(({ at }) => String(at)));
  for (const { at } of points.slice(0, pieces)) later.delete(String(at));
  const isThere = ({ from, to }: { readonly from: Vec3; readonly to: Vec3 }) =>
    !later.has(String(from)) && !later.has(String(to));
  const joins = links.every(({ from, to }) => all.has(String(from)) && all.has(String(to)));
  return {
    points: points.slice(0, pieces),
    links: joins ? links.filter(isThere) : links,
    boxes,
    beams: beams.filter(isThere),
    labels: labels.filter(({ at }) => !later.has(String(at))),
  };
}
