import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openCalls } from '#server/adapters/chain/calls.ts';
import type { ChainFact } from '#server/adapters/chain/chain-facts.ts';
import { startIndexer } from '#server/adapters/chain/indexer.ts';
import { startOutbox } from '#server/adapters/chain/outbox.ts';
import { MemoryCounts } from '#server/adapters/counts.ts';
import { openStore } from '#server/adapters/store/open-store.ts';
import type { Chain } from '#server/ports/chain.ts';
import type { Store } from '#server/ports/store.ts';
import { workId } from '#shared/base/content-ids.ts';
import { fromHex, keccak256 } from '#shared/base/hash.ts';
import { parseAttemptId, parseAutomatonId, parseChallengeId } from '#shared/base/ids.ts';
import { laurelId } from '#shared/base/laurel-id.ts';
import type { FrontierRecord, JudgedAttempt, Laurel } from '#shared/records/attempt.ts';
import type { Automaton } from '#shared/records/automaton.ts';
import type { Challenge } from '#shared/records/challenge.ts';
import type { Work } from '#shared/records/work.ts';
import { awardOf, chainIn, freshChain, intentOf, openingOf, somebody } from './chain-support.ts';

const GENOME = keccak256('genome').repeat(4);
const WORK: Work = {
  id: workId(fromHex(GENOME)),
  generator: 'shell',
  generatorVersion: 1,
  genome: GENOME,
  title: 'A shell',
  maker: somebody('maker'),
  makerName: 'Maker',
  parents: [],
  placement: null,
  hidden: false,
  madeAtMs: 1,
  tokenId: null,
};
const AUTOMATON: Automaton = {
  id: parseAutomatonId('ada'),
  name: 'Ada',
  motto: 'I count.',
  personality: { curiosity: 1, boldness: 0, patience: 1, playfulness: 0, order: 1 },
  account: somebody('provisional'),
  tokenId: null,
  doing: 'resting',
  because: 'It has just begun.',
  lastError: null,
  cpuSecondsUsed: 0,
  heartbeatAtMs: 1,
};
const RACE = parseChallengeId(keccak256('race'));
const LAUREL: Laurel = {
  tokenId: laurelId(RACE, 0, 0),
  challenge: RACE,
  recordIndex: 0,
  holderIndex: 0,
  holder: somebody('runner'),
  shareBasisPoints: 10_000,
  state: 'provisional',
  transaction: null,
};

const CHALLENGE: Challenge = {
  id: RACE,
  file: { family: 'parkour', rules: 1, instance: {} },
  title: 'A race',
  state: 'frontier',
  creator: somebody('creator'),
  witnessHash: null,
  machine: [],
  changedAtMs: 1,
};
const ATTEMPT: JudgedAttempt = {
  id: parseAttemptId(keccak256('attempt')),
  challenge: RACE,
  actor: { kind: 'person', address: LAUREL.holder, name: 'Runner', host: false },
  class: 'live',
  payload: { kind: 'tape', bytes: 'AAE=' },
  wallMs: 1,
  receivedAtMs: 1,
  verdict: { ok: true, value: 1000, unit: 'tick', digest: keccak256('digest'), cpuMs: 1 },
};
const RECORD: FrontierRecord = {
  challenge: RACE,
  index: 0,
  attempt: ATTEMPT.id,
  holder: LAUREL.holder,
  holderName: 'Runner',
  holderKind: 'person',
  value: 1000,
  unit: 'tick',
  digest: keccak256('digest'),
  atMs: 1,
  laurel: true,
  creditClass: 'first',
  basin: null,
  parent: null,
};

async function filledStore(dataDir: string): Promise<Store> {
  const store = await openStore({ dataDir });
  onTestFinished(() => store.close());
  await store.transact(async (tx) => {
    await tx.putWork(WORK);
    await tx.putAutomaton(AUTOMATON);
    await tx.putChallenge(CHALLENGE);
    await tx.addAttempt(ATTEMPT, null);
    await tx.addRecord(RECORD);
    await tx.putLaurel(LAUREL);
  });
  return store;
}

/** Sends everything of the filled store to the chain. */
async function sendAll(chain: Chain): Promise<string> {
  const { owner, ...work } = { ...WORK, owner: WORK.maker, genome: `0x${WORK.genome}` };
  const sent = await chain.send([
    openingOf('race'),
    await awardOf('race', 0, LAUREL.holder, chain.chainId),
    { intent: intentOf('work'), ...openCalls().mintWork({ ...work, owner }) },
    { intent: intentOf('ada'), ...openCalls().mintAutomaton({ name: 'Ada', codeHash: `0x${keccak256('code')}` }) },
  ]);
  expect(sent.outcomes.map(({ detail }) => detail)).toEqual([null, null, null, null]);
  return sent.transaction;
}

