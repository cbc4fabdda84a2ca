/** Trees: a trunk that forks and roots, crowned by clouds, pads, fronds, tiers or hanging strands. */
import type { Rng } from '#shared/base/rng.ts';
import { cos, PI, sin, TAU } from '#shared/maths/deterministic.ts';
import type { Generator } from './generator.ts';
import { type Lab, lch, mix, shade } from './sculpt/colour.ts';
import { Field, meet } from './sculpt/field.ts';
import { lathe } from './sculpt/lathe.ts';
import { defineMeshGenerator, type Growing } from './sculpt/mesh-generator.ts';
import { addMound } from './sculpt/mound.ts';
import { extractNets } from './sculpt/nets.ts';
import { displace, patternOf } from './sculpt/pattern.ts';
import type { Paint, Sculpture } from './sculpt/sculpture.ts';
import { OUTLINES, sheet } from './sculpt/sheet.ts';
import { ball } from './sculpt/stones.ts';
import { tube } from './sculpt/tube.ts';
import {
  add,
  along,
  direction,
  type Frame,
  facing,
  nested,
  scale,
  smoothstep,
  unit,
  upright,
  type Vec3,
} from './sculpt/vector.ts';

const STYLES = ['cloudy', 'windswept', 'blossoming', 'tiered', 'weeping', 'palmlike'] as const;
type Style = (typeof STYLES)[number];

/** Genes: 4 style, 5–12 trunk and boughs, 13–19 crown, 20–24 fruit and flowers. */
export const tree: Generator = defineMeshGenerator({
  id: 'tree',
  version: 1,
  title: 'tree',
  family: 5,
  describe: (genes) => genes.pick(4, STYLES),
  build(growing, into) {
    const style = growing.genes.pick(4, STYLES);
    addMound(growing, 0.42, into);
    const tips = addTrunk(growing, style, into);
    if (style === 'tiered') addTiers(growing, tips, into);
    else if (style === 'palmlike') addFronds(growing, tips, into);
    else addClouds(growing, style, tips, into);
  },
});

/** The end of a bough: where leaves go. */
interface Tip {
  readonly at: Vec3;
  readonly towards: Vec3;
  readonly thick: number;
}

/** A ball of leaves. */
interface Mass {
  readonly at: Vec3;
  readonly r: number;
}

function barkOf({ genes, palette }: Growing): Lab {
  return mix(lch(genes.between(12, 0.4, 0.56), 0.055, 0.11), palette.deep, 0.3);
}

/** Trunk, roots and boughs as one field; returns the tips. */
function addTrunk(growing: Growing, style: Style, into: Sculpture): Tip[] {
  const { genes, network, resolution } = growing;
  const rng = genes.scatter(47, 'boughs');
  const bark = barkOf(growing);
  const thick = genes.between(5, 0.075, 0.12) * (style === 'palmlike' ? 0.8 : 1);
  const tall = genes.between(6, 0.62, 0.85) * (style === 'palmlike' || style === 'tiered' ? 1.35 : 1);
  const lean = genes.between(7, 0.02, 0.16) * (style === 'windswept' ? 2.4 : style === 'tiered' ? 0.2 : 1);
  const field = new Field();
  const [lx, , lz] = direction(genes.unit(8) * TAU, 0);
  const knee: Vec3 = [-lx * lean * 0.4, tall * 0.5, -lz * lean * 0.4];
  const fork: Vec3 = [lx * lean, tall, lz * lean];
  field.limb([0, 0, 0], thick * 1.25, knee, thick * 0.85, bark);
  field.limb(knee, thick * 0.85, fork, thick * 0.62, bark, { blend: 0.06 });
  const roots = genes.int(9, 4, 6);
  for (let at = 0; at < roots; at++) {
    const [x, , z] = direction((at / roots) * TAU + rng.between(-0.3, 0.3), 0);
    const far = thick * rng.between(2.3, 3.2);
    field.limb([x * thick * 0.5, 0.13, z * thick * 0.5], thick * 0.5, [x * far, 0.015, z * far], thick * 0.22, bark, {
      blend: 0.07,
    });
  }
  const tips: Tip[] = [];
  if (style === 'palmlike' || style === 'tiered') tips.push({ at: fork, towards: [0, 1, 0], thick: thick * 0.6 });
  else addBoughs(growing, style, field, fork, thick, rng, bark, tips);
  const pattern = patternOf(network, 6);
  const shell = extractNets(field, { cell: 1.5 / resolution, softness: 0.05 });
  const rough = displace(shell, (p) => pattern(p).relief * 0.012);
  into.add(rough, 'matt', ({ at, base }) =>
    shade(base, 0.85 + 0.25 * smoothstep(0, tall, at[1]) + 0.1 * pattern(at).tint),
  );
  return tips;
}

