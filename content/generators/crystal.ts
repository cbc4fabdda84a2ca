/** Crystals: cut prisms that lean out of broken rock, some of them alight from within. */
import type { Genes } from '#content/genomes/genes.ts';
import type { Rng } from '#shared/base/rng.ts';
import { PI, TAU } from '#shared/maths/deterministic.ts';
import type { Vec3 } from '#shared/maths/vector.ts';
import type { Generator } from './generator.ts';
import { type Lab, lch, mix, shade } from './sculpt/colour.ts';
import { direction, type Frame, facing, smoothstep, upright } from './sculpt/frame.ts';
import { lathe } from './sculpt/lathe.ts';
import { defineMeshGenerator, type Growing } from './sculpt/mesh-generator.ts';
import { patternOf } from './sculpt/pattern.ts';
import type { Paint, Sculpture } from './sculpt/sculpture.ts';
import { pebble, prism } from './sculpt/stones.ts';

/** How the crystals stand together. */
const STYLES = ['clustered', 'towering', 'crowned', 'floating', 'fanned'] as const;
type Style = (typeof STYLES)[number];

/** Genes: 4 style, 5–7 main crystal, 8–13 companions, 14–16 light, 17–18 rock. */
export const crystal: Generator = defineMeshGenerator({
  id: 'crystal',
  version: 1,
  title: 'crystal',
  family: 3,
  describe: (genes) => genes.pick(4, STYLES),
  build(growing, into) {
    const { genes } = growing;
    const style = genes.pick(4, STYLES);
    addRock(growing, into);
    if (style === 'floating') addFloating(growing, into);
    addCompanions(growing, style, into);
    if (style !== 'floating' && style !== 'crowned') addMain(growing, style, into);
    if (style === 'crowned') addCore(growing, into);
  },
});

function mainHeight(genes: Genes, style: Style): number {
  return genes.between(5, 0.85, 1.15) * (style === 'towering' ? 1.25 : style === 'fanned' ? 1.05 : 0.95);
}

/** Deep at the root, light at the tip, a breath of the pattern's tint. */
function crystalPaint(growing: Growing, root: Lab, tip: Lab, height: number): Paint {
  const pattern = patternOf(growing.network, 1.1);
  return ({ at, normal, copy }) => {
    const rise = smoothstep(0.05, 0.95, at[1] / height);
    const { tint } = pattern([normal[0] + copy * 0.7, normal[1], normal[2]]);
    return shade(mix(root, tip, rise), 1 + 0.07 * tint + 0.05 * normal[0]);
  };
}

function addMain(growing: Growing, style: Style, into: Sculpture): void {
  const { genes, palette } = growing;
  const tall = mainHeight(genes, style);
  const radius = genes.between(6, 0.16, 0.25);
  const tip = radius * genes.between(7, 1.1, 2);
  const shape = prism({
    sides: genes.int(8, 5, 8),
    radius,
    body: tall - tip,
    tip,
    taper: genes.between(9, 0.72, 0.98),
    lean: genes.between(10, -0.35, 0.35),
    rng: genes.scatter(47, 'main'),
  });
  const lean = genes.between(11, -0.1, 0.1);
  into.add(shape, 'gloss', crystalPaint(growing, palette.main, mix(palette.main, palette.pale, 0.8), tall), [
    facing([0, 0.02, 0], [lean, 1, -lean], [0, 0, 1]),
  ]);
}

/** Rings of smaller crystals, each ring leaning further out, or a fan of tall ones; some shine. */
function addCompanions(growing: Growing, style: Style, into: Sculpture): void {
  const { genes } = growing;
  const rng = genes.scatter(47, 'companions');
  const count = genes.int(12, 7, 12) + (style === 'crowned' ? 3 : 0);
  for (let at = 0; at < count; at++) {
    const inner = at < count * 0.45;
    const turn = (at / (inner ? count * 0.45 : count * 0.55)) * TAU + (inner ? 0 : 0.5) + rng.between(-0.25, 0.25);
    const lean = companionLean(style, inner, genes) + rng.between(-0.12, 0.12);
    const share = rng.between(0.36, 0.6) * (style === 'crowned' ? 1.45 : style === 'floating' ? 0.6 : 1);
    const tall = mainHeight(genes, style) * share * (inner ? 1.15 : 0.75);
    const [x, , z] = direction(turn, 0);
    const far = inner ? 0.11 : 0.2;
    const shines = rng.chance(genes.between(14, 0.1, 0.4));
    addCrystal(
      growing,
      rng,
      tall,
      facing([x * far, 0, z * far], direction(turn, PI / 2 - lean), [x, 0, z]),
      shines,
      into,
    );
  }
  if (style !== 'fanned') return;
  const cards = genes.int(15, 4, 6);
  for (let at = 0; at < cards; at++)
    for (const side of [-1, 1]) {
      const place = (at + 0.75) / cards;
      const tall = mainHeight(genes, style) * (0.92 - 0.42 * place) * rng.between(0.9, 1.1);
      const up: Vec3 = [side * place * 1.35, 1.15 - place * 0.75, 0.12 + rng.between(-0.1, 0.1)];
      addCrystal(growing, rng, tall, facing([side * place * 0.16, 0, 0.05], up, [0, 0, 1]), at % 3 === 2, into);
    }
}

