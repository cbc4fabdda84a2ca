/** What a lantern stands on or hangs from. */
import { type Lab, lch, mix, shade } from '#content/generators/sculpt/colour.ts';
import { direction, type Frame, facing, upright } from '#content/generators/sculpt/frame.ts';
import { lathe, type Profile, torus } from '#content/generators/sculpt/lathe.ts';
import type { Growing } from '#content/generators/sculpt/mesh-generator.ts';
import type { Paint, Sculpture } from '#content/generators/sculpt/sculpture.ts';
import { ball } from '#content/generators/sculpt/stones.ts';
import { curve, tube } from '#content/generators/sculpt/tube.ts';
import { PI, TAU } from '#shared/maths/deterministic.ts';
import type { Style } from './style.ts';

/** A turned post on a stepped foot; returns the height on which the lamp stands. */
export function addPost(growing: Growing, style: Style, metal: Lab, into: Sculpture): number {
  const { genes, palette } = growing;
  const tall = genes.between(17, 0.45, 0.95) * (style === 'stone' ? 0.7 : 1);
  const thick = genes.between(18, 0.035, 0.055) * (style === 'stone' ? 1.9 : 1);
  const sides = style === 'stone' ? genes.pick(9, [4, 6, 8]) : 20;
  const foot = genes.between(19, 0.17, 0.25);
  const profile: Profile = [
    [foot, 0],
    [foot, 0.05],
    [foot * 0.8, 0.06],
    [foot * 0.78, 0.1],
    [thick * 1.7, 0.14],
    [thick, 0.2],
    [thick * 0.9, tall * 0.55],
    [thick * 1.35, tall * 0.58],
    [thick * 0.9, tall * 0.61],
    [thick * 0.8, tall - 0.08],
    [thick * 2.4, tall],
  ];
  const stone = lch(0.68, 0.025, palette.hue);
  const wood = mix(palette.deep, palette.second, 0.25);
  const isStone = style === 'stone';
  const paint: Paint = isStone
    ? ({ at }) => shade(stone, 0.92 + 0.1 * at[1])
    : ({ at }) => (at[1] < 0.12 || genes.has(20, 0.5) ? metal : wood);
  into.add(lathe(profile, { sides, crease: 0.8 }), isStone ? 'matt' : 'metal', paint);
  return tall;
}

/** Short legs for lanterns that sit on the ground. */
export function addFeet(growing: Growing, metal: Lab, into: Sculpture): number {
  const { genes } = growing;
  const wide = genes.between(5, 0.17, 0.25);
  const legs = genes.int(18, 3, 4);
  const tall = genes.between(17, 0.1, 0.3);
  const path = curve(
    [wide * 0.75, tall + 0.02, 0],
    [wide * 0.95, tall * 0.6, 0],
    [wide * 0.9, tall * 0.3, 0],
    [wide * 1.3, 0.02, 0],
    8,
  );
  const leg = tube(path, (t) => 0.02 + 0.008 * t, 8);
  into.add(
    leg,
    'metal',
    metal,
    Array.from({ length: legs }, (_, at) => upright([0, 0, 0], 1, (at / legs) * TAU + 0.4)),
  );
  into.add(ball(wide * 0.3, 2, 0.7), 'metal', metal, [upright([0, tall, 0])]);
  return tall;
}

/** A crooked branch with a hook; returns where the lamp hangs. */
export function addCrook(growing: Growing, metal: Lab, into: Sculpture): Frame {
  const { genes, palette } = growing;
  const tall = genes.between(17, 1.35, 1.7);
  const reach = genes.between(18, 0.3, 0.48);
  const [x, , z] = direction(PI * genes.between(19, -0.2, 0.2), 0);
  const rise = curve(
    [0, 0, 0],
    [-0.16, tall * 0.4, 0.05],
    [-0.12 * x, tall * 1.02, 0],
    [reach * 0.55 * x, tall, reach * 0.4 * z],
    14,
  );
  const tip = curve(
    [reach * 0.55 * x, tall, reach * 0.4 * z],
    [reach * 0.85 * x, tall * 0.985, reach * 0.6 * z],
    [reach * x, tall * 0.97, reach * 0.7 * z],
    [reach * x, tall * 0.9, reach * 0.7 * z],
    6,
  );
  const wood = mix(lch(0.45, 0.05, 0.13), palette.deep, 0.3);
  into.add(
    tube([...rise, ...tip.slice(1)], (t) => 0.05 - 0.034 * t, 9),
    'matt',
    ({ u }) => shade(wood, 0.8 + 0.45 * u),
  );
  const foot = lathe(
    [
      [0.26, 0],
      [0.24, 0.05],
      [0.16, 0.09],
      [0.06, 0.12],
    ],
    { sides: 9, crease: 1 },
  );
  into.add(foot, 'matt', shade(lch(0.6, 0.03, palette.hue), 1));
  into.add(torus(0.035, 0.008, 16, 6), 'metal', metal, [
    facing([reach * x, tall * 0.9 - 0.035, reach * 0.7 * z], [1, 0, 0], [0, 1, 0]),
  ]);
  const wide = genes.between(5, 0.17, 0.25) * 0.85;
  const lampHeight =
    0.06 + wide * genes.between(6, 1.5, 2.4) + wide * genes.between(11, 0.5, 1.15) + wide * 0.32 + 0.13;
  return upright([reach * x, tall * 0.9 - 0.05 - lampHeight, reach * 0.7 * z]);
}
