/** Flow of a sealed solution: its hash is kept with the moment it came; nobody learns more until it is opened. */
import { FAMILIES, load } from '#content/catalog.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { parseHash } from '#shared/base/hash.ts';
import { parseChallengeId } from '#shared/base/ids.ts';
import { oldestSealMs, SEAL_DAYS } from '#shared/records/commitment.ts';
import type { Proposal } from '#shared/records/proposal.ts';
import type { Accepted } from '#shared/records/ruling.ts';
import type { FlowNeeds } from './carry.ts';

/** Sealed solutions of one person on one challenge that are not opened. */
const MOST = 32;

/** @throws DimensionError `challenge.unknown`, `commit.kind`, `commit.many` */
export async function commitFlow(
  { actor, intent, atMs }: Proposal<'commit'>,
  { store }: Pick<FlowNeeds, 'store'>,
): Promise<Accepted> {
  const id = parseChallengeId(intent.challenge);
  const hash = parseHash(intent.hash);
  await store.transact(async (tx) => {
    const challenge = await tx.challenge(id);
    if (challenge === null) throw new DimensionError('challenge.unknown', 'There is no such challenge in this world.');
    const family = await load(FAMILIES, challenge.file.family);
    if (family.kind !== 'record')
      throw new DimensionError(
        'commit.kind',
        'Only solutions of open records are sealed; a run is handed in as played.',
      );
    const of = { challenge: id, address: actor.address };
    await tx.dropCommitments(oldestSealMs(atMs));
    if ((await tx.commitment({ ...of, hash })) !== null) return;
    if ((await tx.commitmentCount(of)) >= MOST)
      throw new DimensionError(
        'commit.many',
        `You have ${MOST} sealed solutions of this challenge; open one first. A seal holds for ${SEAL_DAYS} days.`,
      );
    await tx.addCommitment({ ...of, hash, atMs });
  });
  return {
    accepted: true,
    id: hash,
    sentence: `Sealed. Hand in the solution with its salt within ${SEAL_DAYS} days: this moment counts.`,
  };
}
