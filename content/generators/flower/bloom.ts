/** A bloom: petals in whorls, painted from throat to rim, about a heart of seeds. */
import { type Lab, lch, mix, shade } from '#content/generators/sculpt/colour.ts';
import { direction, type Frame, facing, nested, smoothstep, upright } from '#content/generators/sculpt/frame.ts';
import { lathe, smoothProfile } from '#content/generators/sculpt/lathe.ts';
import type { Growing } from '#content/generators/sculpt/mesh-generator.ts';
import { type Palette, tone } from '#content/generators/sculpt/palette.ts';
import { patternOf } from '#content/generators/sculpt/pattern.ts';
import type { Paint, Sculpture } from '#content/generators/sculpt/sculpture.ts';
import { OUTLINES, sheet } from '#content/generators/sculpt/sheet.ts';
import { ball } from '#content/generators/sculpt/stones.ts';
import { alongPath } from '#content/generators/sculpt/tube.ts';
import type { Genes } from '#content/genomes/genes.ts';
import { PI, TAU } from '#shared/maths/deterministic.ts';
import type { Vec3 } from '#shared/maths/vector.ts';
import { BLOOMS, type Bloom } from './blooms.ts';
import { leafGreen } from './stem.ts';

/** Petals in whorls, the heart with its seeds, the green cup behind. */
export function addBloom(
  growing: Growing,
  palette: Palette,
  path: readonly Vec3[],
  size: number,
  into: Sculpture,
): void {
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