/** One slender crystal in one of the palette's colours, or in light. */
function addCrystal(growing: Growing, rng: Rng, tall: number, frame: Frame, shines: boolean, into: Sculpture): void {
  const { genes, palette } = growing;
  const radius = tall * rng.between(0.15, 0.2);
  const shape = prism({
    sides: rng.int(5, 7),
    radius,
    body: tall * 0.7,
    tip: tall * 0.3,
    taper: rng.between(0.75, 1),
    lean: rng.between(-0.4, 0.4),
    rng,
  });
  const own = rng.chance(genes.between(13, 0.3, 0.8)) ? palette.second : palette.main;
  const root = shines ? shade(palette.glow, 0.78) : shade(own, 0.94);
  const tip = shines ? mix(palette.glow, palette.pale, 0.25) : mix(own, palette.pale, 0.7);
  const paint = crystalPaint(growing, root, tip, tall);
  // Light has no shadow of its own: the facets of what shines are told apart by tone alone.
  const lit: Paint = (point) => shade(paint(point), 0.95 + 0.09 * point.normal[0] - 0.05 * point.normal[2]);
  into.add(shape, shines ? 'glow' : 'gloss', shines ? lit : paint, [frame]);
}

function companionLean(style: Style, inner: boolean, genes: Genes): number {
  const wide = genes.between(11, 0.35, 0.62);
  if (style === 'crowned') return inner ? 0.22 : 0.42;
  return inner ? wide * 0.7 : wide * 1.5;
}

/** A double-ended crystal above the rock with small ones about it. */
function addFloating(growing: Growing, into: Sculpture): void {
  const { genes, palette } = growing;
  const tall = genes.between(5, 0.75, 0.95);
  const wide = tall * genes.between(6, 0.24, 0.34);
  const sides = genes.int(8, 5, 8);
  const waist = genes.between(9, 0.35, 0.6);
  const gem = lathe(
    [
      [0, 0],
      [wide * 0.96, tall * waist * 0.8],
      [wide, tall * waist],
      [0, tall],
    ],
    { sides, crease: 1 },
  );
  into.add(gem, 'gloss', crystalPaint(growing, palette.main, mix(palette.main, palette.pale, 0.7), tall), [
    facing([0, 0.52, 0], [0.06, 1, 0.04], [0, 0, 1]),
  ]);
  const shard = lathe(
    [
      [0, 0],
      [0.032, 0.07],
      [0, 0.19],
    ],
    { sides: 5, crease: 1 },
  );
  const count = genes.int(12, 4, 8);
  const frames = Array.from({ length: count }, (_, at) => {
    const [x, , z] = direction((at / count) * TAU, 0);
    return facing(
      [x * wide * 1.7, 0.52 + tall * waist + 0.12 * ((at % 3) - 1), z * wide * 1.7],
      [x * 0.2, 1, z * 0.2],
      [0, 0, 1],
    );
  });
  into.add(shard, 'glow', mix(palette.glow, palette.pale, 0.3), frames);
}

/** A ball of light held by the crown. */
function addCore(growing: Growing, into: Sculpture): void {
  const { genes, palette } = growing;
  const rng = genes.scatter(47, 'core');
  const tall = mainHeight(genes, 'crowned');
  into.add(pebble(rng, [0.15, 0.15, 0.15], 0.05, 2), 'glow', mix(palette.glow, palette.pale, 0.35), [
    upright([0, tall * 0.62, 0]),
  ]);
}

/** Broken dark stones about the foot, flat-sided like the cliffs of the island. */
function addRock(growing: Growing, into: Sculpture): void {
  const { genes, palette } = growing;
  const rng = genes.scatter(47, 'rock');
  const stone = lch(genes.between(17, 0.42, 0.6), 0.035, palette.hue + 0.5);
  const count = genes.int(18, 6, 9);
  for (let at = 0; at < count; at++) {
    const [x, , z] = direction((at / count) * TAU + rng.between(-0.3, 0.3), 0);
    const size = rng.between(0.11, 0.18);
    const rock = pebble(rng, [size, size * rng.between(0.55, 0.85), size], 0.14, 1);
    const far = rng.between(0.2, 0.28);
    into.add(rock, 'matt', ({ normal }) => shade(stone, 0.95 + 0.12 * normal[1]), [
      upright([x * far, size * 0.25, z * far]),
    ]);
  }
  into.add(pebble(rng, [0.3, 0.13, 0.3], 0.08, 2), 'matt', ({ normal }) => shade(stone, 0.88 + 0.1 * normal[1]), [
    upright([0, 0.06, 0]),
  ]);
}
