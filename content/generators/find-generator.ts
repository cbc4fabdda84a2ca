/** Which generator a genome belongs to: its second byte says so, and the generator itself confirms it. */
import { GENERATORS, load } from '#content/catalog.ts';
import { DimensionError, isDimensionError } from '#shared/base/errors.ts';
import type { Generator } from './generator.ts';

/** @throws DimensionError `genome.unknown` when no generator knows the family; `genome.*` when the genome is broken */
export async function findGenerator(genome: Uint8Array): Promise<Generator> {
  for (const id of Object.keys(GENERATORS)) {
    const generator = await load(GENERATORS, id);
    try {
      generator.check(genome);
      return generator;
    } catch (error) {
      if (!isDimensionError(error) || error.code !== 'genome.family') throw error;
    }
  }
  throw new DimensionError('genome.unknown', 'No generator of this world grows genomes of this family.', {
    family: genome[1] ?? -1,
  });
}
