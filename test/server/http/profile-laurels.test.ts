/** Laurels in a profile: what each stands for, and that many of them cost no more questions than few. */
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '#server/adapters/store/open-store.ts';
import { ownProfile, publicProfile } from '#server/http/profile.ts';
import type { Store, StoreTransaction } from '#server/ports/store.ts';
import { attemptId, challengeId } from '#shared/base/content-ids.ts';
import { sha256 } from '#shared/base/hash.ts';
import type { Person } from '#shared/records/actor.ts';
import { type FrontierRecord, holdersOf, type Laurel } from '#shared/records/attempt.ts';
import type { Challenge } from '#shared/records/challenge.ts';
import { ADA, BO } from '#test/support/played-by-two.ts';
import { scratchFolder } from '#test/support/scratch.ts';

const PAYLOAD = { kind: 'moves', moves: 'RUL' } as const;

async function openedStore(): Promise<Store> {
  const store = await openStore({ dataDir: await scratchFolder() });
  onTestFinished(() => store.close());
  await store.transact(async (tx) => {
    for (const { address, name } of [ADA, BO]) await tx.putPerson({ address, name, host: false, seenAtMs: 1 });
  });
  return store;
}

async function posed(tx: StoreTransaction, title: string): Promise<Challenge> {
  const file = { family: 'fold', rules: 1, instance: { title } };
  const kept = { id: challengeId(file), file, title, state: 'frontier', machine: [] } as const;
  const challenge = { ...kept, creator: BO.address, witnessHash: null, changedAtMs: 1 };
  await tx.putChallenge(challenge);
  return challenge;
}

type Told = Pick<FrontierRecord, 'value' | 'unit' | 'atMs'>;

/** A record of that person, or of both where a party is named, with a laurel for everybody who holds it. */
async function laurelled(tx: StoreTransaction, challenge: Challenge, holder: Person, told: Told, party?: Person[]) {
  const index = await tx.recordCount(challenge.id);
  const id = attemptId({ actor: sha256(`${holder.name} ${index}`), challenge: challenge.id, payload: PAYLOAD });
  const digest = sha256('end');
  await tx.addAttempt(
    {
      ...{ id, challenge: challenge.id, actor: holder, class: 'live', payload: PAYLOAD, wallMs: 1 },
      ...{ receivedAtMs: told.atMs, verdict: { ok: true, value: 1, unit: 'contact', digest, cpuMs: 1 } },
      ...(party === undefined ? {} : { party }),
    },
    null,
  );
  const record: FrontierRecord = {
    ...{ challenge: challenge.id, index, attempt: id, ...told, digest, laurel: true },
    ...{ holder: holder.address, holderName: holder.name, holderKind: 'person' },
    ...{ creditClass: 'first', basin: null, parent: null },
    ...(party === undefined ? {} : { party: party.map(({ address, name }) => ({ address, name })) }),
  };
  await tx.addRecord(record);
  const holders = holdersOf(record);
  for (const [holderIndex, { address }] of holders.entries())
    await tx.putLaurel({
      ...{ tokenId: token(challenge, index, holderIndex), challenge: challenge.id, recordIndex: index, holderIndex },
      ...{ holder: address, shareBasisPoints: 10_000 / holders.length, state: 'provisional', transaction: null },
    });
  return id;
}

function token({ id }: Challenge, index: number, holderIndex: number): string {
  return `0x${sha256(`${id} ${index} ${holderIndex}`)}`;
}

