/** A sculpture as something to wear: its colours from foot to top, as a small picture. */
import { type BufferGeometry, Color } from 'three';
import type { Picture } from '#client/scene/picture.ts';

const COLUMNS = 8;
const ROWS = 16;

/** The mean colour of every cell of the front view; empty cells take the row's, empty rows the nearest row's below. */
export function skinOfMesh(geometry: BufferGeometry): Picture {
  const position = geometry.getAttribute('position');
  const colour = geometry.getAttribute('color');
  geometry.computeBoundingBox();
  const { min, max } = geometry.boundingBox ?? { min: { x: 0, y: 0 }, max: { x: 1, y: 1 } };
  const sums = new Float32Array(COLUMNS * ROWS * 4);
  const cell = (value: number, low: number, high: number, cells: number) =>
    Math.min(cells - 1, Math.max(0, Math.floor(((value - low) / Math.max(1e-6, high - low)) * cells)));
  for (let i = 0; i < position.count; i++) {
    const row = ROWS - 1 - cell(position.getY(i), min.y, max.y, ROWS);
    const at = (row * COLUMNS + cell(position.getX(i), min.x, max.x, COLUMNS)) * 4;
    sums[at] = (sums[at] ?? 0) + colour.getX(i);
    sums[at + 1] = (sums[at + 1] ?? 0) + colour.getY(i);
    sums[at + 2] = (sums[at + 2] ?? 0) + colour.getZ(i);
    sums[at + 3] = (sums[at + 3] ?? 0) + 1;
  }
  const rgba = new Uint8ClampedArray(COLUMNS * ROWS * 4).fill(255);
  const ink = new Color();
  const last = new Color(0x8d83ad);
  // From the foot up, so that a gap takes what is below it.
  for (let row = ROWS - 1; row >= 0; row--) {
    const mean = meanOf(sums, row);
    if (mean !== null) last.setRGB(...mean);
    for (let column = 0; column < COLUMNS; column++) {
      const at = (row * COLUMNS + column) * 4;
      const count = sums[at + 3] ?? 0;
      if (count === 0) ink.copy(last);
      else ink.setRGB((sums[at] ?? 0) / count, (sums[at + 1] ?? 0) / count, (sums[at + 2] ?? 0) / count);
      const { r, g, b } = ink.convertLinearToSRGB();
      rgba[at] = r * 255;
      rgba[at + 1] = g * 255;
      rgba[at + 2] = b * 255;
    }
  }
  return { width: COLUMNS, height: ROWS, rgba };
}

function meanOf(sums: Float32Array, row: number): [r: number, g: number, b: number] | null {
  let [red, green, blue, count] = [0, 0, 0, 0];
  for (let at = row * COLUMNS * 4; at < (row + 1) * COLUMNS * 4; at += 4) {
    red += sums[at] ?? 0;
    green += sums[at + 1] ?? 0;
    blue += sums[at + 2] ?? 0;
    count += sums[at + 3] ?? 0;
  }
  return count === 0 ? null : [red / count, green / count, blue / count];
}
