/** The pump between store and chain: takes what waits, laurels first, and sends it in batches until it stands. */

import type { Chain, SentBatch } from '#server/ports/chain.ts';
import type { Clock } from '#server/ports/clock.ts';
import type { Counts } from '#server/ports/counts.ts';
import type { Store } from '#server/ports/store.ts';
import type { OutboxEntry } from '#server/ports/store-rows.ts';
import { DimensionError, isDimensionError } from '#shared/base/errors.ts';
import { MOST_ACTIONS, nextBatch } from './batches.ts';
import { Bell } from './bell.ts';

/** How many waiting entries are looked at for a batch. */
const WINDOW = 200;
/** Without being poked the pump looks this often, ms. */
const LOOK_MS = 1_000;
/** How often an action may fail on chain before it is given up until the next start. */
const MOST_TRIES = 8;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 60_000;
const LONGEST_DOWN_MS = 15_000;
/** What is said of a batch that is too much for one transaction, or holds what no transaction can say. */
const ITS_OWN: ReadonlySet<string> = new Set(['chain.batch', 'chain.transaction', 'abi.value', 'hex.malformed']);
/** What is the chain's own trouble and no batch's: waited out, however long it takes. */
const WAITED_OUT: ReadonlySet<string> = new Set(
  ['down', 'fault', 'torn', 'keys', 'contracts', 'layout', 'genesis'].map((problem) => `chain.${problem}`),
);
/** Any other trouble is the batch's own when it comes this often in a row. */
const MOST_TROUBLES = 3;
/** What is owed to people is never given up: only slower and slower. */
const OWED: ReadonlySet<OutboxEntry['kind']> = new Set<OutboxEntry['kind']>(['laurel', 'invalidation', 'challenge']);

export interface OutboxNeeds {
  readonly store: Pick<Store, 'outbox' | 'transact'>;
  readonly chain: Pick<Chain, 'send'>;
  readonly clock: Clock;
  readonly counts: Pick<Counts, 'count' | 'error'>;
  /** Called when a batch stands on chain and is marked: the indexer's `poke`. */
  readonly onSent?: () => void;
}

/** A running part that is woken from outside. */
export interface Pump {
  /** There may be something to do: look at once instead of within a second. */
  poke(): void;
  /** Ends after what is under way. */
  close(): Promise<void>;
}

/** Starts the pump. It never throws: what goes wrong is counted, waited out and tried again. */
export function startOutbox(needs: OutboxNeeds): Pump {
  const outbox = new Outbox(needs);
  return { poke: () => outbox.poke(), close: () => outbox.close() };
}

interface Failure {
  readonly tries: number;
  readonly notBeforeMs: number;
}

/** Failures are counted in memory only: after a restart every entry has its tries again. */
class Outbox {
  readonly #needs: OutboxNeeds;
  readonly #bell = new Bell();
  readonly #failures = new Map<string, Failure>();
  readonly #ended: Promise<void>;
  /** Most actions of the next batch: halved when a batch was too large as a whole. */
  #most = MOST_ACTIONS;
  #downs = 0;
  #troubles = 0;
  #closed = false;

  constructor(needs: OutboxNeeds) {
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

  /** One batch. Answers how long to wait before the next, ms. */
  async #round(): Promise<number> {
    try {
      const waiting = await this.#needs.store.outbox(WINDOW + this.#failures.size);
      const now = this.#needs.clock();
      const ready = waiting.filter(({ intent }) => (this.#failures.get(intent)?.notBeforeMs ?? 0) <= now);
      const batch = nextBatch(ready, this.#most);
      if (batch.length === 0) return this.#pause(waiting, now);
      await this.#deliver(batch);
      this.#downs = 0;
      return 0;
    } catch (error) {
      this.#downs++;
      const { code, sentence } = wordsOf(error);
      this.#needs.counts.count(code);
      this.#needs.counts.error(code, sentence);
      return Math.min(FIRST_PAUSE_MS * 2 ** (this.#downs - 1), LONGEST_DOWN_MS);
    }
  }

  async #deliver(batch: readonly OutboxEntry[]): Promise<void> {
    const sent = await this.#sendWhole(batch);
    this.#troubles = 0;
    if (sent === null) return;
    const failed = new Map(sent.outcomes.filter(({ ok }) => !ok).map(({ intent, detail }) => [intent, detail ?? '']));
    await this.#mark(
      batch.filter(({ intent }) => !failed.has(intent)),
      batch
        .filter(({ intent }) => failed.has(intent))
        .map((entry) => ({ entry, detail: failed.get(entry.intent) ?? '' })),
    );
    this.#most = Math.min(this.#most * 2, MOST_ACTIONS);
    this.#needs.onSent?.();
  }

  /** Null when the batch was too large for one transaction: the next round tries half of it. */
  async #sendWhole(batch: readonly OutboxEntry[]): Promise<SentBatch | null> {
    try {
      return await this.#needs.chain.send(batch.map(({ intent, to, data }) => ({ intent, to, data })));
    } catch (error) {
      if (!isDimensionError(error) || !this.#isTheBatch(error.code)) throw error;
      const [first] = batch;
      if (first !== undefined && batch.length === 1) await this.#mark([], [{ entry: first, detail: error.message }]);
      this.#most = Math.max(1, Math.floor(batch.length / 2));
      return null;
    }
  }

  /** True when the batch itself is to blame, so that half of it may do better. */
  #isTheBatch(code: string): boolean {
    if (ITS_OWN.has(code)) return true;
    if (WAITED_OUT.has(code)) return false;
    this.#troubles++;
    return this.#troubles >= MOST_TROUBLES;
  }

  async #mark(
    done: readonly OutboxEntry[],
    failed: readonly { readonly entry: OutboxEntry; readonly detail: string }[],
  ): Promise<void> {
    const now = this.#needs.clock();
    const given = failed.filter(({ entry: { intent, kind } }) => {
      const tries = (this.#failures.get(intent)?.tries ?? 0) + 1;
      return tries >= MOST_TRIES && !OWED.has(kind);
    });
    await this.#needs.store.transact(async (tx) => {
      for (const { intent } of done) await tx.markOutbox(intent, 'done', null);
      for (const { entry, detail } of given) await tx.markOutbox(entry.intent, 'failed', detail);
    });
    for (const { intent } of done) this.#failures.delete(intent);
    for (const { entry, detail } of failed) {
      const tries = (this.#failures.get(entry.intent)?.tries ?? 0) + 1;
      const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** (tries - 1), LONGEST_PAUSE_MS);
      this.#failures.set(entry.intent, { tries, notBeforeMs: now + pauseMs });
      this.#needs.counts.count('chain.refused');
      this.#needs.counts.error('chain.refused', `A ${entry.kind} was refused by its contract: ${detail}`);
    }
    for (const { entry } of given) this.#failures.delete(entry.intent);
  }

  #pause(waiting: readonly OutboxEntry[], now: number): number {
    const held = waiting.map(({ intent }) => this.#failures.get(intent)?.notBeforeMs ?? now + LOOK_MS);
    // Entries that somebody else marked must not be remembered for ever.
    if (waiting.length === 0) this.#failures.clear();
    return Math.max(1, Math.min(LOOK_MS, ...held.map((at) => at - now)));
  }
}

function wordsOf(error: unknown): { readonly code: string; readonly sentence: string } {
  if (error instanceof DimensionError) return { code: error.code, sentence: error.message };
  return { code: 'chain.fault', sentence: error instanceof Error ? error.message : String(error) };
}
