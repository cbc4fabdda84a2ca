/** The store of one host: a SQLite file in the data folder, one writer, reads of what was last committed. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Store, StoreTransaction } from '#server/ports/store.ts';
import type { StoreReads } from '#server/ports/store-reads.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { Durability } from './durability.ts';
import { migrate } from './migrations.ts';
import { storeReads } from './reads.ts';
import { openSqlite, queries } from './sqlite.ts';
import { storeWrites } from './writes.ts';

/**
 * Opens (or makes) `dimension.sqlite` in the data folder.
 * @throws DimensionError `store.open`, `store.newer`
 */
export async function openStore(where: { readonly dataDir: string }): Promise<Store> {
  await mkdir(where.dataDir, { recursive: true, mode: 0o700 });
  const path = join(where.dataDir, 'dimension.sqlite');
  const writer = openSqlite(path, 'writer');
  migrate(writer);
  // Entries that were on their way when the process died, or were given up, wait again: a restart may have mended what
  // stood in their way, and the chain refuses what it already has.
  // Being a write, it also makes sure that the log exists before it is opened below.
  writer.exec("update outbox set state = 'waiting' where state in ('sent', 'failed')");
  writer.exec(`pragma user_version = ${Number(writer.prepare('pragma user_version').get()?.['user_version'] ?? 0)}`);
  const durability = await Durability.of(`${path}-wal`);
  const reader = openSqlite(path, 'reader');
  const reads = storeReads(queries(reader));
  const transactions = new Transactions(writer, durability);
  let closed: Promise<void> | null = null;
  const close = async () => {
    await transactions.drained();
    await durability.close();
    reader.close();
    writer.close();
  };
  return {
    ...reads,
    transact: (work) => transactions.run(work),
    version: () => transactions.count,
    close: () => {
      closed ??= close();
      return closed;
    },
  };
}

/** Runs transactions one after another on the writing connection. */
class Transactions {
  readonly #database: DatabaseSync;
  readonly #durability: Durability;
  readonly #tx: StoreTransaction;
  #last: Promise<unknown> = Promise.resolve();
  #closing = false;
  #count = 0;

  constructor(database: DatabaseSync, durability: Durability) {
    this.#database = database;
    this.#durability = durability;
    const db = queries(database);
    const reads: StoreReads = storeReads(db);
    this.#tx = { ...reads, ...storeWrites(db) };
  }

  /** Committed so far. */
  get count(): number {
    return this.#count;
  }

  /** All of `work` or nothing; resolves when the log with it has reached the disk. */
  async run<T>(work: (tx: StoreTransaction) => Promise<T>): Promise<T> {
    if (this.#closing) throw new DimensionError('store.closed', 'The world is closing; nothing more is written.');
    const turn = this.#last.then(() => this.#whole(work));
    this.#last = turn.catch(() => undefined);
    const result = await turn;
    await this.#durability.settled();
    return result;
  }

  /** Refuses new transactions and waits for those that were asked for. */
  async drained(): Promise<void> {
    this.#closing = true;
    await this.#last;
  }

  async #whole<T>(work: (tx: StoreTransaction) => Promise<T>): Promise<T> {
    this.#database.exec('begin immediate');
    try {
      const result = await work(this.#tx);
      this.#database.exec('commit');
      this.#count++;
      return result;
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('rollback');
      throw error;
    }
  }
}
