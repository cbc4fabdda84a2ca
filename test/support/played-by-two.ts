/** A store in which two people played together, and one of them alone. */
import { onTestFinished } from 'vitest';
import { openStore } from '#server/adapters/store/open-store.ts';
import type { Store } from '#server/ports/store.ts';
import { attemptId, challengeId } from '#shared/base/content-ids.ts';
import { sha256 } from '#shared/base/hash.ts';
import { type ChallengeId, parseAddress } from '#shared/base/ids.ts';
import type { Person } from '#shared/records/actor.ts';
import type { FrontierRecord } from '#shared/records/attempt.ts';
import { pairFile, pairPayload } from './pair-course.ts';
import { scratchFolder } from './scratch.ts';

/** Three people of the world; only the first two play. */
export const [ADA, BO, CLEO] = ['Ada', 'Bo', 'Cleo'].map(
  (name, index): Person => ({
    kind: 'person',
    address: parseAddress(`0x${String(index + 1).repeat(40)}`),
    name,
    host: false,
  }),
) as [Person, Person, Person];

/** A course for two that Ada and Bo passed in training, without a laurel, and Ada alone before. */
export async function playedByTwo(): Promise<{ readonly store: Store; readonly challenge: ChallengeId }> {
  const store = await openStore({ dataDir: await scratchFolder() });
  onTestFinished(() => store.close());
  const [file, payload] = [pairFile(), pairPayload()];
  const challenge = challengeId(file);
  const kept = { file, title: 'For two', creator: CLEO.address, witnessHash: null, machine: [], changedAtMs: 1 };
  await store.transact(async (tx) => {
    for (const { address, name } of [ADA, BO, CLEO]) await tx.putPerson({ address, name, host: false, seenAtMs: 1 });
    await tx.putChallenge({ ...kept, id: challenge, state: 'training' });
    for (const [index, party] of [null, [ADA, BO]].entries()) {
      const id = attemptId({ actor: (party === null ? ADA : BO).address, challenge, payload });
      const digest = sha256(String(index));
      await tx.addAttempt(
        {
          ...{ id, challenge, actor: ADA, class: 'live', payload, wallMs: 1, receivedAtMs: index },
          verdict: { ok: true, value: 90 - index, unit: 'tick', digest, cpuMs: 1 },
          ...(party === null ? {} : { party }),
        },
        null,
      );
      const record: FrontierRecord = {
        ...{ challenge, index, attempt: id, holder: ADA.address, holderName: 'Ada', holderKind: 'person' },
        ...{ value: 90 - index, unit: 'tick', digest, atMs: index, laurel: false },
        ...{ creditClass: 'polish', basin: null, parent: null },
        ...(party === null ? {} : { party: party.map(({ address, name }) => ({ address, name })) }),
      };
      await tx.addRecord(record);
    }
  });
  return { store, challenge };
}