function addBoughs(
  growing: Growing,
  style: Style,
  field: Field,
  fork: Vec3,
  thick: number,
  rng: Rng,
  bark: Lab,
  tips: Tip[],
): void {
  const { genes } = growing;
  const count = genes.int(10, 3, 5);
  const spread = genes.between(11, 0.55, 0.95) * (style === 'windswept' ? 1.25 : 1);
  for (let at = 0; at < count; at++) {
    const turn = (at / count) * TAU + rng.between(-0.3, 0.3);
    const towards = direction(turn, PI / 2 - spread * rng.between(0.75, 1.15));
    const reach = rng.between(0.26, 0.38);
    const elbow = along(fork, towards, reach * 0.55);
    const end = add(elbow, scale(unit([towards[0], towards[1] + 0.6, towards[2]]), reach * 0.6));
    field.limb(fork, thick * 0.55, elbow, thick * 0.38, bark, { blend: 0.05 });
    field.limb(elbow, thick * 0.38, end, thick * 0.2, bark, { blend: 0.03 });
    tips.push({ at: end, towards, thick: thick * 0.2 });
  }
  tips.push({ at: add(fork, [0, 0.34, 0]), towards: [0, 1, 0], thick: thick * 0.3 });
  field.limb(fork, thick * 0.55, add(fork, [0, 0.3, 0]), thick * 0.25, bark, { blend: 0.05 });
}

/** Leaf masses on every tip, melted into one crown; strands, blossoms and fruit on it. */
function addClouds(growing: Growing, style: Style, tips: readonly Tip[], into: Sculpture): void {
  const { genes, palette, network, resolution } = growing;
  const rng = genes.scatter(47, 'crown');
  const flat = style === 'windswept' ? genes.between(13, 0.32, 0.45) : genes.between(13, 0.68, 0.95);
  const size = genes.between(14, 0.25, 0.34) * (style === 'windswept' ? 1.1 : 1);
  const field = new Field();
  const masses: Mass[] = [];
  tips.forEach((tip, index) => {
    const r = size * rng.between(0.82, 1.15);
    const centre: Vec3 = [tip.at[0], tip.at[1] + r * flat * 0.35, tip.at[2]];
    const colour = index % 3 === 1 && genes.has(15, 0.6) ? palette.second : palette.main;
    field.egg(centre, [r, r * flat, r], colour, { blend: style === 'windswept' ? 0.02 : 0.05 });
    masses.push({ at: centre, r });
    for (let puff = 0; puff < 5 && style !== 'windswept'; puff++) {
      const towards = direction(puff * 2.399963229728653 + index, rng.between(-0.25, 1.1));
      const s = r * rng.between(0.4, 0.58);
      const p: Vec3 = [
        centre[0] + towards[0] * r * 0.74,
        centre[1] + towards[1] * r * 0.74 * flat,
        centre[2] + towards[2] * r * 0.74,
      ];
      field.ball(p, s, puff === 4 && genes.has(15, 0.6) ? palette.second : colour, { blend: 0.025 });
    }
  });
  const pattern = patternOf(network, genes.between(16, 2.4, 4.4));
  const bumps = genes.between(17, 0.02, 0.055);
  const shell = displace(
    extractNets(field, { cell: 1.7 / resolution, softness: 0.1 }),
    (p) => pattern(p).relief * bumps,
  );
  into.add(shell, 'matt', leafPaint(growing, masses));
  if (style === 'weeping') addStrands(growing, masses, flat, rng, into);
  addFruit(growing, style, field, masses, rng, into);
}

