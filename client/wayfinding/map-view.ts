/** What of the archipelago the map shows: metres to pixels and back; north is up. */
import type { Point } from '#content/world/ways.ts';

/** What is painted of the world, metres. */
export const LAND_BOX = { left: -130, top: -132, width: 252, depth: 296 } as const;

/** The middle of what is shown, metres, and pixels a metre. */
export interface MapView {
  readonly x: number;
  readonly z: number;
  readonly scale: number;
}
/** Of the picture, pixels. */
export interface MapSize {
  readonly width: number;
  readonly height: number;
}
/** On the picture, from its upper left corner. */
export interface Pixel {
  readonly x: number;
  readonly y: number;
}

/** Pixels a metre at most. */
const NEAREST = 14;

/** Everything at once. */
export function wholeView(size: MapSize): MapView {
  return {
    x: LAND_BOX.left + LAND_BOX.width / 2,
    z: LAND_BOX.top + LAND_BOX.depth / 2,
    scale: leastScale(size),
  };
}

/** Where a place is drawn. */
export function toPixel({ x, z, scale }: MapView, { width, height }: MapSize, at: Point): Pixel {
  return { x: width / 2 + (at.x - x) * scale, y: height / 2 + (at.z - z) * scale };
}

/** What is drawn there. */
export function toGround({ x, z, scale }: MapView, { width, height }: MapSize, at: Pixel): Point {
  return { x: x + (at.x - width / 2) / scale, z: z + (at.y - height / 2) / scale };
}

/** Nearer or farther by a factor; what is drawn at `at` stays there as far as the edges allow. */
export function zoomed(view: MapView, size: MapSize, at: Pixel, factor: number): MapView {
  const ground = toGround(view, size, at);
  const scale = Math.min(NEAREST, Math.max(leastScale(size), view.scale * factor));
  return kept(
    { x: ground.x - (at.x - size.width / 2) / scale, z: ground.z - (at.y - size.height / 2) / scale, scale },
    size,
  );
}

/** Moved by pixels. */
export function panned(view: MapView, size: MapSize, right: number, down: number): MapView {
  return kept({ ...view, x: view.x - right / view.scale, z: view.z - down / view.scale }, size);
}

/** The same after the picture changed its size. */
export function kept(view: MapView, size: MapSize): MapView {
  const scale = Math.max(leastScale(size), view.scale);
  return {
    scale,
    x: held(view.x, LAND_BOX.left, LAND_BOX.width, size.width / scale),
    z: held(view.z, LAND_BOX.top, LAND_BOX.depth, size.height / scale),
  };
}

function leastScale({ width, height }: MapSize): number {
  return Math.min(width / LAND_BOX.width, height / LAND_BOX.depth);
}

/** The middle of a window of `shown` metres that does not leave `from` … `from + length` more than it must. */
function held(at: number, from: number, length: number, shown: number): number {
  if (shown >= length) return from + length / 2;
  return Math.min(from + length - shown / 2, Math.max(from + shown / 2, at));
}
