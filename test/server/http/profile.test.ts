/** What is told of somebody: what they did with others as well as what they did alone. */
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '#server/adapters/store/open-store.ts';
import { publicProfile } from '#server/http/profile.ts';
import { attemptId, challengeId } from '#shared/base/content-ids.ts';
import { sha256 } from '#shared/base/hash.ts';
import { parseAddress } from '#shared/base/ids.ts';
import type { Person } from '#shared/records/actor.ts';
import type { FrontierRecord } from '#shared/records/attempt.ts';
import { pairFile, pairPayload } from '#test/support/pair-course.ts';
import { scratchFolder } from '#test/support/scratch.ts';

const [ADA, BO, CLEO] = ['Ada', 'Bo', 'Cleo'].map(
  (name, index): Person => ({
    kind: 'person',
    address: parseAddress(`0x${String(index + 1).repeat(40)}`),
    name,
    host: false,
  }),
) as [Person, Person, Person];

/** A course for two that Ada and Bo passed in training, without a laurel, and Ada alone before. */
async function playedByTwo() {
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

test('whoever holds a record with others has it among theirs, without a laurel too', async () => {
  const { store, challenge } = await playedByTwo();
  const told = async ({ address }: Person) => {
    const { records, attempts, laurels } = await publicProfile(address, store);
    return { records: records.map(({ value }) => value), attempts, laurels };
  };
  expect(await told(ADA)).toEqual({ records: [89, 90], attempts: 2, laurels: [] });
  expect(await told(BO)).toEqual({ records: [89], attempts: 1, laurels: [] });
  expect(await told(CLEO)).toEqual({ records: [], attempts: 0, laurels: [] });
  // Who hands in is asked about how much of theirs is kept: that is the first of a party alone.
  expect(await store.attemptCount({ challenge, address: BO.address })).toBe(0);
});

test('what counts no more, and what the host has hidden, is nobody’s record', async () => {
  const { store, challenge } = await playedByTwo();
  await store.transact((tx) => tx.invalidateRecord(challenge, 1, 'It was computed again.'));
  expect((await publicProfile(BO.address, store)).records).toEqual([]);
  expect((await publicProfile(ADA.address, store)).records.map(({ value }) => value)).toEqual([90]);
  const kept = await store.challenge(challenge);
  if (kept === null) throw new Error('it is kept');
  await store.transact((tx) => tx.putChallenge({ ...kept, state: 'hidden' }));
  expect((await publicProfile(ADA.address, store)).records).toEqual([]);
});
