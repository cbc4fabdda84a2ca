/** Trie nodes and contract code in SQLite, with the block being made kept aside until it is whole. */
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { BatchDBOp, DB } from '@ethereumjs/util';
import { DimensionError } from '#shared/base/errors.ts';

/** Bytes of nodes kept in memory: enough for the upper levels of the tries and the contracts' code. */
const CACHE_BYTES = 24 * 1024 * 1024;
const ENTRY_OVERHEAD = 200;
/** Hash of the empty trie: the one node that is looked up although nobody stores it. */
const EMPTY_ROOT = '56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421';

/**
 * The database below the state trie. Reads see the block being made; nothing of it reaches SQLite before `write`,
 * which the engine calls inside the one transaction that also holds the block.
 */
export class NodeStore implements DB<string, string | Uint8Array> {
  readonly #read: StatementSync;
  readonly #insert: StatementSync;
  readonly #remove: StatementSync;
  /** Nodes of the block being made; null is one that it makes unreachable. */
  #pending = new Map<string, Uint8Array | null>();
  readonly #cache = new Map<string, Uint8Array>();
  #cacheBytes = 0;

  constructor(database: DatabaseSync) {
    this.#read = database.prepare('SELECT body FROM node WHERE hash = ?');
    this.#insert = database.prepare('INSERT INTO node (hash, body) VALUES (?, ?) ON CONFLICT (hash) DO NOTHING');
    this.#remove = database.prepare('DELETE FROM node WHERE hash = ?');
  }

  /** @throws DimensionError `chain.torn` for a node that should be there and is not: never read on as if it were empty */
  async get(key: string): Promise<Uint8Array | undefined> {
    const pending = this.#pending.get(key);
    if (pending !== undefined) return pending ?? undefined;
    const cached = this.#cache.get(key);
    if (cached !== undefined) {
      this.#cache.delete(key);
      this.#cache.set(key, cached);
      return cached;
    }
    const body = this.#read.get(Buffer.from(key, 'hex'))?.['body'];
    if (!(body instanceof Uint8Array)) {
      if (key.endsWith(EMPTY_ROOT)) return undefined;
      throw new DimensionError('chain.torn', 'A part of the chain state is missing from its file.', { node: key });
    }
    this.#keep(key, body);
    return body;
  }

  async put(key: string, value: string | Uint8Array): Promise<void> {
    if (typeof value === 'string') throw new TypeError('trie nodes are bytes');
    this.#pending.set(key, value);
  }

  async del(key: string): Promise<void> {
    this.#pending.set(key, null);
  }

  async batch(operations: BatchDBOp<string, string | Uint8Array>[]): Promise<void> {
    for (const operation of operations) {
      if (operation.type === 'put') await this.put(operation.key, operation.value);
      else await this.del(operation.key);
    }
  }

  shallowCopy(): NodeStore {
    return this;
  }

  async open(): Promise<void> {}

  /** Writes the pending nodes; call inside a transaction, then `settle` when it is committed. */
  write(): void {
    for (const [key, body] of this.#pending) {
      const hash = Buffer.from(key, 'hex');
      if (body === null) this.#remove.run(hash);
      else this.#insert.run(hash, body);
    }
  }

  /** The pending nodes are durable: they become cached ones. */
  settle(): void {
    for (const [key, body] of this.#pending) {
      this.#drop(key);
      if (body !== null) this.#keep(key, body);
    }
    this.#pending = new Map();
  }

  /** Forgets the block being made. */
  discard(): void {
    this.#pending = new Map();
  }

  #keep(key: string, body: Uint8Array): void {
    this.#cache.set(key, body);
    this.#cacheBytes += body.length + ENTRY_OVERHEAD;
    for (const [oldest] of this.#cache) {
      if (this.#cacheBytes <= CACHE_BYTES) break;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    const body = this.#cache.get(key);
    if (body === undefined) return;
    this.#cache.delete(key);
    this.#cacheBytes -= body.length + ENTRY_OVERHEAD;
  }
}
