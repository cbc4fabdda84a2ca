/** The cap of a mushroom: skin, gills and spots. */
import { type Lab, mix, shade } from '#content/generators/sculpt/colour.ts';
import { direction, type Frame, facing, nested, smoothstep } from '#content/generators/sculpt/frame.ts';
import { lathe, type Profile, smoothProfile } from '#content/generators/sculpt/lathe.ts';
import type { Growing } from '#content/generators/sculpt/mesh-generator.ts';
import { displace, patternOf } from '#content/generators/sculpt/pattern.ts';
import type { Sculpture } from '#content/generators/sculpt/sculpture.ts';
import { ball } from '#content/generators/sculpt/stones.ts';
import type { Genes } from '#content/genomes/genes.ts';
import { PI, TAU } from '#shared/maths/deterministic.ts';
import type { Vec3 } from '#shared/maths/vector.ts';

/** The outside of a cap from rim to top: radius and height as shares of the cap's radius. */
interface Cap {
  readonly word: string;
  readonly outside: Profile;
  /** How far the gills rise inwards, a share of the radius. */
  readonly hollow: number;
}

/** Every kind of cap, chosen by gene 4. */
export const CAPS: readonly Cap[] = [
  {
    word: 'domed',
    hollow: 0.16,
    outside: [
      [1, 0.05],
      [0.97, 0.3],
      [0.74, 0.66],
      [0.4, 0.85],
      [0, 0.92],
    ],
  },
  {
    word: 'wide',
    hollow: 0.1,
    outside: [
      [1, 0.04],
      [0.93, 0.18],
      [0.62, 0.4],
      [0.3, 0.5],
      [0, 0.53],
    ],
  },
  {
    word: 'pointed',
    hollow: 0.2,
    outside: [
      [1, 0.03],
      [0.84, 0.28],
      [0.5, 0.78],
      [0.22, 1.2],
      [0, 1.42],
    ],
  },
  {
    word: 'bell',
    hollow: 0.3,
    outside: [
      [1.06, -0.02],
      [0.86, 0.2],
      [0.74, 0.62],
      [0.5, 0.98],
      [0, 1.12],
    ],
  },
  {
    word: 'round',
    hollow: 0.22,
    outside: [
      [0.86, -0.06],
      [1, 0.3],
      [0.92, 0.72],
      [0.56, 1.06],
      [0, 1.18],
    ],
  },
  {
    word: 'tufted',
    hollow: 0.12,
    outside: [
      [1, 0.04],
      [0.9, 0.24],
      [0.5, 0.42],
      [0.26, 0.62],
      [0, 0.82],
    ],
  },
];

/** Cap, gills and spots on the head of a stem. */
export function addCap(growing: Growing, head: Frame, thick: number, which: number, into: Sculpture): void {
  const { genes, palette, network } = growing;
  const kind = genes.pick(4, CAPS);
  const radius = Math.max(thick * 2.1, genes.between(8, 0.26, 0.46));
  const tall = genes.between(9, 0.8, 1.15);
  const outside = smoothProfile(
    kind.outside.map(([r, y]) => [r * radius, y * radius * tall] as const),
    7,
  );
  const rim = outside[0] ?? [radius, 0];
  const pattern = patternOf(network, 1.6 / radius);
  const skin = lathe([[rim[0] * 0.93, rim[1] + 0.01], ...outside], { sides: 44, crease: -1 });
  const bumpy = displace(skin, (at) => pattern(at).relief * radius * 0.07 * smoothstep(0, 0.25 * radius, at[1]));
  const two = genes.has(17, 0.5);
  into.add(
    bumpy,
    'gloss',
    ({ at, v }) => {
      const { stripe, tint } = pattern(at);
      const top = mix(
        shade(palette.main, 0.92),
        shade(mix(palette.main, palette.pale, 0.3), 1.04),
        smoothstep(0.1, 1, v),
      );
      const clouded = mix(top, palette.second, (two ? 0.75 : 0.25) * smoothstep(0.05, 0.4, stripe));
      const edge = mix(clouded, mix(palette.pale, palette.second, 0.4), smoothstep(0.16, 0.02, v) * 0.85);
      return shade(edge, 1 + 0.05 * tint);
    },
    [head],
  );
  addGills(growing, head, radius, rim, kind.hollow, thick, into);
  addSpots(genes, growing, head, outside, which, into);
}

