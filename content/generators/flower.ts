/** Flowers: a bent stem, leaves, one to three blooms of petals in whorls about a heart of seeds. */
import type { Genes } from '#content/genomes/genes.ts';
import { PI, TAU } from '#shared/maths/deterministic.ts';
import type { Generator } from './generator.ts';
import { type Lab, lch, mix, shade } from './sculpt/colour.ts';
import { lathe, smoothProfile } from './sculpt/lathe.ts';
import { defineMeshGenerator, type Growing } from './sculpt/mesh-generator.ts';
import { type Palette, tone } from './sculpt/palette.ts';
import { patternOf } from './sculpt/pattern.ts';
import type { Paint, Sculpture } from './sculpt/sculpture.ts';
import { OUTLINES, type Outline, sheet } from './sculpt/sheet.ts';
import { ball } from './sculpt/stones.ts';
import { alongPath, curve, tube } from './sculpt/tube.ts';
import { direction, type Frame, facing, nested, smoothstep, upright, type Vec3 } from './sculpt/vector.ts';

/** A kind of bloom: whorls from outside in, each with its number of petals, opening in radians and length share. */
interface Bloom {
  readonly word: string;
  readonly outline: Outline;
  readonly whorls: readonly {
    readonly petals: readonly [number, number];
    readonly open: number;
    readonly share: number;
  }[];
  /** Half width over length. */
  readonly slender: number;
  readonly bend: number;
  readonly cup: number;
  readonly heart: number;
}

const BLOOMS: readonly Bloom[] = [
  {
    word: 'sunny',
    outline: 'round',
    slender: 0.2,
    bend: 0.35,
    cup: 0.25,
    heart: 0.34,
    whorls: [
      { petals: [11, 17], open: 1.42, share: 1 },
      { petals: [9, 13], open: 1.15, share: 0.82 },
    ],
  },
  {
    word: 'lotus',
    outline: 'pointed',
    slender: 0.3,
    bend: -0.55,
    cup: 0.5,
    heart: 0.2,
    whorls: [
      { petals: [7, 9], open: 1.35, share: 1 },
      { petals: [6, 8], open: 0.9, share: 0.9 },
      { petals: [5, 6], open: 0.5, share: 0.72 },
    ],
  },
  {
    word: 'cupped',
    outline: 'round',
    slender: 0.42,
    bend: -0.75,
    cup: 0.6,
    heart: 0.16,
    whorls: [
      { petals: [3, 4], open: 0.75, share: 1 },
      { petals: [3, 4], open: 0.55, share: 0.94 },
    ],
  },
  {
    word: 'starry',
    outline: 'pointed',
    slender: 0.26,
    bend: 0.7,
    cup: 0.35,
    heart: 0.22,
    whorls: [
      { petals: [5, 7], open: 1.2, share: 1 },
      { petals: [5, 7], open: 0.75, share: 0.55 },
    ],
  },
  {
    word: 'wild',
    outline: 'spoon',
    slender: 0.4,
    bend: 0.4,
    cup: 0.2,
    heart: 0.24,
    whorls: [{ petals: [5, 6], open: 1.25, share: 1 }],
  },
  {
    word: 'frilled',
    outline: 'spoon',
    slender: 0.34,
    bend: 0.15,
    cup: 0.3,
    heart: 0.14,
    whorls: [
      { petals: [7, 9], open: 1.3, share: 1 },
      { petals: [6, 8], open: 0.95, share: 0.86 },
      { petals: [5, 7], open: 0.62, share: 0.7 },
      { petals: [4, 5], open: 0.32, share: 0.56 },
    ],
  },
];

