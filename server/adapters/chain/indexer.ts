/** Every chain fact comes back through here: reads the chain's events in order and writes them into the store, once. */
import { z } from 'zod';
import type { Chain, ChainLog } from '#server/ports/chain.ts';
import type { Counts } from '#server/ports/counts.ts';
import type { Store, StoreTransaction } from '#server/ports/store.ts';
import { isDimensionError } from '#shared/base/errors.ts';
import { Bell } from './bell.ts';
import { type ChainFact, factsIn, writeFacts } from './chain-facts.ts';
import type { Pump } from './outbox.ts';

/** Blocks read at once. */
const STRIDE = 100;
/** Without being poked the indexer looks this often, ms. */
const LOOK_MS = 1_000;
const LONGEST_DOWN_MS = 15_000;
const CURSOR = 'chain.cursor';

const cursorForm = z.strictObject({ block: z.number().int().min(0), hash: z.string() });
type Cursor = z.infer<typeof cursorForm>;

export interface IndexerNeeds {
  readonly store: Pick<Store, 'fact' | 'transact'>;
  readonly chain: Pick<Chain, 'height' | 'blockHash' | 'logs' | 'call'>;
  readonly counts: Pick<Counts, 'count' | 'error'>;
  /** Called for each fact after it is durable in the store. */
  readonly onMinted?: (fact: ChainFact) => void;
  /** Called in the transaction of a laurel that was dropped on its way and stands all the same. */
  readonly onLate?: (laurel: string, tx: StoreTransaction) => Promise<void>;
}

/** Starts reading where the store's cursor stands. It never throws: what goes wrong is counted and tried again. */
export function startIndexer(needs: IndexerNeeds): Pump {
  const indexer = new Indexer(needs);
  return { poke: () => indexer.poke(), close: () => indexer.close() };
}

class Indexer {
  readonly #needs: IndexerNeeds;
  readonly #bell = new Bell();
  readonly #ended: Promise<void>;
  #downs = 0;
  #closed = false;

  constructor(needs: IndexerNeeds) {
    this.#needs = needs;
    this.#ended = this.#run();
  }

  poke(): void {
    this.#bell.ring();
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#bell.ring();
    await this.#ended;
  }

  async #run(): Promise<void> {
    while (!this.#closed) {
      const pauseMs = await this.#round();
      if (pauseMs === 0 || this.#closed) continue;
      // While the chain is down, being poked must not hammer it.
      if (this.#downs > 0) await this.#bell.waitOut(pauseMs, () => this.#closed);
      else await this.#bell.wait(pauseMs);
    }
  }

  async #round(): Promise<number> {
    try {
      const more = await this.#step();
      this.#downs = 0;
      return more ? 0 : LOOK_MS;
    } catch (error) {
      this.#downs++;
      const code = isDimensionError(error) ? error.code : 'chain.fault';
      this.#needs.counts.count(code);
      this.#needs.counts.error(code, error instanceof Error ? error.message : String(error));
      return Math.min(LOOK_MS * 2 ** (this.#downs - 1), LONGEST_DOWN_MS);
    }
  }

  /** Reads one stride. True when there is more to read. */
  async #step(): Promise<boolean> {
    const { chain, store, onMinted, onLate } = this.#needs;
    const height = await chain.height();
    const cursor = await this.#cursor(height);
    if (cursor === null) {
      await this.#beginAgain();
      return true;
    }
    if (cursor.block >= height) return false;
    const to = Math.min(cursor.block + STRIDE, height);
    const hash = await chain.blockHash(to);
    // The chain was replaced between two questions: the next round finds out.
    if (hash === null) return true;
    const logs: readonly ChainLog[] = await chain.logs(cursor.block + 1, to);
    const facts = await factsIn(logs, chain);
    const strange = await store.transact(async (tx) => {
      const unknown = await writeFacts(facts, tx, onLate);
      await tx.setFact(CURSOR, JSON.stringify({ block: to, hash } satisfies Cursor));
      return unknown;
    });
    for (const { id } of strange) {
      this.#needs.counts.count('chain.strange-laurel');
      this.#needs.counts.error(
        'chain.strange-laurel',
        `The chain tells of a laurel that the world does not know: ${id}.`,
      );
    }
    for (const fact of facts) if (!strange.includes(fact)) onMinted?.(fact);
    return to < height;
  }

  /** All that was written to the chain before has to be written to this one. */
  async #beginAgain(): Promise<void> {
    this.#needs.counts.count('chain.replaced');
    this.#needs.counts.error('chain.replaced', 'The chain is not the one the world knew; all is written to it again.');
    await this.#needs.store.transact(async (tx) => {
      await tx.forgetChain();
      await tx.setFact(CURSOR, null);
    });
  }

  /** Where reading goes on; null when the chain is not the one that was read before. */
  async #cursor(height: number): Promise<Cursor | null> {
    const written = await this.#needs.store.fact(CURSOR);
    if (written === null) return { block: 0, hash: '' };
    const cursor = cursorForm.parse(JSON.parse(written));
    const known = cursor.block <= height && (await this.#needs.chain.blockHash(cursor.block)) === cursor.hash;
    return known ? cursor : null;
  }
}
