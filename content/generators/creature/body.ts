/** The bodies of creatures: one melted field each, and the places where faces, tails and wings belong. */
import { type Lab, mix, shade } from '#content/generators/sculpt/colour.ts';
import { Field } from '#content/generators/sculpt/field.ts';
import type { Growing } from '#content/generators/sculpt/mesh-generator.ts';
import type { Vec3 } from '#shared/maths/vector.ts';

/** Every body plan, chosen by gene 4. */
export const PLANS = ['walking', 'sitting', 'feathered', 'snailish'] as const;
/** One body plan. */
type PlanName = (typeof PLANS)[number];

/** A body with its landmarks, facing −Z. */
export interface Body {
  readonly plan: PlanName;
  readonly field: Field;
  readonly head: Vec3;
  readonly headRadius: number;
  /** Middle and half-axes of the torso. */
  readonly torso: Vec3;
  readonly torsoRadii: Vec3;
  /** Where the tail starts. */
  readonly rump: Vec3;
}

interface Coat {
  readonly main: Lab;
  readonly belly: Lab;
  readonly socks: Lab;
}

/** Reads genes 4–12. */
export function bodyOf(growing: Growing): Body {
  const { genes, palette } = growing;
  const coat: Coat = {
    main: palette.main,
    belly: mix(palette.pale, palette.main, 0.12),
    socks: genes.has(12, 0.6) ? shade(palette.second, 0.95) : palette.main,
  };
  const plan = genes.pick(4, PLANS);
  if (plan === 'walking') return walking(growing, coat);
  if (plan === 'sitting') return sitting(growing, coat);
  if (plan === 'feathered') return feathered(growing, coat);
  return snailish(growing, coat);
}

/** Four legs, a long body, a big head in front. */
function walking({ genes }: Growing, coat: Coat): Body {
  const leg = genes.between(5, 0.16, 0.4);
  const [wide, tall, long] = [genes.between(6, 0.17, 0.24), genes.between(7, 0.17, 0.22), genes.between(8, 0.26, 0.38)];
  const torso: Vec3 = [0, leg + tall * 0.8, 0.04];
  const headRadius = genes.between(9, 0.19, 0.26);
  const neck = genes.between(10, 0.02, 0.32);
  const head: Vec3 = [0, torso[1] + tall * 0.55 + headRadius * 0.6 + neck, -long * 0.85 - headRadius * 0.35];
  const field = new Field();
  field.egg(torso, [wide, tall, long], coat.main);
  field.egg([0, torso[1] - tall * 0.34, -0.02], [wide * 0.72, tall * 0.72, long * 0.84], coat.belly, { blend: 0.04 });
  field.limb([0, torso[1] + tall * 0.25, -long * 0.6], wide * 0.66, head, headRadius * 0.62, coat.main, {
    blend: 0.08,
  });
  const thick = genes.between(11, 0.06, 0.092);
  for (const side of [-1, 1])
    for (const end of [-0.62, 0.62]) {
      const hip: Vec3 = [side * wide * 0.62, torso[1] - tall * 0.2, torso[2] + end * long];
      const foot: Vec3 = [side * wide * 0.74, thick * 0.85, torso[2] + end * long * 1.02];
      const knee: Vec3 = [(hip[0] + foot[0]) / 2, (hip[1] + foot[1]) / 2, hip[2] + 0.015];
      field.limb(hip, thick * 1.15, knee, thick * 0.9, coat.main, { blend: 0.05 });
      field.limb(knee, thick * 0.9, foot, thick, coat.socks, { blend: 0.015 });
      field.egg(
        [foot[0], thick * 0.7, foot[2] - thick * 0.35],
        [thick * 1.05, thick * 0.72, thick * 1.35],
        coat.socks,
        { blend: 0.02 },
      );
    }
  addHead(field, head, headRadius, coat);
  return {
    plan: 'walking',
    field,
    head,
    headRadius,
    torso,
    torsoRadii: [wide, tall, long],
    rump: [0, torso[1] + tall * 0.3, torso[2] + long * 0.9],
  };
}