/** Light above, deep below, dappled by the pattern. */
function leafPaint({ network, palette }: Growing, masses: readonly Mass[]): Paint {
  const pattern = patternOf(network, 3.4);
  const low = Math.min(...masses.map((mass) => mass.at[1] - mass.r));
  const high = Math.max(...masses.map((mass) => mass.at[1] + mass.r));
  return ({ at, normal, base }) => {
    const rise = smoothstep(low, high, at[1]) * 0.6 + 0.4 * smoothstep(-0.9, 0.9, normal[1]);
    const { stripe } = pattern(at);
    const dappled = mix(base, mix(base, palette.pale, 0.35), smoothstep(0.1, 0.5, stripe) * 0.6);
    return shade(mix(shade(dappled, 0.74), shade(dappled, 1.12), rise), 1);
  };
}

/** Hanging strands of leaves around the crown, thick above and thin at the end. */
function addStrands(growing: Growing, masses: readonly Mass[], flat: number, rng: Rng, into: Sculpture): void {
  const { genes, palette } = growing;
  const count = genes.int(18, 12, 17);
  const long = genes.between(19, 0.42, 0.62);
  const path: Vec3[] = Array.from({ length: 13 }, (_, at) => {
    const t = at / 12;
    return [0.06 * t * (1.4 - t), 0.05 - long * t, 0.012 * sin(t * 9)];
  });
  const strand = tube(path, (t) => (0.05 - 0.034 * t) * (0.78 + 0.3 * Math.abs(sin(t * 17))), 8);
  const frames: Frame[] = [];
  for (const { at, r } of masses)
    for (let turn = 0; turn < count; turn++) {
      const angle = (turn / count) * TAU + rng.between(-0.2, 0.2);
      const [x, , z] = direction(angle, 0);
      const p: Vec3 = [at[0] + x * r * 0.98, at[1] - r * 0.05, at[2] + z * r * 0.98];
      if (masses.some((mass) => mass.at !== at && inside(mass, p, flat))) continue;
      frames.push(upright(p, rng.between(0.55, 1.1), angle));
    }
  const ends = mix(palette.main, palette.pale, 0.45);
  into.add(strand, 'matt', ({ u }) => mix(shade(palette.main, 0.86), shade(ends, 1.05), u), frames);
}

/** Blossoms all over, or a few fruits that may glow, on the surface of the crown. */
function addFruit(
  growing: Growing,
  style: Style,
  crown: Field,
  masses: readonly Mass[],
  rng: Rng,
  into: Sculpture,
): void {
  const { genes, palette } = growing;
  const blossoms = style === 'blossoming';
  const count = blossoms ? genes.int(20, 46, 70) : genes.int(20, 0, 12);
  const middle = scale(
    masses.reduce<Vec3>((sum, mass) => add(sum, mass.at), [0, 0, 0]),
    1 / masses.length,
  );
  const frames = Array.from({ length: count }, (_, at) => {
    const rise = blossoms ? 1.35 - 1.75 * Math.sqrt((at + 0.5) / count) : rng.between(-0.5, 0.25);
    const towards = direction(at * 2.399963229728653 + rng.between(-0.2, 0.2), rise);
    const p = meet(crown.shapes, along(middle, towards, 2), scale(towards, -1));
    return facing(p, towards, [0, 0, 1], rng.between(0.75, 1.3));
  });
  if (count === 0) return;
  if (blossoms) {
    const petals = lathe(
      [
        [0.006, -0.012],
        [0.062, 0.02],
        [0.056, 0.032],
        [0.014, 0.016],
      ],
      { sides: 15, crease: -1, ripple: (angle) => 0.82 + 0.18 * Math.abs(cos(angle * 2.5)) },
    );
    into.add(
      petals,
      'matt',
      ({ v }) => mix(mix(palette.pale, palette.accent, 0.15), palette.accent, v > 0.7 ? 0.6 : 0.2),
      frames,
    );
    into.add(
      ball(0.017, 1),
      'glow',
      palette.glow,
      frames.map((frame) => nested(frame, upright([0, 0.02, 0]))),
    );
    return;
  }
  const glows = genes.has(21, 0.5);
  into.add(
    ball(genes.between(22, 0.035, 0.06), 2),
    glows ? 'glow' : 'gloss',
    glows ? palette.glow : palette.accent,
    frames,
  );
}

