/** Trees: a trunk that forks and roots, crowned by clouds, pads, fronds, tiers or hanging strands. */
import type { Generator } from '#content/generators/generator.ts';
import { defineMeshGenerator } from '#content/generators/sculpt/mesh-generator.ts';
import { addMound } from '#content/generators/sculpt/mound.ts';
import { addClouds } from './tree/crown.ts';
import { STYLES } from './tree/style.ts';
import { addFronds, addTiers } from './tree/tiers.ts';
import { addTrunk } from './tree/trunk.ts';

/** Genes: 4 style, 5–12 trunk and boughs, 13–19 crown, 20–24 fruit and flowers. */
export const tree: Generator = defineMeshGenerator({
  id: 'tree',
  version: 1,
  title: 'tree',
  family: 5,
  describe: (genes) => genes.pick(4, STYLES),
  build(growing, into) {
    const style = growing.genes.pick(4, STYLES);
    addMound(growing, 0.42, into);
    const tips = addTrunk(growing, style, into);
    if (style === 'tiered') addTiers(growing, tips, into);
    else if (style === 'palmlike') addFronds(growing, tips, into);
    else addClouds(growing, style, tips, into);
  },
});
