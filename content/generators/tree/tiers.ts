/** Crowns without balls: tiers of needles and long fronds. */
import { mix, shade } from '#content/generators/sculpt/colour.ts';
import { direction, facing, smoothstep, upright } from '#content/generators/sculpt/frame.ts';
import { lathe } from '#content/generators/sculpt/lathe.ts';
import type { Growing } from '#content/generators/sculpt/mesh-generator.ts';
import type { Sculpture } from '#content/generators/sculpt/sculpture.ts';
import { OUTLINES, sheet } from '#content/generators/sculpt/sheet.ts';
import { ball } from '#content/generators/sculpt/stones.ts';
import { TAU } from '#shared/maths/deterministic.ts';
import { add } from '#shared/maths/vector.ts';
import type { Tip } from './trunk.ts';

/** Skirts of needles, each smaller than the one below. */
export function addTiers(growing: Growing, tips: readonly Tip[], into: Sculpture): void {
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
export function addFronds(growing: Growing, tips: readonly Tip[], into: Sculpture): void {
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
