/** Crowns of melted balls of leaves, with strands, blossoms and fruit. */
import { mix, shade } from '#content/generators/sculpt/colour.ts';
import { Field, meet } from '#content/generators/sculpt/field.ts';
import { direction, type Frame, facing, nested, smoothstep, upright } from '#content/generators/sculpt/frame.ts';
import { lathe } from '#content/generators/sculpt/lathe.ts';
import type { Growing } from '#content/generators/sculpt/mesh-generator.ts';
import { extractNets } from '#content/generators/sculpt/nets.ts';
import { displace, patternOf } from '#content/generators/sculpt/pattern.ts';
import type { Paint, Sculpture } from '#content/generators/sculpt/sculpture.ts';
import { ball } from '#content/generators/sculpt/stones.ts';
import { tube } from '#content/generators/sculpt/tube.ts';
import type { Rng } from '#shared/base/rng.ts';
import { cos, sin, TAU } from '#shared/maths/deterministic.ts';
import { add, along, scale, type Vec3 } from '#shared/maths/vector.ts';
import type { Style } from './style.ts';
import type { Tip } from './trunk.ts';

/** A ball of leaves. */
interface Mass {
  readonly at: Vec3;
  readonly r: number;
}

/** Leaf masses on every tip, melted into one crown; strands, blossoms and fruit on it. */
export function addClouds(growing: Growing, style: Style, tips: readonly Tip[], into: Sculpture): void {
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
