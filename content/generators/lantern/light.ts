/** What shines in a lantern: glass behind bars, or painted paper. */
import { type Lab, lch, mix, shade } from '#content/generators/sculpt/colour.ts';
import { type Frame, nested, smoothstep, upright } from '#content/generators/sculpt/frame.ts';
import { lathe, type Profile, smoothProfile, torus } from '#content/generators/sculpt/lathe.ts';
import type { Growing } from '#content/generators/sculpt/mesh-generator.ts';
import { patternOf } from '#content/generators/sculpt/pattern.ts';
import type { Paint, Sculpture } from '#content/generators/sculpt/sculpture.ts';
import { tube } from '#content/generators/sculpt/tube.ts';
import { PI, sin, TAU } from '#shared/maths/deterministic.ts';
import type { Vec3 } from '#shared/maths/vector.ts';
import type { Style } from './style.ts';

/** The light's outline: radius and height as shares of its half width and height. */
const GLASSES: readonly Profile[] = [
  [
    [0.62, 0],
    [0.95, 0.3],
    [1, 0.62],
    [0.7, 1],
  ],
  [
    [0.8, 0],
    [0.86, 0.5],
    [0.92, 1],
  ],
  [
    [0.5, 0],
    [0.98, 0.34],
    [0.98, 0.66],
    [0.5, 1],
  ],
  [
    [0.9, 0],
    [0.98, 0.2],
    [0.8, 0.75],
    [0.55, 1],
  ],
];

/** Light in glass behind bars that follow it. */
export function addGlass(
  growing: Growing,
  style: Style,
  frame: Frame,
  wide: number,
  tall: number,
  metal: Lab,
  sides: number,
  into: Sculpture,
): void {
  const { genes } = growing;
  const outline = genes.pick(7, GLASSES);
  const profile = smoothProfile(
    outline.map(([r, y]) => [r * wide * 0.92, y * tall] as const),
    6,
  );
  const light = lathe(profile, {
    sides: style === 'stone' ? sides : Math.max(24, sides),
    crease: style === 'stone' ? 0.9 : 0.4,
  });
  into.add(light, 'glow', lightPaint(growing, tall), [frame]);
  const bars = style === 'stone' ? sides : genes.int(14, 4, 8);
  const thick = style === 'stone' ? wide * 0.13 : genes.between(15, 0.011, 0.018);
  const path = profile.filter((_, at) => at % 3 === 0).map(([r, y]): Vec3 => [r * 1.03 + thick * 0.5, y, 0]);
  const bar = tube(path, () => thick, style === 'stone' ? 6 : 7);
  const surface = style === 'stone' ? 'matt' : 'metal';
  into.add(
    bar,
    surface,
    metal,
    Array.from({ length: bars }, (_, at) => nested(frame, upright([0, 0, 0], 1, (at / bars) * TAU))),
  );
  if (style === 'stone') return;
  for (const place of genes.has(16, 0.5) ? [0.5] : [0.3, 0.7]) {
    const [r, y] = profile[Math.floor(place * (profile.length - 1))] ?? [wide, tall / 2];
    into.add(torus(r * 1.03 + thick * 0.5, thick * 0.8, 28, 7), surface, metal, [nested(frame, upright([0, y, 0]))]);
  }
}

/** A ribbed paper globe with a painted pattern that shines through. */
export function addPaper(growing: Growing, frame: Frame, wide: number, tall: number, into: Sculpture): void {
  const { genes, palette, network } = growing;
  const ribs = genes.int(14, 6, 11);
  const bulge = genes.between(7, 0.3, 0.75);
  const steps = ribs * 4;
  const profile = Array.from({ length: steps + 1 }, (_, at): readonly [number, number] => {
    const t = at / steps;
    const swell = 1 - bulge + bulge * Math.sqrt(Math.max(0, 1 - (2 * t - 1) * (2 * t - 1) * 0.9));
    const rib = 0.95 + 0.05 * Math.abs(sin(t * ribs * PI));
    return [wide * 1.15 * swell * rib, t * tall];
  });
  const pattern = patternOf(network, 1.7 / wide);
  const globe = lathe(profile, { sides: 40, crease: -1 });
  const warm = mix(palette.glow, lch(0.95, 0.06, 0.22), 0.5);
  into.add(
    globe,
    'glow',
    ({ at, v }) => {
      const { stripe, tint } = pattern([Math.abs(at[0]), at[1], at[2]]);
      const crest = Math.abs(sin(v * ribs * PI));
      const painted = mix(warm, palette.main, 0.85 * smoothstep(0.12, 0.22, stripe));
      const twice = mix(painted, palette.second, 0.8 * smoothstep(0.2, 0.3, tint));
      const middle = 1 - (2 * v - 1) * (2 * v - 1);
      return shade(twice, 0.72 + 0.16 * middle + 0.12 * crest);
    },
    [frame],
  );
}

/** Brightest in the middle, as if a flame stood there. */
function lightPaint({ palette }: Growing, tall: number): Paint {
  const warm = mix(palette.glow, lch(0.97, 0.05, 0.24), 0.55);
  return ({ at }) => {
    const off = Math.abs(at[1] / tall - 0.45) * 2;
    return mix(warm, shade(palette.glow, 0.9), smoothstep(0.1, 1, off));
  };
}