/** Upright and round, arms down, feet forward. */
function sitting({ genes }: Growing, coat: Coat): Body {
  const tall = genes.between(5, 0.24, 0.34);
  const wide = genes.between(6, 0.21, 0.29);
  const torso: Vec3 = [0, tall * 0.94, 0];
  const headRadius = genes.between(9, 0.25, 0.33);
  const head: Vec3 = [0, tall * 1.75 + headRadius * 0.72, -0.03];
  const field = new Field();
  field.egg(torso, [wide, tall, wide * 0.95], coat.main);
  field.egg([0, torso[1] - tall * 0.08, -wide * 0.28], [wide * 0.74, tall * 0.8, wide * 0.76], coat.belly, {
    blend: 0.02,
  });
  const thick = genes.between(11, 0.065, 0.09);
  for (const side of [-1, 1]) {
    const shoulder: Vec3 = [side * wide * 0.72, torso[1] + tall * 0.45, -0.03];
    const hand: Vec3 = [side * wide * genes.between(10, 0.75, 1.25), torso[1] - tall * 0.05, -wide * 0.85];
    field.limb(shoulder, thick * 0.95, hand, thick * 0.85, coat.main, { blend: 0.045 });
    field.ball(hand, thick * 0.98, coat.socks, { blend: 0.015 });
    const foot: Vec3 = [side * wide * 0.66, thick * 0.95, -wide * 0.85];
    field.egg([side * wide * 0.68, tall * 0.36, -wide * 0.22], [thick * 1.5, tall * 0.36, thick * 2], coat.main, {
      blend: 0.05,
    });
    field.egg(foot, [thick * 1.1, thick * 0.95, thick * 1.65], coat.socks, { blend: 0.02 });
  }
  addHead(field, head, headRadius, coat);
  return {
    plan: 'sitting',
    field,
    head,
    headRadius,
    torso,
    torsoRadii: [wide, tall, wide],
    rump: [0, tall * 0.45, wide * 0.85],
  };
}

/** A bird as round as a fruit: the body is the head. */
function feathered({ genes }: Growing, coat: Coat): Body {
  const r = genes.between(5, 0.3, 0.38);
  const tall = genes.between(6, 0.95, 1.3);
  const leg = genes.between(7, 0.12, 0.26);
  const torso: Vec3 = [0, leg + r * tall * 0.95, 0.02];
  const headRadius = r * 0.8;
  const head: Vec3 = [0, torso[1] + r * tall * 0.55, -r * 0.12];
  const field = new Field();
  field.egg(torso, [r * 0.98, r * tall, r], coat.main);
  field.egg([0, torso[1] - r * tall * 0.2, -r * 0.22], [r * 0.76, r * tall * 0.76, r * 0.84], coat.belly, {
    blend: 0.02,
  });
  field.ball(head, headRadius, coat.main, { blend: 0.12 });
  field.egg([0, torso[1] - r * 0.1, r * 0.85], [r * 0.3, r * 0.22, r * 0.42], coat.main, {
    blend: 0.12,
    up: [0, 0.9, -0.4],
  });
  return {
    plan: 'feathered',
    field,
    head,
    headRadius,
    torso,
    torsoRadii: [r, r * tall, r],
    rump: [0, torso[1] + r * 0.05, r * 1.1],
  };
}

/** A soft foot that ends in a raised head, under a wound house. */
function snailish({ genes }: Growing, coat: Coat): Body {
  const thick = genes.between(5, 0.12, 0.16);
  const long = genes.between(6, 0.36, 0.46);
  const rise = genes.between(7, 0.26, 0.44);
  const headRadius = genes.between(9, 0.17, 0.22);
  const head: Vec3 = [0, rise + headRadius, -long * 0.8];
  const field = new Field();
  field.limb([0, thick * 0.55, -long * 0.55], thick, [0, thick * 0.3, long], thick * 0.35, coat.main);
  field.egg([0, thick * 0.28, 0], [thick * 1.25, thick * 0.42, long * 1.05], coat.belly, { blend: 0.04 });
  field.limb([0, thick * 0.8, -long * 0.5], thick * 0.95, head, headRadius * 0.66, coat.main, { blend: 0.08 });
  addHead(field, head, headRadius, coat);
  const torso: Vec3 = [0, thick + 0.24, long * 0.12];
  return {
    plan: 'snailish',
    field,
    head,
    headRadius,
    torso,
    torsoRadii: [thick * 1.3, 0.27, 0.27],
    rump: [0, thick * 0.3, long],
  };
}

/** A slightly flat ball with cheeks. */
function addHead(field: Field, head: Vec3, r: number, coat: Coat): void {
  field.egg(head, [r * 1.06, r * 0.94, r * 0.96], coat.main, { blend: 0.05 });
  for (const side of [-1, 1])
    field.egg(
      [head[0] + side * r * 0.4, head[1] - r * 0.34, head[2] - r * 0.42],
      [r * 0.5, r * 0.38, r * 0.42],
      coat.main,
      { blend: 0.07 },
    );
}
