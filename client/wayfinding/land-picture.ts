/** The painted land of the map: sea, sand, grass, rock, ways and bridges, row by row from the world's own height. */
import { LAND, WATER } from '#client/scene/palette.ts';
import { avenueDistance } from '#content/world/archipelago.ts';
import { deckAt } from '#content/world/bridges.ts';
import { FRONTIER, PLAZA_RADIUS, SEA_LEVEL, WORKSHOPS } from '#content/world/island.ts';
import { valueNoise } from '#content/world/noise.ts';
import { landAt } from '#content/world/terrain.ts';
import { LAND_BOX } from './map-view.ts';

/** Pixels a metre. */
const FINE = 2;
/** Size of the whole picture, pixels. */
export const LAND_SIZE = { width: LAND_BOX.width * FINE, height: LAND_BOX.depth * FINE } as const;

type Colour = readonly [red: number, green: number, blue: number];

const hex = (rgb: number): Colour => [rgb >> 16, (rgb >> 8) & 255, rgb & 255];
const SAND = hex(LAND.sand);
const PATH = hex(LAND.path);
const DECK: Colour = [150, 104, 84];
/** Height over the sea, m, and what is painted there; between two lines they run into each other. */
const BANDS: readonly (readonly [height: number, colour: Colour])[] = [
  [-5, hex(WATER.deep)],
  [-2.4, [56, 150, 180]],
  [-0.7, hex(WATER.shallow)],
  [-0.05, hex(WATER.foam)],
  [0.12, SAND],
  [1, SAND],
  [1.7, hex(LAND.grass)],
  [4.2, hex(LAND.grassLow)],
  [7.5, hex(LAND.grassHigh)],
  [10.5, hex(LAND.rock)],
  [16, hex(LAND.snow)],
];

/** Red, green, blue, alpha of the rows `from` … `to − 1`, from west to east. */
export function paintRows(from: number, to: number): Uint8ClampedArray<ArrayBuffer> {
  const { width } = LAND_SIZE;
  const pixels = new Uint8ClampedArray(width * (to - from) * 4);
  let above = heights(from - 1);
  let at = 0;
  for (let row = from; row < to; row++) {
    const here = heights(row);
    const z = LAND_BOX.top + (row + 0.5) / FINE;
    for (let column = 0; column < width; column++) {
      const x = LAND_BOX.left + (column + 0.5) / FINE;
      const height = here[column] ?? 0;
      const [red, green, blue] = colourAt(x, z, height);
      // Light from the north-west, as on every map.
      const rise = height - (above[column] ?? 0) + height - (here[column - 1] ?? height);
      const light = height < SEA_LEVEL ? 1 : Math.min(1.16, Math.max(0.74, 1 + rise * 0.16));
      pixels[at++] = red * light;
      pixels[at++] = green * light;
      pixels[at++] = blue * light;
      pixels[at++] = 255;
    }
    above = here;
  }
  return pixels;
}

function heights(row: number): Float64Array {
  const z = LAND_BOX.top + (row + 0.5) / FINE;
  return Float64Array.from({ length: LAND_SIZE.width }, (_, column) =>
    landAt(LAND_BOX.left + (column + 0.5) / FINE, z),
  );
}

function colourAt(x: number, z: number, height: number): Colour {
  if (deckAt(x, z) > height) return DECK;
  if (height > SEA_LEVEL && isPaved(x, z)) return PATH;
  const grain = (valueNoise(x / 5, z / 5, 31) - 0.5) * (height > 1.4 ? 2.2 : 0.3);
  return bandAt(height - SEA_LEVEL + grain);
}

function isPaved(x: number, z: number): boolean {
  return (
    avenueDistance(x, z) < 0 ||
    x * x + z * z < PLAZA_RADIUS * PLAZA_RADIUS ||
    isIn(x, z, WORKSHOPS, 11) ||
    isIn(x, z, FRONTIER, 9)
  );
}

function isIn(x: number, z: number, middle: { readonly x: number; readonly z: number }, radius: number): boolean {
  const dx = x - middle.x;
  const dz = z - middle.z;
  return dx * dx + dz * dz < radius * radius;
}

function bandAt(height: number): Colour {
  let below = BANDS[0];
  for (const band of BANDS) {
    if (band[0] > height) return below === undefined ? band[1] : mixed(below, band, height);
    below = band;
  }
  return below?.[1] ?? SAND;
}

function mixed(a: (typeof BANDS)[number], b: (typeof BANDS)[number], height: number): Colour {
  if (b[0] <= a[0]) return a[1];
  const t = Math.min(1, Math.max(0, (height - a[0]) / (b[0] - a[0])));
  const channel = (index: 0 | 1 | 2) => a[1][index] + (b[1][index] - a[1][index]) * t;
  return [channel(0), channel(1), channel(2)];
}
