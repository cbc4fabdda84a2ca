/** An atelier: a hut with an open front, its workbench, its kiln and what its owner works with. */
import type { Founder } from '#content/world/automata.ts';
import { ATELIER } from '#content/world/workshops.ts';
import { STONE } from './palette.ts';
import type { Soup } from './soup.ts';

/** Height of a chimney's mouth over the ground and where it stands on the floor: right of the middle, behind it, m. */
export const CHIMNEY = { top: 5.5, right: ATELIER.halfWidth - 0.75, back: ATELIER.halfDepth - 0.7 } as const;

/** Roof and sign of the ateliers in the order of the plots, then again: dark and light. */
const COLOURS = [
  [0xd8577a, 0xff9db4],
  [0x3f7fb8, 0x8fc9f0],
  [0xc98a2b, 0xffcf7a],
  [0x4f9f6a, 0xa6e0a4],
  [0x7a5fc0, 0xc4b0ff],
  [0x2f9a96, 0x9be8dc],
] as const;
const WOOD = { foot: 0x6d4a43, top: 0xb98a60 } as const;
const PLANK = { foot: 0x8a6650, top: 0xd0a578 } as const;
const METAL = { foot: 0x4a4468, top: 0x8d86a8 } as const;

/** What stands on a bench tells what drives its owner most. */
const TOOLS = { curiosity: lens, boldness: globe, patience: gears, playfulness: easel, order: gears } as const;

/** Pours the hut of plot `index` in its own place: the front is towards −Z. */
export function pourAtelier(
  solid: Soup,
  shining: Soup,
  index: number,
  { personality }: Pick<Founder, 'personality'>,
): void {
  const [dark, light] = COLOURS[index % COLOURS.length] ?? COLOURS[0];
  const { halfWidth, halfDepth, eaves } = ATELIER;
  solid.box([halfWidth * 2, 0.1, halfDepth * 2], { foot: 0x8a6650, top: 0xc79a6b }, { at: [0, 0.03, 0] });
  for (const x of [-1, 1])
    for (const z of [-1, 1])
      solid.box([0.26, eaves, 0.26], WOOD, { at: [x * (halfWidth - 0.2), eaves / 2, z * (halfDepth - 0.2)] });
  for (const z of [-1, 1])
    solid.box([halfWidth * 2 + 0.3, 0.22, 0.2], PLANK, { at: [0, eaves - 0.11, z * (halfDepth - 0.2)] });
  for (let k = 0; k < 6; k++)
    solid.box([0.8, 2.5, 0.12], k % 2 === 0 ? PLANK : { foot: 0x7d5a4e, top: 0xc0936a }, {
      at: [-2.1 + k * 0.84, 1.25, halfDepth - 0.1],
    });
  roof(solid, dark, light);
  bench(solid);
  kiln(solid, shining);
  const tool = Object.entries(personality).sort(([, a], [, b]) => b - a)[0]?.[0] ?? 'order';
  TOOLS[isTool(tool) ? tool : 'order'](solid, shining, light);
  solid.bevelled([2.1, 0.56, 0.12], 0.05, { foot: dark, top: light }, { at: [0, eaves - 0.42, -halfDepth - 0.06] });
  shining.diamond(
    0.2,
    { foot: 0xffe3b0, top: 0xffffff },
    { at: [0, eaves - 0.42, -halfDepth - 0.16], scale: [1, 1, 0.4] },
  );
  for (const x of [-1, 1])
    shining.ball(0.14, 1, { foot: 0xffd9a0 }, { at: [x * (halfWidth - 0.2), eaves - 0.5, -halfDepth - 0.05] });
}

