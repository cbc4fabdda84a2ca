import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { openStore } from '#server/adapters/store/open-store.ts';
import type { Store } from '#server/ports/store.ts';
import { attemptId, challengeId, workId } from '#shared/base/content-ids.ts';
import { canonicalJson, sha256 } from '#shared/base/hash.ts';
import { parseAddress, parseAutomatonId } from '#shared/base/ids.ts';
import type { JudgedAttempt } from '#shared/records/attempt.ts';
import type { Automaton } from '#shared/records/automaton.ts';
import type { Challenge, MachineRun } from '#shared/records/challenge.ts';
import type { Work } from '#shared/records/work.ts';
import { FeedHost, goldenRecord } from '#test/support/feed.ts';
import { scratchFolder } from '#test/support/scratch.ts';

const ANN = parseAddress(`0x${'a1'.repeat(20)}`);
const FILE = { family: 'fold', rules: 1, instance: { sequence: 'HPPH', lattice: 'square' } };
const RUN: MachineRun = {
  solver: 'anneal',
  release: 1,
  seed: 's1',
  budgetCpuSeconds: 1,
  cpuSeconds: 0.9,
  steps: 12,
  solved: false,
  progress: 0.5,
  best: { kind: 'moves', moves: 'RUF' },
};
const CHALLENGE: Challenge = {
  id: challengeId(FILE),
  file: FILE,
  title: 'Four beads',
  state: 'frontier',
  creator: ANN,
  witnessHash: null,
  machine: [RUN],
  changedAtMs: 5,
};
const PAYLOAD = { kind: 'moves', moves: 'RUL' } as const;
const ATTEMPT: JudgedAttempt = {
  id: attemptId({ actor: ANN, challenge: CHALLENGE.id, payload: PAYLOAD }),
  challenge: CHALLENGE.id,
  actor: { kind: 'person', address: ANN, name: 'Ann', host: false },
  class: 'live',
  payload: PAYLOAD,
  wallMs: 12.5,
  receivedAtMs: 9,
  verdict: { ok: true, value: 1, unit: 'contact', digest: sha256('end'), cpuMs: 0.2 },
};
const WORK: Work = {
  id: workId(new Uint8Array([1, 2])),
  generator: 'flower',
  generatorVersion: 1,
  genome: '0102',
  title: 'A flower',
  maker: ANN,
  makerName: 'Ann',
  parents: [],
  placement: { x: 1, y: 2, z: 3, yaw: 0.5, spot: 'pedestal' },
  hidden: false,
  madeAtMs: 3,
  tokenId: null,
};
const AUTOMATON: Automaton = {
  id: parseAutomatonId('ada'),
  name: 'Ada',
  motto: 'I count.',
  personality: { curiosity: 1, boldness: 0.5, patience: 0, playfulness: 0.25, order: 0.75 },
  account: ANN,
  tokenId: null,
  doing: 'resting',
  because: 'Nothing to do.',
  lastError: null,
  cpuSecondsUsed: 1.5,
  heartbeatAtMs: 4,
};

async function fill(store: Store): Promise<void> {
  await store.transact(async (tx) => {
    await tx.putPerson({ address: ANN, name: 'Ann', host: true, seenAtMs: 1 });
    await tx.putChallenge(CHALLENGE);
    await tx.sealWitness(CHALLENGE.id, PAYLOAD);
    await tx.addAttempt(ATTEMPT, 'RUL');
    await tx.addRecord({
      challenge: CHALLENGE.id,
      index: 0,
      attempt: ATTEMPT.id,
      holder: ANN,
      holderName: 'Ann',
      holderKind: 'person',
      value: '1.25',
      unit: 'contact',
      digest: sha256('end'),
      atMs: 9,
      laurel: true,
      creditClass: 'first',
      basin: null,
      parent: null,
    });
    await tx.putLaurel({
      tokenId: `0x${'07'.repeat(32)}`,
      challenge: CHALLENGE.id,
      recordIndex: 0,
      holderIndex: 0,
      holder: ANN,
      shareBasisPoints: 10_000,
      state: 'provisional',
      transaction: null,
    });
    await tx.putWork(WORK);
    await tx.putAutomaton(AUTOMATON);
    await tx.setFact('cursor', '7');
    await tx.addEvent('opened', CHALLENGE.id, '{}', 5);
  });
}

