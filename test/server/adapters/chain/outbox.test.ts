import { describe, expect, onTestFinished, test } from 'vitest';
import { openCalls } from '#server/adapters/chain/calls.ts';
import { type OutboxNeeds, startOutbox } from '#server/adapters/chain/outbox.ts';
import { MemoryCounts } from '#server/adapters/counts.ts';
import { openStore } from '#server/adapters/store/open-store.ts';
import { mintAction } from '#server/cli/bench/chain-load.ts';
import type { Chain, ChainAction, SentBatch } from '#server/ports/chain.ts';
import type { Store } from '#server/ports/store.ts';
import type { OutboxEntry } from '#server/ports/store-rows.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { keccak256 } from '#shared/base/hash.ts';
import { scratchFolder } from '#test/support/scratch.ts';
import { awardOf, chainIn, intentOf, invalidationOf, layCode, openingOf, somebody } from './chain-support.ts';

interface Bench {
  readonly chain: Chain;
  readonly store: Store;
  readonly dataDir: string;
  /** Every batch as it was sent. */
  readonly batches: (readonly ChainAction[])[];
}

async function bench(folder?: string): Promise<Bench> {
  const dataDir = folder ?? (await scratchFolder());
  const chain = await chainIn(dataDir);
  const store = await openStore({ dataDir });
  onTestFinished(() => store.close());
  return { chain, store, dataDir, batches: [] };
}

/** The chain with an ear on what is sent, and a hand that may break it before or after. */
function heard(at: Bench, after: (sent: SentBatch) => void = () => undefined): OutboxNeeds['chain'] {
  return {
    async send(actions) {
      at.batches.push(actions);
      const sent = await at.chain.send(actions);
      after(sent);
      return sent;
    },
  };
}

/** Runs an outbox until nothing waits any more, or `enough` says so. */
async function pump(
  at: Bench,
  chain: OutboxNeeds['chain'],
  enough: () => boolean = () => false,
): Promise<MemoryCounts> {
  const counts = new MemoryCounts(Date.now);
  await new Promise<void>((resolve, reject) => {
    const look = async () => {
      const { waiting } = await at.store.outboxCounts();
      if (waiting === 0 || enough()) resolve();
      else outbox.poke();
    };
    const clock = () => {
      void look().catch(reject);
      return Date.now();
    };
    const outbox = startOutbox({ store: at.store, chain, clock, counts, onSent: () => void look().catch(reject) });
    onTestFinished(() => outbox.close());
  });
  return counts;
}

/** Runs an outbox on a clock that leaps, so that the pauses between tries are over at once, until the counts are so. */
async function fastPump(
  at: Bench,
  chain: OutboxNeeds['chain'],
  until: { readonly waiting: number; readonly failed: number },
): Promise<MemoryCounts> {
  let now = Date.now();
  const clock = () => {
    now += 70_000;
    return now;
  };
  const counts = new MemoryCounts(clock);
  const outbox = startOutbox({ store: at.store, chain, counts, clock });
  const look = () => {
    outbox.poke();
    return at.store.outboxCounts();
  };
  await expect.poll(look, { timeout: 50_000, interval: 5 }).toEqual(until);
  await outbox.close();
  return counts;
}

function entry(kind: OutboxEntry['kind'], action: ChainAction): OutboxEntry {
  return { ...action, kind, subject: action.intent };
}

async function enqueue(at: Bench, ...entries: OutboxEntry[]): Promise<void> {
  await at.store.transact((tx) => tx.addOutbox(entries));
}

const mint = (index: number) => entry('work', mintAction(index));

