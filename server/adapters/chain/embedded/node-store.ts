/** Trie nodes and contract code in SQLite, with the block being made kept aside until it is whole. */
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { DimensionError } from '#shared/base/errors.ts';
import type { NodeKeeper } from './trie.ts';

/** Bytes of nodes kept in memory: enough for the upper levels of the tries and the contracts' code. */
const CACHE_BYTES = 16 * 1024 * 1024;
const ENTRY_OVERHEAD = 200;

/**
 * The database below the state tries. Reads see the block being made; nothing of it reaches SQLite before `write`,
 * which the engine calls inside the one transaction that also holds the block.
 */
export class NodeStore implements NodeKeeper {
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
  read(key: string): Uint8Array {
    const pending = this.#pending.get(key);
    if (pending !== undefined && pending !== null) return pending;
    const cached = pending === null ? undefined : this.#cache.get(key);
    if (cached !== undefined) {
      this.#cache.delete(key);
      this.#cache.set(key, cached);
      return cached;
    }
    const body = pending === null ? null : this.#read.get(Buffer.from(key, 'hex'))?.['body'];
    if (!(body instanceof Uint8Array))
      throw new DimensionError('chain.torn', 'A part of the chain state is missing from its file.', { node: key });
    this.#keep(key, body);
    return body;
  }

  put(key: string, body: Uint8Array): void {
    this.#pending.set(key, body);
  }

  remove(key: string): void {
    this.#pending.set(key, null);
  }

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
