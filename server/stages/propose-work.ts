/** Stage: an intent to mint becomes a work that is not yet kept. */

import { GENERATORS, load } from '#content/catalog.ts';
import type { WorkDraft } from '#server/ports/loop.ts';
import { workId } from '#shared/base/content-ids.ts';
import { fromHex } from '#shared/base/hash.ts';
import { parseWorkId } from '#shared/base/ids.ts';
import type { Proposal } from '#shared/records/proposal.ts';

/** @throws DimensionError `catalog.unknown`, `genome.*` */
export async function proposeWork(proposal: Proposal<'work'>): Promise<WorkDraft> {
  const { actor, intent, atMs } = proposal;
  const generator = await load(GENERATORS, intent.generator);
  const genome = fromHex(intent.genome);
  generator.check(genome);
  return {
    proposal,
    work: {
      id: workId(genome),
      generator: generator.id,
      generatorVersion: generator.version,
      genome: intent.genome,
      title: intent.title,
      maker: actor.address,
      makerName: actor.name,
      parents: intent.parents.map(parseWorkId),
      placement: null,
      hidden: false,
      madeAtMs: atMs,
      tokenId: null,
    },
    medium: generator.medium,
  };
}
