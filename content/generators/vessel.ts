/** Vessels: vases, amphoras, bottles, bowls, jars and teapots, thrown on the wheel and painted in bands. */
import { cos, PI, sin, TAU } from '#shared/maths/deterministic.ts';
import type { Vec3 } from '#shared/maths/vector.ts';
import type { Generator } from './generator.ts';
import { lch, mix, shade } from './sculpt/colour.ts';
import { facing, smoothstep, upright } from './sculpt/frame.ts';
import { lathe, type Profile, smoothProfile, torus } from './sculpt/lathe.ts';
import { defineMeshGenerator, type Growing } from './sculpt/mesh-generator.ts';
import { patternOf } from './sculpt/pattern.ts';
import type { Paint, Sculpture } from './sculpt/sculpture.ts';
import { ball } from './sculpt/stones.ts';
import { curve, tube } from './sculpt/tube.ts';

/** A kind of vessel: outer outline from foot to lip, and what is added to it. */
interface Kind {
  readonly word: string;
  readonly outline: Profile;
  readonly handles: number;
  readonly lid: boolean;
  readonly spout: boolean;
}

const KINDS: readonly Kind[] = [
  {
    word: 'slender',
    outline: [
      [0.2, 0],
      [0.22, 0.04],
      [0.34, 0.34],
      [0.3, 0.66],
      [0.13, 0.88],
      [0.2, 1],
    ],
    handles: 0,
    lid: false,
    spout: false,
  },
  {
    word: 'two-handled',
    outline: [
      [0.15, 0],
      [0.13, 0.07],
      [0.36, 0.45],
      [0.34, 0.64],
      [0.14, 0.82],
      [0.2, 1],
    ],
    handles: 2,
    lid: false,
    spout: false,
  },
  {
    word: 'lidded',
    outline: [
      [0.24, 0],
      [0.38, 0.2],
      [0.42, 0.46],
      [0.34, 0.68],
      [0.26, 0.74],
    ],
    handles: 0,
    lid: true,
    spout: false,
  },
  {
    word: 'pouring',
    outline: [
      [0.22, 0],
      [0.4, 0.14],
      [0.44, 0.34],
      [0.34, 0.54],
      [0.2, 0.6],
    ],
    handles: 1,
    lid: true,
    spout: true,
  },
  {
    word: 'bellied',
    outline: [
      [0.2, 0],
      [0.44, 0.22],
      [0.42, 0.44],
      [0.12, 0.66],
      [0.1, 0.86],
      [0.15, 0.94],
    ],
    handles: 0,
    lid: false,
    spout: false,
  },
  {
    word: 'wide',
    outline: [
      [0.18, 0],
      [0.14, 0.08],
      [0.3, 0.2],
      [0.46, 0.42],
      [0.52, 0.52],
    ],
    handles: 0,
    lid: false,
    spout: false,
  },
];

/** Genes: 4 kind, 5–8 form, 9–13 glaze, 14–16 trimmings. */
export const vessel: Generator = defineMeshGenerator({
  id: 'vessel',
  version: 1,
  title: 'vessel',
  family: 7,
  describe: (genes) => genes.pick(4, KINDS).word.replace('-', ' '),
  build(growing, into) {
    const { genes } = growing;
    const kind = genes.pick(4, KINDS);
    const outer = outlineOf(growing, kind);
    addBody(growing, outer, into);
    for (let side = 0; side < kind.handles; side++) addHandle(growing, outer, side === 0 ? 1 : -1, into);
    if (kind.spout) addSpout(growing, outer, into);
    if (kind.lid) addLid(growing, outer, into);
  },
});

/** The outline in metres with its genes' swell. */
function outlineOf({ genes }: Growing, kind: Kind): Profile {
  const tall = genes.between(5, 0.85, 1.15);
  const wide = genes.between(6, 0.8, 1.15);
  const swell = genes.between(7, -0.16, 0.2);
  const points = kind.outline.map(([r, y]) => [r * wide * (1 + swell * sin(y * PI)), y * tall] as const);
  return smoothProfile(points, 9);
}

/** Wall outside, lip, wall inside; glazed in bands that the pattern disturbs. */
function addBody(growing: Growing, outer: Profile, into: Sculpture): void {
  const { genes } = growing;
  const flutes = genes.has(8, 0.35) ? genes.int(16, 7, 14) : 0;
  const inner = [...outer].reverse().map(([r, y]) => [Math.max(0, r - 0.025), Math.max(0.03, y - 0.004)] as const);
  const lip = outer[outer.length - 1] ?? [0.2, 1];
  const profile: Profile = [...outer, [lip[0] + 0.006, lip[1] + 0.012], [lip[0] - 0.018, lip[1] + 0.014], ...inner];
  const count = outer.length;
  const body = lathe(profile, {
    sides: 56,
    crease: 0.3,
    ripple: (angle, along) => {
      const up = Math.min(1, along * (profile.length / count));
      return 1 + (up < 1 ? (flutes > 0 ? 0.025 : 0) * cos(angle * flutes) * sin(up * PI) : 0);
    },
  });
  into.add(body, 'gloss', glaze(growing, lip[1]));
}

