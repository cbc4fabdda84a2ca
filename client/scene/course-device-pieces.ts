/** How the pieces of richer courses look: keys and locks, levers, tiles with lights, walls to leap from. */
import { STONE } from './palette.ts';
import type { Soup } from './soup.ts';

type Half = readonly [x: number, y: number, z: number];

/** The light of a tile that holds. */
const TILE_LIGHT = 0x9dffc8;
/** The marks on a wall to leap from. */
const GRIP_LIGHT = 0xff9ad6;

/** A key standing upright: a ring, a shaft and two teeth, three quarters of a metre tall. */
export function pourKey(soup: Soup, colour: number): void {
  soup.ring(0.21, 0.065, 14, 6, { foot: colour, top: 0xffffff }, { at: [0, 0.26, 0] });
  soup.box([0.1, 0.5, 0.1], { foot: colour }, { at: [0, -0.18, 0] });
  soup.box([0.2, 0.09, 0.09], { foot: colour }, { at: [0.13, -0.38, 0] });
  soup.box([0.15, 0.09, 0.09], { foot: colour }, { at: [0.11, -0.21, 0] });
}

/** A lock: a post of dark stone with a frame; its face is poured by {@link pourKeyhole}. */
export function pourLock(soup: Soup, [x, y, z]: Half): void {
  soup.bevelled([x * 2, y * 2, z * 2], Math.min(0.08, x * 0.4, z * 0.4), { foot: STONE.ink, top: STONE.deep });
}

/** The plates and keyholes of a lock on all four sides, in the colour of its key. */
export function pourKeyhole(soup: Soup, [x, y, z]: Half, colour: number): void {
  const size = Math.min(x, z, y) * 0.62;
  const height = y * 0.25;
  for (const s of [-1, 1]) {
    soup.drum(size, size, 0.02, 12, { foot: colour }, { at: [0, height, s * z], turn: [(s * Math.PI) / 2, 0, 0] });
    soup.box([size * 0.3, size * 1.5, 0.024], { foot: colour }, { at: [0, height - size, s * z] });
    soup.drum(size, size, 0.02, 12, { foot: colour }, { at: [s * x, height, 0], turn: [0, 0, (-s * Math.PI) / 2] });
    soup.box([0.024, size * 1.5, size * 0.3], { foot: colour }, { at: [s * x, height - size, 0] });
  }
}

/** The foot in which the stick of a lever stands. */
export function pourLeverFoot(soup: Soup, [x, y, z]: Half): void {
  const wide = Math.max(0.2, Math.min(x, z) * 1.6);
  soup.bevelled([wide, 0.22, wide * 1.5], 0.05, { foot: STONE.ink, top: STONE.mid }, { at: [0, 0.11 - y, 0] });
}

/** The stick of a lever that stands on its hinge, as long as `length` m. */
export function pourStick(soup: Soup, length: number): void {
  soup.drum(0.05, 0.04, length, 6, { foot: STONE.deep, top: STONE.pale });
}

/** A tile: a slab with a dark inlay; its light is poured by {@link pourTileLight}. */
export function pourTile(soup: Soup, [x, y, z]: Half): void {
  soup.bevelled([x * 2, y * 2, z * 2], Math.min(0.06, y * 0.5), { foot: STONE.deep, top: STONE.pale });
  soup.box([x * 1.4, 0.008, z * 1.4], { foot: STONE.mid }, { at: [0, y + 0.003, 0] });
}

/** The light of a tile: a frame and a diamond on its top. */
export function pourTileLight(soup: Soup, [x, y, z]: Half): void {
  const thick = 0.07;
  for (const s of [-1, 1]) {
    soup.box([x * 1.6, 0.02, thick], { foot: TILE_LIGHT }, { at: [0, y + 0.012, s * z * 0.8] });
    soup.box([thick, 0.02, z * 1.6], { foot: TILE_LIGHT }, { at: [s * x * 0.8, y + 0.012, 0] });
  }
  soup.diamond(Math.min(x, z) * 0.4, { foot: TILE_LIGHT }, { at: [0, y + 0.012, 0], scale: [1, 0.08, 1] });
}

/** A wall to leap from: warm stone. */
export function pourGrip(soup: Soup, [x, y, z]: Half): void {
  soup.bevelled([x * 2, y * 2, z * 2], 0.06, { foot: 0x8a4f86, top: 0xe79acb });
}

/** Arrow heads that climb all four sides of a wall to leap from. */
export function pourChevrons(soup: Soup, [x, y, z]: Half): void {
  const rows = Math.max(1, Math.min(8, Math.round((y * 2) / 1.4)));
  const bar = (length: number, at: Half, turn: Half) =>
    soup.box([length, 0.07, 0.03], { foot: GRIP_LIGHT }, { at, turn });
  for (let row = 0; row < rows; row++) {
    const height = ((row + 0.5) / rows) * 2 * y - y;
    for (const s of [-1, 1])
      for (const lean of [-1, 1]) {
        const wide = Math.min(0.5, x * 0.8);
        bar(wide, [lean * wide * 0.35, height, s * (z + 0.01)], [0, 0, -lean * 0.7]);
        const deep = Math.min(0.5, z * 0.8);
        bar(deep, [s * (x + 0.01), height, lean * deep * 0.35], [0, Math.PI / 2, lean * 0.7]);
      }
  }
}