function addGills(
  growing: Growing,
  head: Frame,
  radius: number,
  rim: readonly [number, number],
  hollow: number,
  thick: number,
  into: Sculpture,
): void {
  const { genes, palette } = growing;
  const gills = genes.int(19, 16, 26);
  const shines = genes.has(20, 0.4);
  const colour: Lab = shines ? palette.glow : mix(palette.pale, palette.main, 0.28);
  const under = lathe(
    [
      [thick * 0.6, radius * hollow],
      [thick, radius * hollow * 0.95],
      [rim[0] * 0.5, radius * hollow * 0.75],
      [rim[0] * 0.85, rim[1] + radius * hollow * 0.3],
      [rim[0] * 0.985, rim[1] - 0.004],
      [rim[0] * 0.95, rim[1] + 0.03],
    ],
    {
      sides: gills * 3,
      crease: 0.6,
      lift: (angle, t) => (t > 0.1 && t < 0.7 ? radius * 0.03 * wave(angle, gills) : 0),
    },
  );
  into.add(
    under,
    shines ? 'glow' : 'matt',
    ({ at, v }) => {
      const groove = 0.5 + 0.5 * wave3(at, gills);
      return mix(shade(colour, 0.74 + 0.18 * v), colour, groove);
    },
    [head],
  );
}

/** Raised spots on the golden angle, larger above. */
function addSpots(genes: Genes, growing: Growing, head: Frame, outside: Profile, which: number, into: Sculpture): void {
  const count = genes.int(13, 0, 15) * (which === 0 ? 1 : 0.5);
  if (count < 2) return;
  const { palette } = growing;
  const scatter = genes.scatter(47, `spots ${which}`);
  const radius = outside[0]?.[0] ?? 0.3;
  const frames: Frame[] = [];
  for (let at = 0; at < count; at++) {
    const place = 0.1 + 0.86 * Math.sqrt((at + 0.5) / count);
    const row = Math.max(1, Math.min(outside.length - 2, Math.floor((1 - place) * outside.length)));
    const [r, y] = outside[row] ?? [0, 0];
    const [r2, y2] = outside[row + 1] ?? [0, 0];
    const turn = at * 2.399963229728653 + scatter.between(-0.3, 0.3);
    const [x, , z] = direction(turn, 0);
    const [outwards, up] = [y2 - y, r - r2];
    const normal: Vec3 = [x * outwards, up, z * outwards];
    frames.push(nested(head, facing([r * x, y, r * z], normal, [x, 0.3, z], scatter.between(0.6, 1.25))));
  }
  const size = radius * genes.between(14, 0.08, 0.15);
  const glows = genes.has(15, 0.3);
  const colour = glows ? palette.glow : genes.has(16, 0.7) ? palette.pale : palette.accent;
  into.add(ball(size, 2, 0.45), glows ? 'glow' : 'matt', colour, frames);
}

/** A triangle wave −1 … 1 with `count` periods a turn. */
export function wave(angle: number, count: number): number {
  const phase = (angle / TAU) * count;
  return 4 * Math.abs(phase - Math.floor(phase) - 0.5) - 1;
}

function wave3(at: Vec3, count: number): number {
  const quarter = Math.abs(at[0]) + Math.abs(at[2]);
  if (quarter < 1e-9) return 0;
  // The angle by its diamond form is enough for stripes and costs no arc tangent.
  const diamond = at[0] >= 0 ? at[2] / quarter : 2 - at[2] / quarter;
  return wave((diamond / 4) * PI * 2, count);
}
