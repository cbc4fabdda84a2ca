/** The blocks in order, with their transaction and logs: written with the state they lead to, read by number or hash. */
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { type BlockHeader, createBlockHeaderFromRLP } from '@ethereumjs/block';
import type { Common } from '@ethereumjs/common';
import { DimensionError } from '#shared/base/errors.ts';
import { type BlockBody, packBody, unpackBody } from './packing.ts';

/** One block. Genesis has no transaction. */
export interface LedgerBlock {
  readonly number: number;
  /** 32 bytes. */
  readonly hash: Uint8Array;
  readonly header: BlockHeader;
  readonly transactionHash: Uint8Array | null;
  /** Who sent the transaction, 20 bytes. */
  readonly sender: Uint8Array | null;
  /** Address of the contract the transaction made, 20 bytes. */
  readonly created: Uint8Array | null;
  /** Whether the transaction succeeded. */
  readonly succeeded: boolean;
  /** Unpacked when asked for. */
  body(): BlockBody;
}

/** What the engine hands in to be written. */
export interface NewBlock extends Omit<LedgerBlock, 'body'> {
  readonly content: BlockBody;
}

const COLUMNS = 'number, hash, header, transaction_hash, sender, created, succeeded, packed';

/** The table of blocks. Every method is synchronous. */
export class Ledger {
  readonly #common: Common;
  readonly #insert: StatementSync;
  readonly #byNumber: StatementSync;
  readonly #byHash: StatementSync;
  readonly #byTransaction: StatementSync;
  readonly #last: StatementSync;
  readonly #range: StatementSync;

  constructor(database: DatabaseSync, common: Common) {
    this.#common = common;
    this.#insert = database.prepare(`INSERT INTO block (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`);
    this.#byNumber = database.prepare(`SELECT ${COLUMNS} FROM block WHERE number = ?`);
    this.#byHash = database.prepare(`SELECT ${COLUMNS} FROM block WHERE hash = ?`);
    this.#byTransaction = database.prepare(`SELECT ${COLUMNS} FROM block WHERE transaction_hash = ?`);
    this.#last = database.prepare(`SELECT ${COLUMNS} FROM block ORDER BY number DESC LIMIT 1`);
    this.#range = database.prepare(`SELECT ${COLUMNS} FROM block WHERE number BETWEEN ? AND ? ORDER BY number`);
  }

  /** Call inside the transaction that also writes the state. */
  add(block: NewBlock): void {
    this.#insert.run(
      block.number,
      block.hash,
      block.header.serialize(),
      block.transactionHash,
      block.sender,
      block.created,
      block.succeeded ? 1 : 0,
      packBody(block.content),
    );
  }

  last(): LedgerBlock | null {
    return this.#read(this.#last.get());
  }

  byNumber(number: number): LedgerBlock | null {
    return this.#read(this.#byNumber.get(number));
  }

  byHash(hash: Uint8Array): LedgerBlock | null {
    return this.#read(this.#byHash.get(hash));
  }

  byTransaction(hash: Uint8Array): LedgerBlock | null {
    return this.#read(this.#byTransaction.get(hash));
  }

  /** Blocks `from` … `to`, in order, one at a time. */
  *range(from: number, to: number): Generator<LedgerBlock> {
    for (const row of this.#range.iterate(from, to)) {
      const block = this.#read(row);
      if (block !== null) yield block;
    }
  }

  #read(row: Record<string, unknown> | undefined): LedgerBlock | null {
    if (row === undefined) return null;
    const bytes = (name: string): Uint8Array | null => {
      const value = row[name];
      return value instanceof Uint8Array ? value : null;
    };
    const hash = bytes('hash');
    const header = bytes('header');
    const packed = bytes('packed');
    if (hash === null || header === null || packed === null)
      throw new DimensionError('chain.torn', 'A block in the chain file is not whole.');
    return {
      number: Number(row['number']),
      hash,
      header: createBlockHeaderFromRLP(header, { common: this.#common }),
      transactionHash: bytes('transaction_hash'),
      sender: bytes('sender'),
      created: bytes('created'),
      succeeded: row['succeeded'] === 1,
      body: () => unpackBody(packed),
    };
  }
}
