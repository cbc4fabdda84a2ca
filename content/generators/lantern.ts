/** Lanterns: a light in glass, paper or stone, under a roof, on a post, a foot or a hook. */
import { PI, sin, TAU } from '#shared/maths/deterministic.ts';
import type { Generator } from './generator.ts';
import { type Lab, lch, mix, shade } from './sculpt/colour.ts';
import { lathe, type Profile, smoothProfile, torus } from './sculpt/lathe.ts';
import { defineMeshGenerator, type Growing } from './sculpt/mesh-generator.ts';
import { patternOf } from './sculpt/pattern.ts';
import type { Paint, Sculpture } from './sculpt/sculpture.ts';
import { ball } from './sculpt/stones.ts';
import { curve, tube } from './sculpt/tube.ts';
import { direction, type Frame, facing, nested, smoothstep, upright, type Vec3 } from './sculpt/vector.ts';

const STYLES = ['standing', 'crooked', 'paper', 'stone', 'garden'] as const;
type Style = (typeof STYLES)[number];

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

/** Genes: 4 style, 5–8 light, 9–13 roof, 14–16 cage, 17–20 post, 21–23 colours. */
export const lantern: Generator = defineMeshGenerator({
  id: 'lantern',
  version: 1,
  title: 'lantern',
  family: 4,
  describe: (genes) => genes.pick(4, STYLES),
  build(growing, into) {
    const { genes } = growing;
    const style = genes.pick(4, STYLES);
    const metal = metalOf(growing);
    if (style === 'crooked') {
      const hook = addCrook(growing, metal, into);
      addLamp(growing, style, hook, into);
      return;
    }
    const foot =
      style === 'garden' || style === 'paper' ? addFeet(growing, metal, into) : addPost(growing, style, metal, into);
    addLamp(growing, style, upright([0, foot, 0]), into);
  },
});

/** Brass, copper, pewter or a lacquer of the palette. */
function metalOf({ genes, palette }: Growing): Lab {
  return genes.pick(21, [
    lch(0.74, 0.1, 0.22),
    lch(0.62, 0.09, 0.13),
    lch(0.6, 0.03, 0.7),
    mix(palette.deep, palette.main, 0.35),
  ]);
}

/** The lamp with its bottom at the frame's origin: base, light, cage, roof, ring. */
function addLamp(growing: Growing, style: Style, frame: Frame, into: Sculpture): void {
  const { genes, palette } = growing;
  const metal = metalOf(growing);
  const wide = genes.between(5, 0.17, 0.25) * (style === 'crooked' ? 0.85 : 1);
  const tall = wide * genes.between(6, 1.5, 2.4);
  const sides = style === 'stone' ? genes.pick(9, [4, 6, 8]) : genes.pick(9, [6, 8, 28, 28]);
  const crease = 0.8;
  const stone = lch(0.72, 0.025, palette.hue);
  const frameColour: Lab = style === 'stone' ? stone : metal;
  const plate = lathe(
    [
      [wide * 0.75, 0],
      [wide * 1.08, 0.012],
      [wide * 1.08, 0.045],
      [wide * 0.9, 0.065],
    ],
    { sides, crease },
  );
  const surface = style === 'stone' ? 'matt' : 'metal';
  into.add(plate, surface, frameColour, [frame]);
  const up = nested(frame, upright([0, 0.06, 0]));
  if (style === 'paper') addPaper(growing, up, wide, tall, into);
  else addGlass(growing, style, up, wide, tall, frameColour, sides, into);
  addRoof(growing, style, nested(up, upright([0, tall, 0])), wide, sides, into);
}

/** Light in glass behind bars that follow it. */
function addGlass(
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
function addPaper(growing: Growing, frame: Frame, wide: number, tall: number, into: Sculpture): void {
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

/** A roof with a sweep, a knob and, when it hangs or stands free, a ring. */
function addRoof(growing: Growing, style: Style, frame: Frame, wide: number, sides: number, into: Sculpture): void {
  const { genes, palette } = growing;
  const over = genes.between(10, 1.25, 1.7);
  const tall = wide * genes.between(11, 0.5, 1.15);
  const sweep = genes.between(12, -0.1, 0.16);
  const r = wide * over;
  const roof = lathe(
    smoothProfile(
      [
        [r * 0.55, -0.005],
        [r * 0.96, -0.02 + sweep * 0.3],
        [r, 0.015 + sweep * 0.3],
        [r * 0.62, tall * (0.4 - sweep)],
        [r * 0.26, tall * 0.84],
        [wide * 0.14, tall],
      ],
      3,
    ),
    { sides, crease: 0.85 },
  );
  const tiles = genes.int(13, 0, 2);
  const stone = lch(0.66, 0.03, palette.hue);
  const colour: Lab = style === 'stone' ? stone : palette.main;
  into.add(
    roof,
    style === 'stone' ? 'matt' : 'gloss',
    ({ at, u }) => {
      const band = tiles > 0 ? Math.floor(u * 24) % 2 : 0;
      const rim = smoothstep(r * 0.86, r, Math.sqrt(at[0] * at[0] + at[2] * at[2]));
      const body = shade(mix(colour, palette.second, style === 'stone' ? 0 : 0.3 * rim), 0.94 + 0.1 * (at[1] / tall));
      return shade(body, band === 1 && style !== 'stone' ? 0.96 : 1);
    },
    [frame],
  );
  const metal = style === 'stone' ? stone : metalOf(growing);
  const surface = style === 'stone' ? 'matt' : 'metal';
  const knob = wide * 0.2;
  into.add(
    lathe(
      smoothProfile(
        [
          [0, -knob],
          [knob, -knob * 0.1],
          [knob * 0.8, knob * 0.6],
          [0, knob * 1.5],
        ],
        4,
      ),
      { sides: 16 },
    ),
    surface,
    metal,
    [nested(frame, upright([0, tall + knob * 0.5, 0]))],
  );
  if (style === 'stone' || style === 'standing') return;
  into.add(torus(0.042, 0.01, 20, 7), surface, metal, [
    nested(frame, facing([0, tall + knob * 1.6 + 0.04, 0], [0, 0, 1], [0, 1, 0])),
  ]);
}

/** A turned post on a stepped foot; returns the height on which the lamp stands. */
function addPost(growing: Growing, style: Style, metal: Lab, into: Sculpture): number {
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
function addFeet(growing: Growing, metal: Lab, into: Sculpture): number {
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
function addCrook(growing: Growing, metal: Lab, into: Sculpture): Frame {
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
