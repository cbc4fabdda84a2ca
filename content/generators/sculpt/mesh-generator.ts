/** Makes a Generator of a plan: everything but the shape itself is the same for all generators of meshes. */
import type { Generator } from '#content/generators/generator.ts';
import type { Cppn } from '#content/genomes/cppn.ts';
import { Genes } from '#content/genomes/genes.ts';
import { crossGenomes, decodeGenome, GENOME_BYTES, mutateGenome, randomGenome } from '#content/genomes/genome.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { hueName } from './names.ts';
import { type Palette, paletteOf } from './palette.ts';
import { MESH_NETWORK } from './pattern.ts';
import { Sculpture } from './sculpture.ts';

/** What a plan builds from. */
export interface Growing {
  readonly genes: Genes;
  readonly network: Cppn;
  readonly palette: Palette;
  /** Cells along the longest side, 96 in standard quality. */
  readonly resolution: number;
}

/** The part of a mesh generator that is its own. Genes 0–3 are the palette's, 47 is scatter. */
export interface Plan {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  /** The family byte of its genomes; never reused. */
  readonly family: number;
  build(growing: Growing, into: Sculpture): void;
  /** Turns of hue of the main colour, when not every hue suits. */
  hue?(genes: Genes): number;
  /** One word for the shape: "crooked". */
  describe(genes: Genes): string;
}

/** Finest and coarsest grid a caller may ask for. */
const RESOLUTION = { min: 16, max: 128 } as const;

/** A generator that keeps every law of the catalogue as long as its plan is pure. */
export function defineMeshGenerator(plan: Plan): Generator {
  const colours = (genes: Genes) => paletteOf(genes, plan.hue?.(genes));
  const form = { family: plan.family, network: MESH_NETWORK };
  return {
    id: plan.id,
    version: plan.version,
    title: plan.title,
    medium: 'mesh',
    genomeBytes: GENOME_BYTES,
    check: (genome) => void decodeGenome(genome, form),
    random: (rng) => randomGenome(rng, form),
    mutate: (genome, rng) => mutateGenome(genome, rng, form),
    cross: (a, b, rng) => crossGenomes(a, b, rng, form),
    grow(genome, resolution) {
      if (!(resolution >= RESOLUTION.min && resolution <= RESOLUTION.max))
        throw new DimensionError('generator.resolution', 'A work is grown at 16 to 128 cells.', { got: resolution });
      const { genes: bytes, network } = decodeGenome(genome, form);
      const genes = new Genes(bytes);
      const sculpture = new Sculpture();
      plan.build({ genes, network, palette: colours(genes), resolution }, sculpture);
      return sculpture.finish();
    },
    name(genome) {
      const genes = new Genes(decodeGenome(genome, form).genes);
      return `${hueName(colours(genes).hue)} ${plan.describe(genes)} ${plan.title}`;
    },
  };
}
