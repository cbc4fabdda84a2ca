/** Mushrooms: a bent stem, a cap with gills and spots, a skirt, a few companions on a mossy mound. */
import type { Generator } from '#content/generators/generator.ts';
import { mix, shade } from '#content/generators/sculpt/colour.ts';
import { direction, type Frame, facing, nested, smoothstep, upright } from '#content/generators/sculpt/frame.ts';
import { lathe, smoothProfile } from '#content/generators/sculpt/lathe.ts';
import { defineMeshGenerator, type Growing } from '#content/generators/sculpt/mesh-generator.ts';
import { addMound } from '#content/generators/sculpt/mound.ts';
import type { Sculpture } from '#content/generators/sculpt/sculpture.ts';
import { alongPath, curve, tube } from '#content/generators/sculpt/tube.ts';
import type { Genes } from '#content/genomes/genes.ts';
import { TAU } from '#shared/maths/deterministic.ts';
import type { Vec3 } from '#shared/maths/vector.ts';
import { addCap, CAPS, wave } from './mushroom/cap.ts';

/** Genes: 4 cap, 5–9 sizes, 10–12 bend, 13–17 spots, 18–20 skirt and gills, 21–24 companions. */
export const mushroom: Generator = defineMeshGenerator({
  id: 'mushroom',
  version: 1,
  title: 'mushroom',
  family: 2,
  describe: (genes) => genes.pick(4, CAPS).word,
  build(growing, into) {
    const { genes } = growing;
    addMushroom(growing, upright([0, 0.02, 0]), 0, into);
    const companions = genes.int(21, 1, 4);
    for (let at = 1; at <= companions; at++) {
      const turn = genes.unit(22) * TAU + at * 2.2;
      const size = genes.between(23, 0.3, 0.46) * (1.15 - 0.16 * at);
      const [x, , z] = direction(turn, 0);
      const far = genes.between(24, 0.26, 0.4) + 0.03 * at;
      addMushroom(growing, facing([x * far, 0.03, z * far], [x * 0.25, 1, z * 0.25], [0, 0, 1], size), at, into);
    }
    addMound(growing, 0.46, into);
  },
});

function addMushroom(growing: Growing, frame: Frame, which: number, into: Sculpture): void {
  const { genes, palette } = growing;
  const height = genes.between(5, 0.5, 0.95);
  const thick = genes.between(6, 0.055, 0.13);
  const path = stemPath(genes, height, which);
  const belly = genes.between(7, 0.1, 0.75);
  const radius = (t: number) => thick * (1 + belly * (1 - t) * (1 - t) - 0.18 * t + 0.12 * smoothstep(0.85, 1, t));
  const foot = mix(palette.pale, palette.second, 0.5);
  into.add(tube(path, radius, 18), 'matt', ({ u }) => mix(foot, palette.pale, smoothstep(0, 0.55, u)), [frame]);
  const { point, tangent } = alongPath(path, 1);
  const head = nested(frame, facing(point, tangent, [0, 0, 1]));
  addCap(growing, head, thick, which, into);
  if (genes.has(18, 0.55)) {
    const { point: waist, tangent: up } = alongPath(path, 0.68);
    const r = radius(0.68);
    const skirt = lathe(
      smoothProfile(
        [
          [r * 0.9, 0.05],
          [r * 1.25, 0.02],
          [r * 1.75, -0.05],
          [r * 1.7, -0.062],
          [r * 1.1, -0.01],
          [r * 0.9, 0.01],
        ],
        3,
      ),
      { sides: 28, crease: -1, lift: (angle, t) => 0.012 * wave(angle, 7) * smoothstep(0.2, 0.6, t) },
    );
    into.add(skirt, 'matt', shade(palette.pale, 0.97), [nested(frame, facing(waist, up, [0, 0, 1]))]);
  }
}

function stemPath(genes: Genes, height: number, which: number): Vec3[] {
  const turn = genes.unit(10) * TAU + which * 2.4;
  const bend = genes.between(11, 0.02, 0.2);
  const [x, , z] = direction(turn, 0);
  const tall = height * (which === 0 ? 1 : genes.between(12, 0.75, 1.2));
  return curve(
    [0, 0, 0],
    [x * bend, tall * 0.35, z * bend],
    [-x * bend * 0.6, tall * 0.75, -z * bend * 0.6],
    [0, tall, 0],
    12,
  );
}