test('a laurel tells its challenge and its record; one whose record was lost, its challenge alone', async () => {
  const store = await openedStore();
  const { alone, lost, shared, attempts } = await store.transact(async (tx) => {
    const [alone, lost, shared] = [
      await posed(tx, 'Held alone'),
      await posed(tx, 'Taken back'),
      await posed(tx, 'For two'),
    ];
    // The record before it is somebody else’s: a laurel stands for its own.
    await laurelled(tx, alone, BO, { value: '1.5', unit: 'contact', atMs: 2 });
    const first = await laurelled(tx, alone, ADA, { value: '1.25', unit: 'contact', atMs: 3 });
    await laurelled(tx, lost, ADA, { value: 7, unit: 'point', atMs: 4 });
    await tx.invalidateRecord(lost.id, 0, 'It was computed again.');
    const second = await laurelled(tx, shared, ADA, { value: 90, unit: 'tick', atMs: 5 }, [ADA, BO]);
    return { alone, lost, shared, attempts: [first, second] };
  });
  const laurelOf = (challenge: Challenge, recordIndex: number, holderIndex: number, holder: Person): Laurel => ({
    ...{ tokenId: token(challenge, recordIndex, holderIndex), challenge: challenge.id, recordIndex, holderIndex },
    ...{ holder: holder.address, shareBasisPoints: challenge === shared ? 5_000 : 10_000 },
    ...{ state: 'provisional', transaction: null },
  });
  const ofTwo = { challengeTitle: 'For two', value: '1.50 s', attempt: attempts[1], atMs: 5 };
  const ofAda = [
    { ...laurelOf(shared, 0, 0, ADA), ...ofTwo },
    { ...laurelOf(lost, 0, 0, ADA), challengeTitle: 'Taken back', value: '', attempt: null, atMs: null },
    {
      ...laurelOf(alone, 1, 0, ADA),
      challengeTitle: 'Held alone',
      value: '1.25 contacts',
      attempt: attempts[0],
      atMs: 3,
    },
  ];
  // As text: what is answered stays the same to the last byte.
  const { laurels, records } = await publicProfile(ADA.address, store);
  expect(JSON.stringify(laurels)).toBe(JSON.stringify(ofAda));
  const held = { challenge: shared.id, title: 'For two', value: 90, unit: 'tick', atMs: 5, attempt: attempts[1] };
  const heldAlone = { challenge: alone.id, title: 'Held alone', value: '1.25', unit: 'contact', atMs: 3 };
  expect(JSON.stringify(records)).toBe(JSON.stringify([held, { ...heldAlone, attempt: attempts[0] }]));
  expect(JSON.stringify(await ownProfile(ADA.address, store))).toBe(
    JSON.stringify({ address: ADA.address, name: 'Ada', laurels: ofAda, attempts: 3, consent: null }),
  );
  const ofBo = (await publicProfile(BO.address, store)).laurels;
  expect(JSON.stringify(ofBo[0])).toBe(JSON.stringify({ ...laurelOf(shared, 0, 1, BO), ...ofTwo }));
  // A laurel stays; what it was given for is told to its holder alone where the host has taken it out of sight.
  await store.transact((tx) => tx.putChallenge({ ...shared, state: 'hidden' }));
  const hidden = await publicProfile(ADA.address, store);
  const [first, ...others] = ofAda;
  expect(hidden.laurels).toEqual([{ ...first, challengeTitle: '', value: '', attempt: null, atMs: null }, ...others]);
  expect((await ownProfile(ADA.address, store)).laurels).toEqual(ofAda);
  expect(hidden.records.map(({ title }) => title)).toEqual(['Held alone']);
});

test('a profile with many laurels asks the store no more often than one with two', async () => {
  const askedFor = async (laurels: number) => {
    const store = await openedStore();
    await store.transact(async (tx) => {
      for (let index = 0; index < laurels; index++)
        await laurelled(tx, await posed(tx, `Course ${index}`), ADA, { value: index, unit: 'point', atMs: index });
    });
    const asked: string[] = [];
    const counting = new Proxy(store, {
      get: (target, name) => {
        asked.push(String(name));
        return Reflect.get(target, name);
      },
    });
    const told = await publicProfile(ADA.address, counting);
    expect([told.laurels.length, told.records.length]).toEqual([laurels, laurels]);
    return asked.sort();
  };
  expect(await askedFor(12)).toEqual(await askedFor(2));
});
