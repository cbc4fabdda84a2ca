/** Stage: writes a work with its place and its chain write in the caller's transaction. */

import { FRAME_SPOTS, PEDESTAL_SPOTS, type Spot } from '#content/world/island.ts';
import { heightAt } from '#content/world/terrain.ts';
import type { StageNeeds, WorkDraft } from '#server/ports/loop.ts';
import type { StoreTransaction } from '#server/ports/store.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { keccak256 } from '#shared/base/hash.ts';
import type { Placement, Work } from '#shared/records/work.ts';

/** A work at most waits for a free place; it is minted all the same. */
export async function settleWork(
  draft: WorkDraft,
  tx: StoreTransaction,
  needs: Pick<StageNeeds, 'calls'>,
): Promise<Work> {
  if ((await tx.work(draft.work.id)) !== null)
    throw new DimensionError('work.duplicate', 'This very work has been made before.');
  const work: Work = { ...draft.work, placement: await freePlace(draft.medium, tx) };
  await tx.putWork(work);
  const parents = await Promise.all(work.parents.map((parent) => tx.work(parent)));
  const { to, data } = needs.calls.mintWork({
    owner: work.maker,
    generator: work.generator,
    generatorVersion: work.generatorVersion,
    genome: `0x${work.genome}`,
    // Parents that the chain does not have yet are named in the world only.
    parents: parents.map((parent) => parent?.tokenId ?? null).filter((token) => token !== null),
    title: work.title,
  });
  const intent = `0x${keccak256(`work:${work.id}`)}`;
  await tx.addOutbox([{ intent, kind: 'work', to, data, subject: work.id }]);
  await tx.addEvent('made', work.id, JSON.stringify({ by: work.maker }), work.madeAtMs);
  return work;
}

async function freePlace(medium: 'mesh' | 'picture', tx: StoreTransaction): Promise<Placement | null> {
  const spot = medium === 'mesh' ? 'pedestal' : 'frame';
  const spots: readonly Spot[] = medium === 'mesh' ? PEDESTAL_SPOTS : FRAME_SPOTS;
  const placed = await tx.works({ placed: true, limit: 1_000 });
  const taken = new Set(placed.filter((work) => !work.hidden).map((work) => place(work.placement)));
  const free = spots.find((candidate) => !taken.has(place(candidate)));
  return free === undefined ? null : { x: free.x, y: heightAt(free.x, free.z), z: free.z, yaw: free.yaw, spot };
}

function place(at: { readonly x: number; readonly z: number } | null): string {
  return at === null ? '' : `${at.x},${at.z}`;
}