/** Four stakes with a rope, planks that wait. */
export function pourFreePlot(solid: Soup): void {
  const { halfWidth, halfDepth } = ATELIER;
  for (const x of [-1, 1])
    for (const z of [-1, 1]) solid.drum(0.1, 0.08, 0.72, 5, WOOD, { at: [x * halfWidth, 0, z * halfDepth] });
  for (const z of [-1, 1]) solid.box([halfWidth * 2, 0.04, 0.04], { foot: 0xe9cf9f }, { at: [0, 0.56, z * halfDepth] });
  for (const x of [-1, 1]) solid.box([0.04, 0.04, halfDepth * 2], { foot: 0xe9cf9f }, { at: [x * halfWidth, 0.56, 0] });
  for (let k = 0; k < 3; k++)
    solid.box([2.2, 0.09, 0.3], PLANK, { at: [0.2, 0.05 + k * 0.095, 0.6 - k * 0.05], turn: [0, 0.1 * k, 0] });
}

function isTool(name: string): name is keyof typeof TOOLS {
  return Object.hasOwn(TOOLS, name);
}

/** Two slopes of three courses of shingles each, and a ridge. */
function roof(solid: Soup, dark: number, light: number): void {
  const { halfWidth, halfDepth, eaves, ridge } = ATELIER;
  const reach = halfDepth + 0.55;
  const rise = ridge - eaves;
  const lean = Math.atan2(rise, reach);
  const long = Math.hypot(rise, reach) / 3;
  for (const side of [-1, 1])
    for (let k = 0; k < 3; k++) {
      const share = (k + 0.5) / 3;
      solid.box(
        [halfWidth * 2 + 0.9 - k * 0.12, 0.13, long * 1.12],
        { foot: dark, top: k === 2 ? light : dark },
        { at: [0, ridge - rise * (1 - share) + 0.05 * (2 - k), side * reach * (1 - share)], turn: [side * lean, 0, 0] },
      );
    }
  solid.box([halfWidth * 2 + 0.8, 0.18, 0.3], { foot: light }, { at: [0, ridge + 0.08, 0] });
}

function bench(solid: Soup): void {
  const z = ATELIER.halfDepth - 0.75;
  solid.box([2.5, 0.12, 0.84], { foot: 0x9b6f63, top: 0xdcb58a }, { at: [-0.9, ATELIER.bench - 0.06, z] });
  for (const x of [-2, 0.2])
    solid.box([0.18, ATELIER.bench - 0.1, 0.7], WOOD, { at: [x, (ATELIER.bench - 0.1) / 2, z] });
  solid.box([0.5, 0.07, 0.09], METAL, { at: [0, ATELIER.bench + 0.04, z - 0.2], turn: [0, 0.5, 0] });
  solid.box([0.16, 0.12, 0.2], METAL, { at: [0.2, ATELIER.bench + 0.06, z - 0.1], turn: [0, 0.5, 0] });
}

function kiln(solid: Soup, shining: Soup): void {
  const at = [CHIMNEY.right, 0, CHIMNEY.back] as const;
  solid.drum(0.62, 0.5, 1.35, 8, { foot: 0x7a4f52, top: 0xc98470 }, { at });
  solid.ball(0.5, 1, { foot: 0xb87464, top: 0xd89a80 }, { at: [at[0], 1.35, at[2]], scale: [1, 0.6, 1] });
  solid.drum(0.19, 0.15, CHIMNEY.top - 1.4, 6, { foot: 0x7a4f52, top: STONE.dark }, { at: [at[0], 1.4, at[2]] });
  solid.drum(0.24, 0.24, 0.14, 6, { foot: STONE.ink }, { at: [at[0], CHIMNEY.top - 0.1, at[2]] });
  shining.ball(0.24, 1, { foot: 0xff6a2a, top: 0xffc46b }, { at: [at[0], 0.62, at[2] - 0.5], scale: [1, 1, 0.3] });
}

