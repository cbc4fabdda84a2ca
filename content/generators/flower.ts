/** Flowers: a bent stem, leaves, one to three blooms of petals in whorls about a heart of seeds. */
import type { Generator } from '#content/generators/generator.ts';
import { mix, shade } from '#content/generators/sculpt/colour.ts';
import { defineMeshGenerator } from '#content/generators/sculpt/mesh-generator.ts';
import { tube } from '#content/generators/sculpt/tube.ts';
import { addBloom } from './flower/bloom.ts';
import { BLOOMS } from './flower/blooms.ts';
import { addLeaves, leafGreen, stemPath } from './flower/stem.ts';

/** Genes: 4 bloom, 5–13 petals, 14–20 stem, 21–25 leaves, 26–28 further blooms. */
export const flower: Generator = defineMeshGenerator({
  id: 'flower',
  version: 1,
  title: 'flower',
  family: 1,
  // Petals keep away from the greens of their leaves: three quarters of the circle, from violet over red to yellow.
  hue: (genes) => 0.58 + genes.unit(0) * 0.73,
  describe: (genes) => genes.pick(4, BLOOMS).word,
  build(growing, into) {
    const { genes, palette } = growing;
    const green = leafGreen(genes);
    const height = genes.between(14, 0.85, 1.35);
    const path = stemPath(genes, height, 0);
    into.add(
      tube(path, (t) => 0.036 - 0.014 * t, 10),
      'matt',
      ({ u }) => mix(shade(green, 0.8), green, u),
    );
    addLeaves(genes, green, path, into);
    addBloom(growing, palette, path, genes.between(5, 0.3, 0.42), into);
    const more = genes.int(26, 0, 3) - 1;
    for (let bud = 0; bud < more; bud++) {
      const side = stemPath(genes, height * (0.62 - 0.14 * bud), bud + 1);
      into.add(
        tube(side, (t) => 0.024 - 0.01 * t, 8),
        'matt',
        ({ u }) => mix(shade(green, 0.8), green, u),
      );
      addBloom(growing, palette, side, genes.between(5, 0.3, 0.42) * (0.6 - 0.1 * bud), into);
    }
  },
});
