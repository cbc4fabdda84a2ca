/** Where the names of islands are written on the map, so that none lies over another or over the edge. */
import type { MapSize, Pixel } from './map-view.ts';

/** An island as it is drawn: its middle and how far it reaches, pixels. */
export interface NamedSpot {
  readonly text: string;
  readonly at: Pixel;
  readonly reach: number;
}
/** A name and the middle of where it is written, pixels. */
export interface WrittenName {
  readonly text: string;
  readonly at: Pixel;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Height of a line of text, and what is kept free between two names, pixels. */
const LINE = 15;
const APART = 3;

/**
 * Each name below its island where there is room, else above, else beside it; a name without room is left out: the list
 * beside the map has them all. The first of `spots` choose first.
 * @param widthOf a text's width, pixels
 */
export function writeNames(
  spots: readonly NamedSpot[],
  size: MapSize,
  widthOf: (text: string) => number,
): readonly WrittenName[] {
  const taken: Box[] = [];
  const written: WrittenName[] = [];
  for (const { text, at, reach } of spots) {
    const isSeen = at.x + reach > 0 && at.x - reach < size.width && at.y + reach > 0 && at.y - reach < size.height;
    if (!isSeen) continue;
    const half = widthOf(text) / 2 + APART;
    const off = reach + LINE / 2 + APART;
    const places: readonly Pixel[] = [
      { x: at.x, y: at.y + off },
      { x: at.x, y: at.y - off },
      { x: at.x + Math.sign(at.x - size.width / 2) * (reach + half), y: at.y },
    ];
    for (const wanted of places) {
      // Near an edge the name moves in.
      const x = inside(wanted.x, half, size.width);
      const y = inside(wanted.y, LINE / 2, size.height);
      const box = { left: x - half, right: x + half, top: y - LINE / 2, bottom: y + LINE / 2 };
      if (box.left < 0 || box.top < 0 || taken.some((other) => meet(box, other))) continue;
      taken.push(box);
      written.push({ text, at: { x, y } });
      break;
    }
  }
  return written;
}

function inside(at: number, half: number, room: number): number {
  return Math.min(room - half, Math.max(half, at));
}

function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
