/** Towers: storeys that shrink as they rise, lit windows, ledges, roofs, a pennant, on a rock that may float. */
import { PI, TAU } from '#shared/maths/deterministic.ts';
import type { Vec3 } from '#shared/maths/vector.ts';
import type { Generator } from './generator.ts';
import { type Lab, lch, mix, shade } from './sculpt/colour.ts';
import { direction, type Frame, facing, smoothstep, upright } from './sculpt/frame.ts';
import { lathe, smoothProfile } from './sculpt/lathe.ts';
import { defineMeshGenerator, type Growing } from './sculpt/mesh-generator.ts';
import { patternOf } from './sculpt/pattern.ts';
import type { Sculpture } from './sculpt/sculpture.ts';
import { ball } from './sculpt/stones.ts';
import { addRock } from './tower/rock.ts';
import { addTop } from './tower/top.ts';

const ROOFS = ['spired', 'domed', 'tiered', 'walled', 'floating'] as const;

/** One storey: where it stands and how wide it is below and above. */
interface Storey {
  readonly low: number;
  readonly high: number;
  readonly wide: number;
  readonly narrow: number;
}

/** Genes: 4 roof, 5–9 storeys, 10–13 windows and ledges, 14–17 roof and pennant, 18–19 rock. */
export const tower: Generator = defineMeshGenerator({
  id: 'tower',
  version: 1,
  title: 'tower',
  family: 8,
  describe: (genes) => genes.pick(4, ROOFS),
  build(growing, into) {
    const { genes } = growing;
    const style = genes.pick(4, ROOFS);
    const sides = genes.pick(9, [4, 6, 8, 28]);
    const ground = addRock(growing, style === 'floating', into);
    const storeys = storeysOf(growing, ground);
    for (const [at, storey] of storeys.entries()) {
      addWalls(growing, storey, sides, at, into);
      addWindows(growing, storey, sides, at, into);
      const last = at === storeys.length - 1;
      if (last || style === 'tiered') addRoof(growing, storey, sides, style, last, into);
      else addLedge(growing, storey, sides, into);
    }
  },
});

function storeysOf({ genes }: Growing, ground: number): Storey[] {
  const count = genes.int(5, 2, 4);
  const storeys: Storey[] = [];
  let [low, wide] = [ground, genes.between(6, 0.24, 0.34)];
  let tall = genes.between(7, 0.34, 0.46);
  for (let at = 0; at < count; at++) {
    const narrow = wide * 0.92;
    storeys.push({ low, high: low + tall, wide, narrow });
    low += tall;
    wide = narrow * genes.between(8, 0.68, 0.86);
    tall *= 0.84;
  }
  return storeys;
}

/** Masonry: blocks of slightly different tones, darker below. */
function addWalls(
  { genes, palette, network }: Growing,
  storey: Storey,
  sides: number,
  at: number,
  into: Sculpture,
): void {
  const tall = storey.high - storey.low;
  const rows = 7;
  const profile = Array.from({ length: rows + 1 }, (_, row) => {
    const t = row / rows;
    return [storey.wide + (storey.narrow - storey.wide) * t, tall * t] as const;
  });
  const pattern = patternOf(network, 5);
  const body = at % 2 === 1 && genes.has(13, 0.5) ? palette.second : mix(palette.main, palette.pale, 0.45);
  const walls = lathe(profile, { sides, crease: sides > 12 ? 0.5 : 0.95 });
  into.add(
    walls,
    'matt',
    ({ at: p, v }) => shade(body, 0.9 + 0.12 * v + 0.05 * pattern([p[0], p[1] + at, p[2]]).tint),
    [upright([0, storey.low, 0], 1, turnOf(sides))],
  );
}

/** Turns flat-sided walls so that a side, not an edge, faces −Z. */
function turnOf(sides: number): number {
  return sides > 12 ? 0 : PI / 2 + PI / sides;
}

/** Distance from the axis to the wall's face at the middle of a side. */
function faceAt(storey: Storey, sides: number, share: number): number {
  const r = storey.wide + (storey.narrow - storey.wide) * share;
  const flatness: Readonly<Record<number, number>> = { 4: 0.7072, 6: 0.866, 8: 0.9239 };
  return r * (flatness[sides] ?? 1);
}