/** Runs an indexer until the store's cursor stands at the chain's height; answers the facts it spoke of. */
async function index(store: Store, chain: Chain, counts = new MemoryCounts(Date.now)): Promise<readonly ChainFact[]> {
  const facts: ChainFact[] = [];
  const height = await chain.height();
  await new Promise<void>((resolve, reject) => {
    const watched = {
      ...{ height: () => chain.height(), blockHash: (n: number) => chain.blockHash(n) },
      ...{ logs: (from: number, to: number) => chain.logs(from, to) },
      call: chain.call.bind(chain),
    };
    const heard: Pick<Store, 'fact' | 'transact'> = {
      fact: (key) => store.fact(key),
      async transact(work) {
        const result = await store.transact(work);
        const cursor = JSON.parse((await store.fact('chain.cursor')) ?? '{}');
        if (cursor.block === height) setImmediate(resolve);
        return result;
      },
    };
    const indexer = startIndexer({ store: heard, chain: watched, counts, onMinted: (fact) => void facts.push(fact) });
    onTestFinished(() => indexer.close());
    setTimeout(() => reject(new Error('the indexer did not arrive')), 50_000).unref();
  });
  return facts;
}

describe('the indexer', () => {
  test('brings home token ids, accounts and laurels, once, and says so', async () => {
    const { chain, dataDir } = await freshChain();
    const store = await filledStore(dataDir);
    const transaction = await sendAll(chain);
    const facts = await index(store, chain);
    expect(facts.map(({ kind, id }) => [kind, id])).toEqual([
      ['laurel', LAUREL.tokenId],
      ['work', WORK.id],
      ['automaton', AUTOMATON.id],
    ]);
    expect((await store.work(WORK.id))?.tokenId).toBe(String(BigInt(`0x${keccak256(fromHex(GENOME))}`)));
    const [automaton] = await store.automata();
    expect(automaton?.tokenId).toBe('1');
    expect(automaton?.account).not.toBe(AUTOMATON.account);
    const [laurel] = await store.laurels({ limit: 1 });
    expect(laurel).toMatchObject({ state: 'minted', transaction });
  });

  test('goes on behind its cursor after a restart of everything', async () => {
    const { chain, dataDir } = await freshChain();
    const store = await filledStore(dataDir);
    await sendAll(chain);
    await index(store, chain);
    await chain.close();
    const again = await chainIn(dataDir);
    const second: Work = { ...WORK, id: workId(fromHex('beef')), genome: 'beef' };
    await store.transact((tx) => tx.putWork(second));
    const call = openCalls().mintWork({ ...second, owner: second.maker, genome: '0xbeef', parents: [] });
    await again.send([{ intent: intentOf('second work'), ...call }]);
    const facts = await index(store, again);
    expect(facts.map(({ id }) => id)).toEqual([second.id]);
  });

  test('a laurel of another holder than the world knows is not believed', async () => {
    const { chain, dataDir } = await freshChain();
    const store = await filledStore(dataDir);
    await chain.send([openingOf('race'), await awardOf('race', 0, somebody('impostor'), chain.chainId)]);
    const counts = new MemoryCounts(Date.now);
    expect(await index(store, chain, counts)).toEqual([]);
    expect(counts.all()['chain.strange-laurel']).toBe(1);
    expect((await store.laurels({ limit: 1 }))[0]?.state).toBe('provisional');
  });

  test('to a chain that is not the one it knew everything is written again', async () => {
    const { chain, dataDir } = await freshChain();
    const store = await filledStore(dataDir);
    const opening = openingOf('race');
    const award = await awardOf('race', 0, LAUREL.holder, chain.chainId);
    await store.transact((tx) =>
      tx.addOutbox([
        { ...opening, kind: 'challenge', subject: RACE },
        { ...award, kind: 'laurel', subject: LAUREL.tokenId },
      ]),
    );
    const counts = new MemoryCounts(Date.now);
    const deliver = async (to: Chain) => {
      const outbox = startOutbox({ store, chain: to, clock: Date.now, counts });
      await expect.poll(() => store.outboxCounts(), { timeout: 20_000, interval: 5 }).toMatchObject({ waiting: 0 });
      await outbox.close();
    };
    await deliver(chain);
    await index(store, chain);
    expect((await store.laurels({ limit: 1 }))[0]?.state).toBe('minted');
    await chain.close();
    await Promise.all(['', '-wal', '-shm'].map((end) => rm(join(dataDir, `chain.sqlite${end}`), { force: true })));
    const other = await chainIn(dataDir);
    const indexer = startIndexer({ store, chain: other, counts });
    onTestFinished(() => indexer.close());
    await expect.poll(() => store.outboxCounts(), { timeout: 20_000, interval: 5 }).toMatchObject({ waiting: 2 });
    expect((await store.laurels({ limit: 1 }))[0]?.state).toBe('provisional');
    expect(counts.all()['chain.replaced']).toBe(1);
    await deliver(other);
    indexer.poke();
    const state = async () => (await store.laurels({ limit: 1 }))[0]?.state;
    await expect.poll(state, { timeout: 20_000, interval: 5 }).toBe('minted');
  });
});
