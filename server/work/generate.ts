/** The job `generate`: makes a new instance of a family from a seed, with its sealed witness. */
import { FAMILIES, load } from '#content/catalog.ts';
import type { Jobs } from '#server/ports/pool.ts';
import { Rng } from '#shared/base/rng.ts';

/** @throws DimensionError `catalog.unknown` for a family that is not in the catalogue */
export async function generate({ family, seed, difficulty }: Jobs['generate']['in']): Promise<Jobs['generate']['out']> {
  const member = await load(FAMILIES, family);
  const { instance, witness } = await member.generate(new Rng(seed), difficulty);
  return { file: { family: member.id, rules: member.rules, instance }, witness };
}
