/** Creatures: four body plans with a face one wants to meet, ears, tail, wings, and a coat from the pattern. */

import { bodyOf, PLANS } from './creature/body.ts';
import { addFace } from './creature/face.ts';
import { addTrimmings } from './creature/trimmings.ts';
import type { Generator } from './generator.ts';
import { mix, shade } from './sculpt/colour.ts';
import { smoothstep } from './sculpt/frame.ts';
import { defineMeshGenerator } from './sculpt/mesh-generator.ts';
import { extractNets } from './sculpt/nets.ts';
import { patternOf } from './sculpt/pattern.ts';

/** Genes: 4 plan, 5–12 body, 13–20 face, 21–32 trimmings, 33–36 coat. */
export const creature: Generator = defineMeshGenerator({
  id: 'creature',
  version: 1,
  title: 'creature',
  family: 6,
  describe: (genes) => genes.pick(4, PLANS),
  build(growing, into) {
    const { genes, palette, network, resolution } = growing;
    const body = bodyOf(growing);
    const shell = extractNets(body.field, { cell: 1.25 / resolution, softness: 0.035 });
    const pattern = patternOf(network, genes.between(33, 2.2, 5));
    const coat = genes.between(34, 0, 1) > 0.25 ? 0.9 : 0;
    const edge = genes.between(35, 0.02, 0.3);
    into.add(shell, 'matt', ({ at, normal, base }) => {
      const { stripe, tint } = pattern([Math.abs(at[0]), at[1], at[2]]);
      // Markings stay on the back and flanks: the belly and the face are for being looked at.
      const upper = smoothstep(-0.15, 0.35, normal[1] + normal[2] * 0.35);
      const fromMain = Math.abs(base[1] - palette.main[1]) + Math.abs(base[2] - palette.main[2]);
      const mark = smoothstep(edge, edge + 0.06, stripe) * coat * upper * (fromMain < 0.04 ? 1 : 0);
      const lit = shade(base, 0.94 + 0.1 * smoothstep(-1, 1, normal[1]) + 0.04 * tint);
      return mix(lit, palette.second, mark);
    });
    addFace(growing, body, into);
    addTrimmings(growing, body, into);
  },
});
