/** A small piece of ground to stand on: moss, blades of grass, a few stones. */
import { TAU } from '#shared/maths/deterministic.ts';
import { mix, shade } from './colour.ts';
import { direction, type Frame, facing, smoothstep, upright } from './frame.ts';
import type { Growing } from './mesh-generator.ts';
import { tone } from './palette.ts';
import { displace, patternOf } from './pattern.ts';
import type { Sculpture } from './sculpture.ts';
import { OUTLINES, sheet } from './sheet.ts';
import { ball, pebble } from './stones.ts';

/** Reads gene 44 (green), 45 (stones), 46 (grass). @param radius metres */
export function addMound(growing: Growing, radius: number, into: Sculpture): void {
  const { genes, network } = growing;
  const green = tone(genes.between(44, 0.335, 0.45), 0.68, 0.115);
  const pattern = patternOf(network, 1.3 / radius);
  const soil = displace(ball(radius, 3, 0.2), (at) => {
    const upper = smoothstep(-0.02, 0.06, at[1]);
    return pattern(at).relief * 0.035 * upper - (1 - upper) * Math.max(0, -at[1] - 0.015) * 0.9;
  });
  into.add(soil, 'matt', ({ at, normal }) =>
    mix(shade(green, 0.72), shade(green, 1.05), smoothstep(0, 1, normal[1]) * (0.8 + 0.2 * pattern(at).tint)),
  );
  const scatter = genes.scatter(47, 'mound');
  const stones: Frame[] = [];
  for (let at = genes.int(45, 1, 4); at > 0; at--) {
    const [x, , z] = direction(scatter.between(0, TAU), 0);
    stones.push(
      upright([x * radius * 0.85, 0.02, z * radius * 0.85], scatter.between(0.5, 1.1), scatter.between(0, TAU)),
    );
  }
  into.add(
    pebble(scatter, [0.085, 0.06, 0.075], 0.12, 1),
    'matt',
    shade(mix(growing.palette.deep, growing.palette.pale, 0.6), 1),
    stones,
  );
  const blades: Frame[] = [];
  for (let at = genes.int(46, 5, 16); at > 0; at--) {
    const [x, , z] = direction(scatter.between(0, TAU), 0);
    const far = radius * scatter.between(0.35, 0.88);
    const lean: [number, number, number] = [x * 0.4, 1, z * 0.4];
    blades.push(
      facing(
        [x * far, radius * 0.19 * (1 - (far * far) / (radius * radius)), z * far],
        lean,
        [-x, 0.2, -z],
        scatter.between(0.6, 1.2),
      ),
    );
  }
  const blade = sheet({
    length: 0.16,
    width: (t) => OUTLINES.pointed(t) * 0.016,
    thickness: 0.006,
    bend: 0.7,
    cup: 0.3,
    steps: 5,
    across: 2,
  });
  into.add(blade, 'matt', ({ u }) => mix(shade(green, 0.8), shade(green, 1.2), u), blades);
}