test('every record comes back as it was written, also after reopening', async () => {
  const dataDir = await scratchFolder();
  const first = await openStore({ dataDir });
  await fill(first);
  await first.close();
  const store = await openStore({ dataDir });
  expect(await store.person(ANN)).toEqual({ address: ANN, name: 'Ann', host: true, seenAtMs: 1 });
  expect(await store.challenge(CHALLENGE.id)).toEqual(CHALLENGE);
  expect(await store.challenges({ states: ['frontier'], limit: 5 })).toEqual([CHALLENGE]);
  expect(await store.challenges({ states: ['training'], limit: 5 })).toEqual([]);
  expect(await store.witness(CHALLENGE.id)).toEqual(PAYLOAD);
  expect(await store.attempt(ATTEMPT.id)).toEqual(ATTEMPT);
  expect(await store.attemptByCanonical(CHALLENGE.id, 'RUL')).toBe(ATTEMPT.id);
  expect(await store.attemptByCanonical(CHALLENGE.id, 'RUR')).toBeNull();
  expect(await store.attemptCount({ address: ANN })).toBe(1);
  expect((await store.records({ limit: 3 }))[0]).toMatchObject({ value: '1.25', laurel: true, index: 0 });
  expect((await store.laurels({ holder: ANN, limit: 3 }))[0]).toMatchObject({ shareBasisPoints: 10_000 });
  expect(await store.works({ placed: true, limit: 3 })).toEqual([WORK]);
  expect(await store.works({ placed: false, limit: 3 })).toEqual([]);
  expect(await store.automata()).toEqual([AUTOMATON]);
  expect(await store.fact('cursor')).toBe('7');
  expect(await store.events({ limit: 2 })).toEqual([
    { seq: 1, kind: 'opened', subject: CHALLENGE.id, body: '{}', atMs: 5 },
  ]);
  await store.close();
});

test('a transaction that fails leaves nothing, and the next one goes on', async () => {
  const store = await openStore({ dataDir: await scratchFolder() });
  await fill(store);
  const broken = store.transact(async (tx) => {
    await tx.setFact('cursor', '8');
    await tx.addAttempt(ATTEMPT, null);
  });
  const next = store.transact((tx) => tx.setFact('after', 'yes'));
  await expect(broken).rejects.toThrow();
  await next;
  expect(await store.fact('cursor')).toBe('7');
  expect(await store.fact('after')).toBe('yes');
  await store.close();
});

test('transactions run one after another, and reads outside see only what was committed', async () => {
  const store = await openStore({ dataDir: await scratchFolder() });
  const count = async () =>
    store.transact(async (tx) => {
      const before = Number((await tx.fact('n')) ?? '0');
      await tx.setFact('n', String(before + 1));
      expect(Number((await store.fact('n')) ?? '0')).toBe(before);
      return before;
    });
  const seen = await Promise.all(Array.from({ length: 40 }, count));
  expect(seen).toEqual(Array.from({ length: 40 }, (_, index) => index));
  expect(await store.fact('n')).toBe('40');
  await store.close();
});

test('the outbox gives laurels first, keeps an intent once, and lets what was sent or given up wait again after a restart', async () => {
  const dataDir = await scratchFolder();
  const store = await openStore({ dataDir });
  const entry = (intent: string, kind: 'work' | 'laurel') =>
    ({ intent, kind, to: ANN, data: '0x', subject: intent }) as const;
  await store.transact((tx) => tx.addOutbox([entry('0x1', 'work'), entry('0x2', 'work'), entry('0x3', 'laurel')]));
  await store.transact((tx) => tx.addOutbox([entry('0x1', 'work')]));
  expect((await store.outbox(9)).map((row) => row.intent)).toEqual(['0x3', '0x1', '0x2']);
  await store.transact(async (tx) => {
    await tx.markOutbox('0x3', 'sent', null);
    await tx.markOutbox('0x1', 'done', '0xtx');
    await tx.markOutbox('0x2', 'failed', 'refused');
  });
  expect(await store.outbox(9)).toEqual([]);
  expect(await store.outboxCounts()).toEqual({ waiting: 1, failed: 1 });
  await store.close();
  const again = await openStore({ dataDir });
  expect((await again.outbox(9)).map((row) => row.intent)).toEqual(['0x3', '0x2']);
  // A chain that was replaced has nothing of it any more.
  await again.transact((tx) => tx.forgetChain());
  expect((await again.outbox(9)).map((row) => row.intent)).toEqual(['0x3', '0x1', '0x2']);
  await again.close();
});

