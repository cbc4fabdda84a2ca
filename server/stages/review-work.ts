/** Stage: a work that passes is new, grows within bounds, and descends from works that exist. */
import type { StageNeeds, WorkDraft } from '#server/ports/loop.ts';
import { DimensionError } from '#shared/base/errors.ts';

/** @throws DimensionError `work.duplicate`, `work.parent`, `genome.*` */
export async function reviewWork(draft: WorkDraft, needs: Pick<StageNeeds, 'store' | 'pool'>): Promise<WorkDraft> {
  const { work } = draft;
  if ((await needs.store.work(work.id)) !== null)
    throw new DimensionError('work.duplicate', 'This very work has been made before.', { id: work.id });
  for (const parent of work.parents)
    if ((await needs.store.work(parent)) === null)
      throw new DimensionError('work.parent', 'A work descends only from works of this world.', { parent });
  const priority = draft.proposal.actor.kind === 'person' ? 'people' : 'machines';
  await needs.pool.run('checkWork', { generator: work.generator, genome: work.genome }, priority);
  return draft;
}