/** Clay below, glaze above, two painted bands, drops where the glaze ran. */
function glaze({ genes, palette, network }: Growing, tall: number): Paint {
  const pattern = patternOf(network, genes.between(9, 2.5, 5));
  const clay = lch(0.62, 0.07, 0.14 + 0.04 * genes.unit(10));
  const bands = genes.int(11, 0, 3);
  const bare = genes.between(12, -0.2, 0.3);
  const dark = mix(palette.main, palette.deep, 0.45);
  return ({ at }) => {
    const { stripe, relief, tint } = pattern([Math.abs(at[0]), at[1], at[2]]);
    const up = at[1] / tall;
    const rise = mix(shade(palette.main, 0.9), mix(palette.main, palette.pale, 0.35), smoothstep(0.1, 1, up));
    const clouded = mix(rise, palette.second, smoothstep(0.08, 0.3, stripe) * 0.8);
    let colour = shade(clouded, 1 + 0.05 * tint);
    for (let band = 0; band < bands; band++) {
      const middle = 0.34 + 0.2 * band;
      const off = Math.abs(up - middle);
      colour = mix(colour, band % 2 === 0 ? dark : palette.accent, smoothstep(0.034, 0.026, off) * 0.9);
    }
    return mix(clay, colour, smoothstep(bare - 0.01, bare + 0.01, up + 0.06 * relief));
  };
}

/** Radius and height of the outline at a share of its height. */
function at(outer: Profile, share: number): readonly [number, number] {
  const top = outer[outer.length - 1]?.[1] ?? 1;
  return outer.find(([, y]) => y >= share * top) ?? [0.2, top];
}

function addHandle({ genes, palette }: Growing, outer: Profile, side: number, into: Sculpture): void {
  const [lowR, lowY] = at(outer, 0.42);
  const [highR, highY] = at(outer, 0.84);
  const out = genes.between(14, 0.16, 0.3);
  const path = curve(
    [side * (highR - 0.01), highY, 0],
    [side * (highR + out), highY + 0.08, 0],
    [side * (lowR + out), lowY + 0.12, 0],
    [side * (lowR - 0.015), lowY, 0],
    18,
  );
  into.add(
    tube(path, (t) => 0.028 - 0.012 * Math.abs(t - 0.5), 12),
    'gloss',
    mix(palette.main, palette.deep, 0.2),
  );
}

function addSpout({ genes, palette }: Growing, outer: Profile, into: Sculpture): void {
  const [r, y] = at(outer, 0.4);
  const top = outer[outer.length - 1]?.[1] ?? 0.6;
  const reach = genes.between(15, 0.2, 0.3);
  const path = curve(
    [-r + 0.06, y, 0],
    [-r - reach * 0.7, y, 0],
    [-r - reach * 0.6, top, 0],
    [-r - reach, top + 0.06, 0],
    16,
  );
  into.add(
    tube(path, (t) => 0.075 - 0.048 * t, 16),
    'gloss',
    ({ u }) => mix(palette.main, mix(palette.main, palette.pale, 0.4), u),
  );
}

function addLid({ genes, palette }: Growing, outer: Profile, into: Sculpture): void {
  const [r, y] = outer[outer.length - 1] ?? [0.2, 0.7];
  const tall = r * genes.between(16, 0.35, 0.8);
  const lid = lathe(
    smoothProfile(
      [
        [r * 0.9, 0],
        [r * 1.06, 0.004],
        [r * 1.04, 0.03],
        [r * 0.66, tall * 0.7],
        [0, tall],
      ],
      6,
    ),
    { sides: 44, crease: 0.5 },
  );
  const colour = mix(palette.main, palette.deep, 0.2);
  into.add(lid, 'gloss', ({ at: p }) => mix(colour, mix(palette.main, palette.pale, 0.3), smoothstep(0, tall, p[1])), [
    upright([0, y + 0.012, 0]),
  ]);
  const knob: Vec3 = [0, y + tall + 0.045, 0];
  into.add(ball(0.05, 3, 0.9), 'metal', lch(0.78, 0.11, 0.23), [facing(knob, [0, 1, 0], [0, 0, 1])]);
  into.add(torus(r * 1.05, 0.009, 44, 8), 'metal', lch(0.78, 0.11, 0.23), [upright([0, y + 0.02, 0], 1, TAU / 88)]);
}