test('machine runs are appended in order and never written twice', async () => {
  const store = await openStore({ dataDir: await scratchFolder() });
  await fill(store);
  await store.transact((tx) => tx.addMachineRun(CHALLENGE.id, { ...RUN, seed: 's2' }));
  const grown = await store.challenge(CHALLENGE.id);
  expect(grown?.machine.map((run) => run.seed)).toEqual(['s1', 's2']);
  await store.transact((tx) =>
    tx.putChallenge({ ...CHALLENGE, state: 'solved', machine: [...(grown?.machine ?? []), { ...RUN, seed: 's3' }] }),
  );
  const last = await store.challenge(CHALLENGE.id);
  expect(last?.machine.map((run) => run.seed)).toEqual(['s1', 's2', 's3']);
  expect(last?.state).toBe('solved');
  await store.close();
});

test('a session is known by its hash until it is dropped', async () => {
  const store = await openStore({ dataDir: await scratchFolder() });
  const session = { tokenHash: sha256('token'), address: ANN, expiresAtMs: 100 };
  await store.transact((tx) => tx.putSession(session));
  expect(await store.session(sha256('token'))).toEqual(session);
  await store.transact((tx) => tx.dropSessions(101));
  expect(await store.session(sha256('token'))).toBeNull();
  await store.close();
});

test('history is never rewritten, a damaged row is named, and a newer database is refused', async () => {
  const dataDir = await scratchFolder();
  const store = await openStore({ dataDir });
  await fill(store);
  await store.close();
  const raw = new DatabaseSync(`${dataDir}/dimension.sqlite`);
  expect(() => raw.exec("update events set kind = 'x'")).toThrow('events are never rewritten');
  expect(() => raw.exec('delete from events')).toThrow('events are never deleted');
  raw.exec(`update attempts set payload_json = '{"kind":"moves"'`);
  raw.close();
  const damaged = await openStore({ dataDir });
  await expect(damaged.attempt(ATTEMPT.id)).rejects.toMatchObject({ code: 'store.damaged' });
  await damaged.close();
  const newer = new DatabaseSync(`${dataDir}/dimension.sqlite`);
  newer.exec('pragma user_version = 999');
  newer.close();
  await expect(openStore({ dataDir })).rejects.toMatchObject({ code: 'store.newer' });
});

test('after closing nothing is written any more', async () => {
  const store = await openStore({ dataDir: await scratchFolder() });
  const last = store.transact((tx) => tx.setFact('last', canonicalJson('word')));
  await Promise.all([store.close(), store.close(), last]);
  await expect(store.transact((tx) => tx.setFact('late', '1'))).rejects.toMatchObject({ code: 'store.closed' });
});

test('the feed takes only the entry that follows the last one, and is never rewritten', async () => {
  const dataDir = await scratchFolder();
  const store = await openStore({ dataDir });
  const host = new FeedHost('stored');
  const [first, second, third] = [0, 1, 2].map((index) => host.say(goldenRecord({ index })));
  if (first === undefined || second === undefined || third === undefined) throw new Error('three were said');
  await store.transact((tx) => tx.appendFeed(first));
  for (const wrong of [first, third])
    await expect(store.transact((tx) => tx.appendFeed(wrong))).rejects.toThrow(
      expect.objectContaining({ code: 'store.feed' }),
    );
  await store.transact((tx) => tx.appendFeed(second));
  await store.transact((tx) => tx.appendFeed(third));
  expect(await store.feedHead()).toEqual(host.head);
  expect(await store.feed({ from: 1, limit: 2, characters: 1e6 })).toEqual([first, second]);
  // A page has room for one entry, however long that is.
  expect(await store.feed({ from: 2, limit: 9, characters: 1 })).toEqual([second]);
  expect(await store.feed({ from: 4, limit: 9, characters: 1 })).toEqual([]);
  const lines = await store.feedLines({ challenge: first.challenge, from: 2, limit: 9 });
  expect(lines.map(({ seq }) => seq)).toEqual([2, 3]);
  expect(lines[0]).toMatchObject({ family: 'parkour' });
  expect(lines[0]).not.toHaveProperty('payload');
  await store.close();
  const database = new DatabaseSync(`${dataDir}/dimension.sqlite`);
  expect(() => database.exec("update feed set hash = 'x'")).toThrow('never rewritten');
  expect(() => database.exec('delete from feed')).toThrow('never cut');
  database.close();
});
