/** Trunk, roots and boughs of a tree as one melted field. */
import { type Lab, lch, mix, shade } from '#content/generators/sculpt/colour.ts';
import { Field } from '#content/generators/sculpt/field.ts';
import { direction, smoothstep } from '#content/generators/sculpt/frame.ts';
import type { Growing } from '#content/generators/sculpt/mesh-generator.ts';
import { extractNets } from '#content/generators/sculpt/nets.ts';
import { displace, patternOf } from '#content/generators/sculpt/pattern.ts';
import type { Sculpture } from '#content/generators/sculpt/sculpture.ts';
import type { Rng } from '#shared/base/rng.ts';
import { PI, TAU } from '#shared/maths/deterministic.ts';
import { add, along, scale, unit, type Vec3 } from '#shared/maths/vector.ts';
import type { Style } from './style.ts';

/** The end of a bough: where leaves go. */
export interface Tip {
  readonly at: Vec3;
  readonly towards: Vec3;
  readonly thick: number;
}

function barkOf({ genes, palette }: Growing): Lab {
  return mix(lch(genes.between(12, 0.4, 0.56), 0.055, 0.11), palette.deep, 0.3);
}

/** Trunk, roots and boughs as one field; returns the tips. */
export function addTrunk(growing: Growing, style: Style, into: Sculpture): Tip[] {
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
