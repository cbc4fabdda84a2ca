/** What a newcomer can be led to: a course that one person runs, by themselves and at once. */
import { FAMILIES, load } from '#content/catalog.ts';
import type { ChallengeFile } from '#shared/records/challenge-file.ts';

/** Played by running, from one start. @throws DimensionError `catalog.unknown`, `instance.*` */
export async function isFirstTry({ family: name, instance }: ChallengeFile): Promise<boolean> {
  const family = await load(FAMILIES, name);
  return family.hand === 'tape' && family.workpiece(family.parseInstance(instance)).hand === 'tape';
}
