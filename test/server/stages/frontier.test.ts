import { expect, test } from 'vitest';
import { thomson } from '#content/families/thomson.ts';
import { loadRecordTable } from '#content/world/records.ts';
import type { VerifiedAttempt } from '#server/ports/loop.ts';
import { frontier } from '#server/stages/frontier.ts';
import { attemptId, challengeId } from '#shared/base/content-ids.ts';
import { sha256 } from '#shared/base/hash.ts';
import type { AttemptClass } from '#shared/records/attempt.ts';
import type { Challenge, ChallengeState } from '#shared/records/challenge.ts';
import type { Payload } from '#shared/records/payload.ts';
import { type Loop, openLoop, personNamed } from '#test/support/loop.ts';

/** What the stage is asked about: an attempt of Ben's of that value in an idea of its own, as the judge left it. */
async function asked(
  loop: Loop,
  instance: { readonly n: number; readonly charges?: readonly number[] },
  change: {
    readonly value: string;
    readonly state?: ChallengeState;
    readonly name?: string;
    readonly class?: AttemptClass;
    readonly kin?: number;
  },
): Promise<VerifiedAttempt> {
  const file = { family: thomson.id, rules: thomson.rules, instance: thomson.parseInstance({ ...instance }) };
  const challenge: Challenge = {
    id: challengeId(file),
    file,
    title: 'A planet',
    state: change.state ?? 'frontier',
    creator: personNamed('Ann').address,
    witnessHash: null,
    machine: [],
    changedAtMs: 0,
  };
  await loop.store.transact((tx) => tx.putChallenge(challenge));
  const actor = personNamed(change.name ?? 'Ben');
  const payload: Payload = { kind: 'vectors', vectors: [] };
  const id = attemptId({ actor: actor.address, challenge: challenge.id, payload: change.value });
  const digest = sha256(change.value);
  return {
    challenge,
    attempt: {
      ...{ id, challenge: challenge.id, actor, class: change.class ?? 'tool', payload, wallMs: 0, receivedAtMs: 5 },
      verdict: { ok: true, value: change.value, unit: 'energy', digest, cpuMs: 1 },
    },
    canonical: change.value,
    basin: change.value,
    kin: change.kin === undefined ? [] : [{ attempt: id, share: change.kin }],
    seal: null,
  };
}

const WEIGHTED = { n: 12, charges: [3, ...Array.from({ length: 11 }, () => 1)] };

test('a published certificate is a bar, a claim is none', async () => {
  const loop = await openLoop();
  const { entries } = await loadRecordTable('thomson');
  const certified = entries.find(({ status, proven }) => status === 'certified' && !proven);
  const claimed = entries.find(({ status }) => status === 'claimed');
  if (certified === undefined) throw new Error('there are certified values');
  const instance = thomson.parseInstance(certified.instance);
  const worse = await asked(loop, instance, { value: (Number(certified.value) + 0.5).toFixed(12) });
  expect(await frontier(worse, loop.store)).toMatchObject({
    kind: 'behind',
    bar: { value: certified.value, holderName: certified.source },
  });
  const better = await asked(loop, instance, { value: (Number(certified.value) - 0.5).toFixed(12) });
  expect(await frontier(better, loop.store)).toMatchObject({ kind: 'frontier', creditClass: 'first' });
  if (claimed === undefined) return;
  const beside = await asked(loop, thomson.parseInstance(claimed.instance), { value: '99999999.000000000000' });
  expect(await frontier(beside, loop.store)).toMatchObject({ kind: 'frontier' });
});

test('an untimed family takes what a tool helped with, and derived work is named as such', async () => {
  const loop = await openLoop();
  expect(await frontier(await asked(loop, WEIGHTED, { value: '80.5' }), loop.store)).toMatchObject({
    kind: 'frontier',
    creditClass: 'first',
    parent: null,
  });
  const derived = await asked(loop, WEIGHTED, { value: '80.5', kin: 0.6 });
  expect(await frontier(derived, loop.store)).toMatchObject({
    kind: 'frontier',
    creditClass: 'evolved',
    parent: derived.attempt.id,
  });
  const own = await asked(loop, WEIGHTED, { value: '80.5', kin: 0.59 });
  expect(await frontier(own, loop.store)).toMatchObject({ creditClass: 'first', parent: null });
});

test('where machines do it too there is a record and no laurel, and the creator has neither', async () => {
  const loop = await openLoop();
  for (const state of ['training', 'machine-solved', 'absorbed'] as const)
    expect(await frontier(await asked(loop, WEIGHTED, { value: '80.5', state }), loop.store)).toMatchObject({
      kind: 'training',
    });
  for (const state of ['frontier', 'advanced', 'solved'] as const)
    expect(await frontier(await asked(loop, WEIGHTED, { value: '80.5', state }), loop.store)).toMatchObject({
      kind: 'frontier',
    });
  for (const state of ['hidden', 'frozen', 'retired'] as const)
    expect(await frontier(await asked(loop, WEIGHTED, { value: '80.5', state }), loop.store)).toEqual({
      kind: 'closed',
    });
  expect(await frontier(await asked(loop, WEIGHTED, { value: '80.5', name: 'Ann' }), loop.store)).toEqual({
    kind: 'own',
  });
});

test('the record’s own idea under another text does not make δ small', async () => {
  const loop = await openLoop();
  const first = await asked(loop, WEIGHTED, { value: '80.000000000000', name: 'Cleo' });
  const [beside, far] = ['80.000000200000', '81.000000000000'];
  const run = { solver: 'thomson-hopping', release: 1, seed: '1', budgetCpuSeconds: 1, cpuSeconds: 1, steps: 1 };
  const machine = [beside, far].map((value) => ({ ...run, solved: true, progress: 1, value, basin: value }));
  const ask = async (value: string) => {
    const verified = await asked(loop, WEIGHTED, { value });
    await loop.store.transact((tx) => tx.putChallenge({ ...verified.challenge, machine }));
    return frontier(verified, loop.store);
  };
  await loop.store.transact(async (tx) => {
    await tx.addAttempt(first.attempt, first.canonical);
    await tx.addRecord({
      ...{
        challenge: first.challenge.id,
        index: 0,
        attempt: first.attempt.id,
        holderKind: 'person',
        holderName: 'Cleo',
      },
      ...{ holder: first.attempt.actor.address, value: '80.000000000000', unit: 'energy', digest: sha256('80') },
      ...{ atMs: 1, laurel: true, creditClass: 'first', basin: first.basin, parent: null },
    });
  });
  expect(await ask('79.995000000000')).toMatchObject({ kind: 'behind' });
  expect(await ask('79.985000000000')).toMatchObject({ kind: 'frontier', creditClass: 'new-basin' });
});
