/** Framed pictures: a CPPN seen through four colours, exported as one ONNX graph that a browser draws. */

import { Genes } from '#content/genomes/genes.ts';
import {
  crossGenomes,
  decodeGenome,
  GENOME_BYTES,
  type GenomeForm,
  mutateGenome,
  randomGenome,
} from '#content/genomes/genome.ts';
import { exportPicture } from './cppn/export.ts';
import { lookOf, STYLE_WORDS } from './cppn/look.ts';
import type { Generator } from './generator.ts';
import { hueName } from './sculpt/names.ts';

/** Picture networks hear x, y and the distance from the middle, and say place, light and line. */
export const PICTURE_FORM: GenomeForm = { family: 64, network: { inputs: 3, outputs: 3 } };

/** Genes: 0–3 palette, 4 style, 5–9 view, 10–14 lines and light. */
export const cppn: Generator = {
  id: 'cppn',
  version: 1,
  title: 'picture',
  medium: 'picture',
  genomeBytes: GENOME_BYTES,
  check: (genome) => void decodeGenome(genome, PICTURE_FORM),
  random: (rng) => randomGenome(rng, PICTURE_FORM),
  mutate: (genome, rng) => mutateGenome(genome, rng, PICTURE_FORM),
  cross: (a, b, rng) => crossGenomes(a, b, rng, PICTURE_FORM),
  grow: (genome) => ({ kind: 'picture', onnx: exportPicture(lookOf(decodeGenome(genome, PICTURE_FORM))) }),
  name(genome) {
    const genes = new Genes(decodeGenome(genome, PICTURE_FORM).genes);
    return `${hueName(genes.unit(0))} ${genes.pick(4, STYLE_WORDS)} picture`;
  },
};