/** Arched windows that shine, and a door below. */
function addWindows({ genes, palette }: Growing, storey: Storey, sides: number, at: number, into: Sculpture): void {
  const around = sides > 12 ? genes.int(10, 4, 6) : sides;
  const tall = storey.high - storey.low;
  const size = Math.min(tall * 0.42, storey.wide * (sides === 8 ? 0.5 : 0.62));
  const share = 0.56;
  const r = faceAt(storey, sides, share);
  const arch = lathe(
    [
      [0.5, -0.5],
      [0.5, 0.5],
      [0.36, 0.62],
    ],
    { sides: 16, crease: 0.7 },
  );
  const frames: Frame[] = [];
  const sills: Frame[] = [];
  const first = at === 0 ? 1 : 0;
  for (let n = first; n < around; n++) {
    const [x, , z] = direction(-PI / 2 + (n / around) * TAU, 0);
    const place: Vec3 = [x * r, storey.low + tall * share, z * r];
    frames.push({ x: [z, 0, -x], y: [x, 0, z], z: [0, -1, 0], origin: place, scale: size * 0.5 });
    sills.push(facing([x * r, storey.low + tall * share - size * 0.29, z * r], [0, 1, 0], [x, 0, z], size));
  }
  const pane: Lab = mix(palette.glow, lch(0.93, 0.09, 0.24), 0.6);
  into.add(squashed(arch), 'glow', ({ at: p }) => shade(pane, 0.93 + 0.1 * p[2]), frames);
  into.add(
    lathe(
      [
        [0.34, -0.03],
        [0.36, 0],
        [0.34, 0.03],
      ],
      { sides: 10, crease: 0.7 },
    ),
    'matt',
    mix(palette.deep, palette.pale, 0.45),
    sills,
  );
  if (at > 0) return;
  const door = faceAt(storey, sides, 0.2);
  const wood = mix(palette.deep, lch(0.5, 0.09, 0.13), 0.5);
  into.add(squashed(arch), 'matt', ({ at: p }) => shade(wood, 0.95 + 0.15 * p[0]), [
    { x: [-1, 0, 0], y: [0, 0, -1], z: [0, -1, 0], origin: [0, storey.low + size * 0.5, -door], scale: size * 0.85 },
  ]);
  into.add(ball(0.014, 1), 'metal', lch(0.8, 0.12, 0.24), [
    upright([size * 0.22, storey.low + size * 0.45, -door - size * 0.09]),
  ]);
}

/** A round plate made narrow and thin: its z becomes tall, its y the depth in the wall. */
function squashed(shell: ReturnType<typeof lathe>): ReturnType<typeof lathe> {
  const positions = shell.positions.map((value, at) => value * ([0.62, 0.16, 1][at % 3] ?? 1));
  return { ...shell, positions };
}

/** A ledge with a rail between storeys. */
function addLedge({ palette }: Growing, storey: Storey, sides: number, into: Sculpture): void {
  const r = storey.narrow * 1.16;
  const stone = mix(palette.deep, palette.pale, 0.55);
  into.add(
    lathe(
      [
        [r * 0.86, -0.05],
        [r, -0.012],
        [r, 0.018],
        [r * 0.8, 0.022],
      ],
      { sides, crease: 0.8 },
    ),
    'matt',
    stone,
    [upright([0, storey.high, 0], 1, turnOf(sides))],
  );
}

/** A spire, a dome, swept eaves or a battlement, with a lamp or a pennant on top. */
function addRoof(
  growing: Growing,
  storey: Storey,
  sides: number,
  style: (typeof ROOFS)[number],
  last: boolean,
  into: Sculpture,
): void {
  const { genes, palette } = growing;
  const r = storey.narrow * 1.28;
  const place = upright([0, storey.high, 0], 1, turnOf(sides));
  const tall = storey.narrow * genes.between(14, 1.3, 2.4) * (last ? 1 : 0.3);
  const roof = mix(palette.accent, palette.main, genes.between(15, 0, 0.6));
  if (style === 'walled') {
    addLedge(growing, storey, sides, into);
    const teeth = sides > 12 ? 10 : sides * 2;
    const tooth = lathe(
      [
        [0.055, -0.02],
        [0.055, 0.09],
        [0.03, 0.11],
      ],
      { sides: 4, crease: 1 },
    );
    const frames = Array.from({ length: teeth }, (_, at) => {
      const turn = ((at + 0.5) / teeth) * TAU;
      const [x, , z] = direction(turn, 0);
      return upright([x * storey.narrow * 1.02, storey.high + 0.02, z * storey.narrow * 1.02], 1, turn + PI / 4);
    });
    into.add(tooth, 'matt', mix(palette.main, palette.pale, 0.35), frames);
    addTop(growing, storey.high, 0.36, into);
    return;
  }
  const shape =
    style === 'domed'
      ? smoothProfile(
          [
            [r * 0.7, -0.01],
            [r * 0.96, 0.01],
            [r * 0.98, tall * 0.24],
            [r * 0.56, tall * 0.6],
            [r * 0.1, tall * 0.8],
            [0, tall],
          ],
          5,
        )
      : smoothProfile(
          [
            [r * 0.7, -0.01],
            [r, -0.025],
            [r * 0.97, 0.02],
            [r * 0.55, tall * 0.34],
            [r * 0.2, tall * 0.74],
            [last ? 0 : r * 0.5, tall],
          ],
          4,
        );
  into.add(
    lathe(shape, { sides, crease: sides > 12 ? 0.5 : 0.9 }),
    'gloss',
    ({ at }) => mix(shade(roof, 0.86), shade(roof, 1.1), smoothstep(0, tall, at[1])),
    [place],
  );
  if (last) addTop(growing, storey.high + tall * 0.96, 0.2, into);
}