function inside(mass: Mass, p: Vec3, flat: number): boolean {
  const [x, y, z] = [p[0] - mass.at[0], (p[1] - mass.at[1]) / flat, p[2] - mass.at[2]];
  return x * x + y * y + z * z < mass.r * mass.r * 0.92;
}

/** Skirts of needles, each smaller than the one below. */
function addTiers(growing: Growing, tips: readonly Tip[], into: Sculpture): void {
  const { genes, palette } = growing;
  const top = tips[0]?.at ?? [0, 0.8, 0];
  const tiers = genes.int(13, 3, 5);
  const wide = genes.between(14, 0.42, 0.58);
  const jags = genes.int(16, 9, 14);
  const low = top[1] * 0.36;
  const step = (top[1] * 1.18 - low) / tiers;
  for (let tier = 0; tier < tiers; tier++) {
    const r = wide * (1 - (0.72 * tier) / tiers);
    const tall = step * 1.75;
    const cone = lathe(
      [
        [r * 0.2, 0.05],
        [r * 0.94, 0.0],
        [r, 0.02],
        [r * 0.56, tall * 0.42],
        [0, tall],
      ],
      {
        sides: jags * 2,
        crease: 0.86,
        ripple: (angle, t) => (t > 0.1 && t < 0.6 ? 1 + 0.1 * zigzag(angle, jags) : 1),
        lift: (angle, t) => (t > 0.1 && t < 0.6 ? -0.035 * zigzag(angle, jags) : 0),
      },
    );
    const colour = tier % 2 === 1 && genes.has(15, 0.4) ? palette.second : palette.main;
    into.add(
      cone,
      'matt',
      ({ at }) =>
        mix(shade(colour, 0.78), shade(mix(colour, palette.pale, 0.22), 1.06), smoothstep(0, tall * 0.8, at[1])),
      [upright([top[0] * (tier / tiers), low + step * tier, top[2] * (tier / tiers)], 1, tier * 0.7)],
    );
  }
  const star = genes.has(21, 0.5);
  into.add(ball(0.055, 2), star ? 'glow' : 'gloss', star ? palette.glow : palette.accent, [
    upright([top[0] * 0.8, low + step * (tiers - 1) + step * 1.78, top[2] * 0.8]),
  ]);
}

function zigzag(angle: number, jags: number): number {
  return Math.floor((angle / TAU) * jags * 2 + 0.5) % 2 === 0 ? 1 : -1;
}

/** A crown of long bent leaves and a bunch of fruit. */
function addFronds(growing: Growing, tips: readonly Tip[], into: Sculpture): void {
  const { genes, palette } = growing;
  const top = tips[0]?.at ?? [0, 1, 0];
  const count = genes.int(13, 8, 12);
  const long = genes.between(14, 0.5, 0.68);
  const frond = sheet({
    length: long,
    width: (t) => OUTLINES.pointed(t) * long * genes.between(15, 0.12, 0.19),
    thickness: 0.02,
    bend: genes.between(16, 1.3, 2),
    cup: -0.55,
    ruffle: 0.012,
    waves: 6,
    steps: 18,
    across: 6,
  });
  const frames = Array.from({ length: count }, (_, at) => {
    const turn = (at / count) * TAU + (at % 2) * 0.2;
    const up = direction(turn, at % 2 === 0 ? 0.75 : 0.25);
    const [x, , z] = direction(turn, 0);
    return facing(add(top, [0, 0.02, 0]), up, [-x, 0.9, -z], at % 2 === 0 ? 1 : 0.9);
  });
  into.add(
    frond,
    'matt',
    ({ u, v }) => {
      const rib = smoothstep(0.08, 0, Math.abs(v - 0.5));
      return mix(
        mix(shade(palette.main, 0.8), shade(mix(palette.main, palette.pale, 0.25), 1.06), u),
        palette.second,
        rib * 0.7,
      );
    },
    frames,
  );
  const nuts = Array.from({ length: genes.int(20, 3, 5) }, (_, at) => {
    const [x, , z] = direction(at * 2.1, 0);
    return upright([top[0] + x * 0.08, top[1] - 0.05, top[2] + z * 0.08]);
  });
  const glows = genes.has(21, 0.5);
  into.add(ball(0.062, 2), glows ? 'glow' : 'gloss', glows ? palette.glow : palette.accent, nuts);
}