describe('the outbox', () => {
  test('laurels overtake a long backlog of works, and their challenge is opened before them', async () => {
    const at = await bench();
    await enqueue(at, ...Array.from({ length: 70 }, (_, index) => mint(index)));
    const award = entry('laurel', await awardOf('race', 0, somebody('runner'), at.chain.chainId));
    await enqueue(at, award, entry('challenge', openingOf('race')));
    await pump(at, heard(at));
    const [first = []] = at.batches;
    expect(first.slice(0, 2).map(({ intent }) => intent)).toEqual([intentOf('open race'), intentOf('award race 0')]);
    expect(at.batches.every((batch) => batch.length <= 50)).toBe(true);
    expect(at.batches.flat()).toHaveLength(72);
    expect(await at.store.outboxCounts()).toEqual({ waiting: 0, failed: 0 });
  });

  test('a crash between sending and marking doubles nothing', async () => {
    const at = await bench();
    await enqueue(at, mint(0), mint(1));
    let crashes = 0;
    const crashing = heard(at, () => {
      if (crashes++ === 0) throw new DimensionError('chain.down', 'The process died here.');
    });
    await pump(at, crashing);
    expect(at.batches).toHaveLength(2);
    const minted = (await at.chain.logs(0, 2)).filter(({ block }) => block === 2);
    // The second batch is only the relay's word that both are there.
    expect(minted.every(({ topics }) => topics.length === 2)).toBe(true);
    expect(minted).toHaveLength(2);
  });

  test('an action that keeps failing is given up after some tries, and waits again after a restart', async () => {
    const at = await bench();
    // The same genome under another intent: its contract will never take it.
    const twin = { ...mint(0), intent: intentOf('twin') };
    await enqueue(at, mint(0), twin);
    const counts = await fastPump(at, heard(at), { waiting: 0, failed: 1 });
    expect(counts.all()['chain.refused']).toBe(8);
    expect(counts.recent()[0]?.sentence).toContain('WorkDuplicate');
    await at.store.close();
    const again = await openStore({ dataDir: at.dataDir });
    onTestFinished(() => again.close());
    expect(await again.outboxCounts()).toEqual({ waiting: 1, failed: 0 });
  });

  test('a laurel is never given up: it stands as soon as what stood in its way is gone', async () => {
    const at = await bench();
    await enqueue(at, entry('laurel', await awardOf('race', 0, somebody('runner'), at.chain.chainId)));
    let opened = false;
    const late: OutboxNeeds['chain'] = {
      async send(actions) {
        at.batches.push(actions);
        if (at.batches.length === 20 && !opened) {
          opened = true;
          await at.chain.send([openingOf('race')]);
        }
        return at.chain.send(actions);
      },
    };
    const counts = await fastPump(at, late, { waiting: 0, failed: 0 });
    expect(counts.all()['chain.refused']).toBe(19);
  });

  test('an invalidation is never given up either', async () => {
    const at = await bench();
    const award = await awardOf('race', 0, somebody('runner'), at.chain.chainId);
    await enqueue(at, entry('invalidation', await invalidationOf('race', 0, 1, at.chain.chainId)));
    const late: OutboxNeeds['chain'] = {
      async send(actions) {
        at.batches.push(actions);
        if (at.batches.length === 20) await at.chain.send([openingOf('race'), award]);
        return at.chain.send(actions);
      },
    };
    const counts = await fastPump(at, late, { waiting: 0, failed: 0 });
    expect(counts.all()['chain.refused']).toBe(19);
  });

  test('what is dropped on its way stays dropped when the chain takes it', async () => {
    const at = await bench();
    const award = entry('laurel', await awardOf('race', 0, somebody('runner'), at.chain.chainId));
    await enqueue(at, entry('challenge', openingOf('race')), award);
    const dropping: OutboxNeeds['chain'] = {
      async send(actions) {
        at.batches.push(actions);
        await at.store.transact((tx) => tx.markOutbox(award.intent, 'dropped', 'invalidated before it was sent'));
        return at.chain.send(actions);
      },
    };
    const marked = Promise.withResolvers<void>();
    const needs = { store: at.store, clock: Date.now, counts: new MemoryCounts(Date.now) };
    const outbox = startOutbox({ ...needs, chain: dropping, onSent: marked.resolve });
    await marked.promise;
    await outbox.close();
    expect(at.batches.flat().map(({ intent }) => intent)).toContain(award.intent);
    // Only what was done is written again to another chain.
    await at.store.transact((tx) => tx.forgetChain());
    expect((await at.store.outbox(9)).map(({ kind }) => kind)).toEqual(['challenge']);
  });

  test('an entry that cannot even be written down for the chain does not hold up the others', async () => {
    const at = await bench();
    const malformed = entry('work', { ...mintAction(7), intent: '0x1234' });
    await enqueue(at, mint(0), malformed, mint(1));
    await fastPump(at, heard(at), { waiting: 0, failed: 1 });
    expect(new Set(at.batches.flat().map(({ intent }) => intent)).size).toBe(3);
  });

  test('what is too much for one transaction comes to stand in several', async () => {
    const at = await bench();
    const genome = (index: number) => `0x${keccak256(`big ${index}`).repeat(32)}`;
    const big = (index: number): OutboxEntry => {
      const work = { owner: somebody('maker'), generator: 'shell', generatorVersion: 1, parents: [], title: 'Big' };
      const call = openCalls().mintWork({ ...work, genome: genome(index) });
      return entry('challenge', { intent: intentOf(`big ${index}`), ...call });
    };
    // Named as challenges they are thought cheap: the estimate is wrong and only the chain knows.
    await enqueue(at, ...Array.from({ length: 50 }, (_, index) => big(index)));
    await pump(at, heard(at));
    expect(await at.store.outboxCounts()).toEqual({ waiting: 0, failed: 0 });
    expect(at.batches.flat().length).toBeGreaterThan(50);
  });

  test('a batch that the chain cannot take at all is halved, and its one bad entry is given up alone', async () => {
    const at = await bench();
    // More call data than the gas of any transaction pays for.
    const bad = { intent: intentOf('bad'), to: somebody('nobody'), data: `0x${'ff'.repeat(440_000)}` };
    await enqueue(at, mint(0), mint(1), entry('work', bad), mint(2));
    const counts = await fastPump(at, heard(at), { waiting: 0, failed: 1 });
    expect(counts.recent()[0]?.code).toBe('chain.refused');
  });

  test('an action that burns the gas of its batch is given up alone, and those after it come to stand', async () => {
    const dataDir = await scratchFolder();
    // The one instruction of this contract takes all gas that the call was given.
    const burner = await layCode(dataDir, 'fe');
    const at = await bench(dataDir);
    const burn = { intent: intentOf('burn'), to: burner, data: '0x' };
    await enqueue(at, entry('work', burn), ...Array.from({ length: 12 }, (_, index) => mint(index)));
    await fastPump(at, heard(at), { waiting: 0, failed: 1 });
    expect(at.batches[0]).toMatchObject([{ intent: burn.intent }, ...Array.from({ length: 12 }, () => ({}))]);
    // What was left over from the burner did not carry the first batch to its end: nothing of it stood, it was halved.
    expect(at.batches[1]).toHaveLength(6);
  });

  test('with the chain down nothing is lost and nothing is given up', async () => {
    const at = await bench();
    await enqueue(at, mint(0));
    let downs = 0;
    const down: OutboxNeeds['chain'] = {
      async send(actions) {
        if (downs++ < 2) throw new DimensionError('chain.down', 'The chain does not answer.');
        return at.chain.send(actions);
      },
    };
    const counts = await pump(at, down);
    expect(counts.all()['chain.down']).toBe(2);
    expect(await at.store.outboxCounts()).toEqual({ waiting: 0, failed: 0 });
  });
});