/** Genes: 4 bloom, 5–13 petals, 14–20 stem, 21–25 leaves, 26–28 further blooms. */
export const flower: Generator = defineMeshGenerator({
  id: 'flower',
  version: 1,
  title: 'flower',
  family: 1,
  // Petals keep away from the greens of their leaves: three quarters of the circle, from violet over red to yellow.
  hue: (genes) => 0.58 + genes.unit(0) * 0.73,
  describe: (genes) => genes.pick(4, BLOOMS).word,
  build(growing, into) {
    const { genes, palette } = growing;
    const green = leafGreen(genes);
    const height = genes.between(14, 0.85, 1.35);
    const path = stemPath(genes, height, 0);
    into.add(
      tube(path, (t) => 0.036 - 0.014 * t, 10),
      'matt',
      ({ u }) => mix(shade(green, 0.8), green, u),
    );
    addLeaves(genes, green, path, into);
    addBloom(growing, palette, path, genes.between(5, 0.3, 0.42), into);
    const more = genes.int(26, 0, 3) - 1;
    for (let bud = 0; bud < more; bud++) {
      const side = stemPath(genes, height * (0.62 - 0.14 * bud), bud + 1);
      into.add(
        tube(side, (t) => 0.024 - 0.01 * t, 8),
        'matt',
        ({ u }) => mix(shade(green, 0.8), green, u),
      );
      addBloom(growing, palette, side, genes.between(5, 0.3, 0.42) * (0.6 - 0.1 * bud), into);
    }
  },
});

/** Rises from the ground, leans, and bows its head towards −Z so that one sees its face. */
function stemPath(genes: Genes, height: number, which: number): Vec3[] {
  const turn = genes.unit(15) * TAU + which * 2.3;
  const lean = genes.between(16, 0.03, 0.2) + which * 0.16;
  const [dx, , dz] = direction(turn, 0);
  const top: Vec3 = [dx * lean * height, height, dz * lean * height * 0.5 - 0.06];
  return curve(
    [0, 0, 0],
    [dx * -0.12, height * 0.4, dz * 0.1],
    [top[0] - dx * 0.05, height * 0.85, top[2] + 0.1],
    top,
    18,
  );
}

function leafGreen(genes: Genes): Lab {
  return tone(genes.between(17, 0.3, 0.45), genes.between(18, 0.6, 0.68), genes.between(19, 0.12, 0.17));
}

/** A rosette at the foot and one to four leaves up the stem, each made once. */
function addLeaves(genes: Genes, green: Lab, path: readonly Vec3[], into: Sculpture): void {
  const long = genes.between(21, 0.38, 0.58);
  const slender = genes.between(22, 0.26, 0.42);
  const leaf = sheet({
    length: long,
    width: (t) => OUTLINES.pointed(t) * long * slender * 0.62,
    thickness: 0.018,
    bend: genes.between(23, 0.7, 1.5),
    cup: 0.5,
    steps: 12,
    across: 6,
  });
  const paint: Paint = ({ u, v }) => {
    const rib = smoothstep(0.07, 0, Math.abs(v - 0.5));
    return mix(mix(shade(green, 0.8), shade(green, 1.08), u), shade(green, 1.22), rib * 0.8);
  };
  const onStem = genes.int(24, 1, 4);
  const frames: Frame[] = [];
  for (let at = 0; at < onStem; at++) {
    const { point } = alongPath(path, 0.16 + (0.5 * at) / onStem);
    const [x, , z] = direction(genes.unit(25) * TAU + at * 2.4, 0);
    frames.push(facing(point, [x, 1.1, z], [-x, 0.6, -z], 1 - 0.13 * at));
  }
  for (let at = 0; at < 5; at++) {
    const [x, , z] = direction(genes.unit(25) * TAU + 0.8 + at * 1.26, 0);
    frames.push(facing([x * 0.02, 0.01, z * 0.02], [x, 0.75, z], [-x, 0.7, -z], 0.55));
  }
  into.add(leaf, 'matt', paint, frames);
}

