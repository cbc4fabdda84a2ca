/** Stage: writes a work with its place and its chain write in the caller's transaction. */

import { FRAME_SPOTS, PEDESTAL_SPOTS, type Spot } from '#content/world/island.ts';
import { heightAt } from '#content/world/terrain.ts';
import type { StageNeeds, WorkDraft } from '#server/ports/loop.ts';
import type { StoreTransaction } from '#server/ports/store.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { keccak256 } from '#shared/base/hash.ts';
import type { Placement, Work } from '#shared/records/work.ts';

/** More than there are places on the island, hidden works included. */
const MOST_PLACED = 10_000;

/** A work at most waits for a free place; it is minted all the same. */
export async function settleWork(
  draft: WorkDraft,
  tx: StoreTransaction,
  needs: Pick<StageNeeds, 'calls'>,
): Promise<Work> {
  if ((await tx.work(draft.work.id)) !== null)
    throw new DimensionError('work.duplicate', 'This very work has been made before.');
  const spot = draft.medium === 'mesh' ? 'pedestal' : 'frame';
  const work: Work = { ...draft.work, placement: await freePlace(spot, tx) };
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

/** Shows a hidden work again: where it stood, or elsewhere when that place was given away meanwhile. */
export async function settleShowing(work: Work, tx: StoreTransaction): Promise<Work> {
  await tx.hideWork(work.id, false);
  const { placement } = work;
  if (placement === null || placement.spot === 'ground') return { ...work, hidden: false };
  const taken = await takenPlaces(tx, work);
  if (!taken.has(place(placement))) return { ...work, hidden: false };
  const elsewhere = await freePlace(placement.spot, tx);
  await tx.placeWork(work.id, elsewhere);
  return { ...work, hidden: false, placement: elsewhere };
}

async function freePlace(spot: 'pedestal' | 'frame', tx: StoreTransaction): Promise<Placement | null> {
  const spots: readonly Spot[] = spot === 'pedestal' ? PEDESTAL_SPOTS : FRAME_SPOTS;
  const taken = await takenPlaces(tx, null);
  const free = spots.find((candidate) => !taken.has(place(candidate)));
  return free === undefined ? null : { x: free.x, y: heightAt(free.x, free.z), z: free.z, yaw: free.yaw, spot };
}

/** Places of visible works, `except` one. */
async function takenPlaces(tx: StoreTransaction, except: Work | null): Promise<ReadonlySet<string>> {
  const placed = await tx.works({ placed: true, limit: MOST_PLACED });
  const visible = placed.filter((work) => !work.hidden && work.id !== except?.id);
  return new Set(visible.map((work) => place(work.placement)));
}

function place(at: { readonly x: number; readonly z: number } | null): string {
  return at === null ? '' : `${at.x},${at.z}`;
}