function easel(solid: Soup, _shining: Soup, light: number): void {
  const z = ATELIER.halfDepth - 0.75;
  for (const lean of [-0.16, 0.16])
    solid.box([0.07, 1.5, 0.07], WOOD, { at: [-1.3 + lean * 2, ATELIER.bench + 0.7, z], turn: [-0.14, 0, lean] });
  solid.box([1, 0.8, 0.05], { foot: 0xfff6e8 }, { at: [-1.3, ATELIER.bench + 0.85, z - 0.12], turn: [-0.14, 0, 0] });
  for (const [k, colour] of [light, 0x63c5d8, 0xffd36b, 0x7fd06b].entries())
    solid.ball(
      0.16,
      1,
      { foot: colour },
      { at: [-1.6 + (k % 2) * 0.5, ATELIER.bench + 0.72 + (k >> 1) * 0.3, z - 0.17], scale: [1, 0.8, 0.2] },
    );
  for (const x of [-0.4, 0])
    solid.drum(0.13, 0.18, 0.26, 7, { foot: 0xb8664e, top: 0xe0936f }, { at: [x, ATELIER.bench, z] });
  for (const x of [-0.4, 0]) solid.ball(0.2, 1, { foot: 0x3f9f6c, top: light }, { at: [x, ATELIER.bench + 0.38, z] });
}

function globe(solid: Soup, shining: Soup, light: number): void {
  const z = ATELIER.halfDepth - 0.75;
  solid.drum(0.24, 0.16, 0.14, 8, WOOD, { at: [-1.2, ATELIER.bench, z] });
  solid.ball(0.42, 1, { foot: 0x3f6fa8, top: light }, { at: [-1.2, ATELIER.bench + 0.6, z] });
  shining.ring(0.55, 0.02, 28, 4, { foot: 0x63f5ff }, { at: [-1.2, ATELIER.bench + 0.6, z], turn: [1.1, 0.3, 0] });
  solid.box([0.7, 0.02, 0.5], { foot: 0xfff2d8 }, { at: [-0.3, ATELIER.bench + 0.02, z], turn: [0, 0.3, 0] });
  solid.drum(
    0.05,
    0.05,
    0.6,
    6,
    { foot: 0xf3ecff },
    { at: [-0.1, ATELIER.bench + 0.07, z + 0.2], turn: [1.57, 1.2, 0] },
  );
}

function gears(solid: Soup, _shining: Soup, light: number): void {
  const z = ATELIER.halfDepth - 0.28;
  for (const [x, y, radius] of [
    [-1.5, 1.8, 0.42],
    [-0.86, 1.6, 0.26],
    [-0.5, 1.98, 0.2],
  ] as const) {
    solid.ring(radius, 0.07, 18, 5, { foot: 0x8a6a3a, top: light }, { at: [x, y, z] });
    for (let k = 0; k < 4; k++)
      solid.box(
        [radius * 2.3, 0.09, 0.09],
        { foot: 0x8a6a3a, top: light },
        { at: [x, y, z], turn: [0, 0, (k * Math.PI) / 4] },
      );
  }
  solid.box([0.55, 0.2, 0.26], METAL, { at: [-1.2, ATELIER.bench + 0.24, ATELIER.halfDepth - 0.8] });
  solid.box([0.3, 0.16, 0.2], METAL, { at: [-1.2, ATELIER.bench + 0.08, ATELIER.halfDepth - 0.8] });
}

function lens(solid: Soup, shining: Soup, light: number): void {
  const z = ATELIER.halfDepth - 0.75;
  solid.drum(0.2, 0.1, 0.5, 6, WOOD, { at: [-1.2, ATELIER.bench, z] });
  solid.drum(
    0.16,
    0.22,
    1.3,
    8,
    { foot: 0x8a6a3a, top: light },
    { at: [-0.8, ATELIER.bench + 0.3, z + 0.2], turn: [0, 0.4, 0.9] },
  );
  shining.ball(0.14, 1, { foot: 0x9be8ff }, { at: [-1.86, ATELIER.bench + 1.14, z], scale: [0.5, 1, 1] });
}