/** Petals in whorls, the heart with its seeds, the green cup behind. */
function addBloom(growing: Growing, palette: Palette, path: readonly Vec3[], size: number, into: Sculpture): void {
  const { genes } = growing;
  const bloom = genes.pick(4, BLOOMS);
  const { point, tangent } = alongPath(path, 1);
  const nod = genes.between(20, 0.35, 0.95);
  const head = facing(point, [tangent[0], tangent[1], tangent[2] - nod], [0, 1, 0]);
  bloom.whorls.forEach((whorl, at) => {
    const count = whorl.petals[0] + genes.int(6, 0, whorl.petals[1] - whorl.petals[0]);
    const open = whorl.open * genes.between(7, 0.85, 1.12);
    const petal = petalShape(genes, bloom, size * whorl.share);
    const frames = Array.from({ length: count }, (_, index) => {
      const turn = ((index + at * 0.5) / count) * TAU;
      const [x, , z] = direction(turn, 0);
      const out: Vec3 = [x, 0, z];
      const up = direction(turn, PI / 2 - open);
      const root = size * bloom.heart * 0.55 * (1 - 0.18 * at);
      return nested(head, facing([out[0] * root, 0.012 * at, out[2] * root], up, [-x, 0.9, -z]));
    });
    into.add(petal, 'matt', petalPaint(growing, palette, at, size), frames);
  });
  addHeart(genes, palette, head, size * bloom.heart, into);
  const cup = lathe(
    smoothProfile(
      [
        [0, -0.05],
        [0.028, -0.035],
        [size * bloom.heart * 0.8, 0.012],
        [size * bloom.heart * 0.5, 0.02],
      ],
      4,
    ),
    { sides: 14 },
  );
  into.add(cup, 'matt', leafGreen(genes), [head]);
}

function petalShape(genes: Genes, bloom: Bloom, long: number) {
  const half = long * bloom.slender * genes.between(8, 0.85, 1.2);
  return sheet({
    length: long,
    width: (t) => OUTLINES[bloom.outline](t) * half,
    thickness: 0.016,
    bend: bloom.bend * genes.between(9, 0.5, 1.3),
    cup: bloom.cup * genes.between(10, 0.4, 1.2),
    ruffle: bloom.word === 'frilled' ? half * genes.between(11, 0.1, 0.35) : 0,
    waves: 2,
    steps: 12,
    across: 8,
  });
}

/** From a dark throat to a light rim, with veins or a painted band from the pattern. */
function petalPaint(growing: Growing, palette: Palette, whorl: number, size: number): Paint {
  const { genes, network } = growing;
  const pattern = patternOf(network, 3.2 / size);
  const outer =
    whorl % 2 === 0
      ? shade(palette.main, 1.06)
      : genes.has(12, 0.5)
        ? neighbourOf(palette, 0.1)
        : shade(palette.main, 1.12);
  // A neighbour on the circle: colours from across it would mix to grey within a petal.
  const neighbour = neighbourOf(palette, genes.has(12, 0.5) ? 0.09 : -0.09);
  const throat = genes.has(13, 0.4) ? palette.pale : shade(neighbourOf(palette, -0.05), 0.82);
  return ({ at, u, v }) => {
    const { stripe, tint } = pattern([Math.abs(at[0]), at[1], 0]);
    const rim = smoothstep(0.45, 1, u);
    const vein = smoothstep(0.12, 0, Math.abs(v - 0.5)) * (1 - u) * 0.6;
    const body = mix(outer, shade(mix(outer, palette.pale, 0.6), 1.04), 0.25 + rim * (0.5 + 0.25 * tint));
    const painted = mix(body, neighbour, 0.6 * smoothstep(0.1, 0.45, stripe) * smoothstep(0.15, 0.4, u));
    return mix(painted, throat, Math.max(smoothstep(0.42, 0.05, u), vein) * 0.85);
  };
}

function neighbourOf(palette: Palette, turns: number): Lab {
  return tone(palette.hue + turns, 0.76, 0.16);
}

/** A dome of seeds on the golden angle; the outermost may glow. */
function addHeart(genes: Genes, palette: Palette, head: Frame, radius: number, into: Sculpture): void {
  const colour = genes.has(12, 0.5) ? palette.accent : tone(0.24, 0.82, 0.16);
  into.add(ball(radius, 2, 0.62), 'matt', ({ at }) => shade(colour, 0.72 + (0.2 * at[1]) / radius), [
    nested(head, upright([0, 0.01, 0])),
  ]);
  const seeds = 34;
  const frames = Array.from({ length: seeds }, (_, at) => {
    const share = Math.sqrt((at + 0.6) / seeds);
    const rise = PI / 2 - share * 1.15;
    const [x, y, z] = direction(at * 2.399963229728653, rise);
    return nested(head, upright([x * radius, 0.01 + y * radius * 0.62, z * radius], 0.7 + 0.6 * share));
  });
  into.add(
    ball(radius * 0.1, 1),
    genes.has(13, 0.35) ? 'glow' : 'matt',
    mix(colour, lch(0.95, 0.05, 0.24), 0.45),
    frames,
  );
}
