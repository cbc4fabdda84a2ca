/** The chain's own SQLite file: trie nodes and blocks in one database, so that a block is there whole or not at all. */
import { DatabaseSync } from 'node:sqlite';
import { DimensionError } from '#shared/base/errors.ts';

const LAYOUT = 1;

/**
 * Opens or makes the file. WAL with full synchronisation: what was acknowledged survives a kill and a power cut.
 * @throws DimensionError `chain.layout` when the file was written by another version of this program
 */
export function openChainDatabase(path: string): DatabaseSync {
  const database = new DatabaseSync(path);
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA wal_autocheckpoint = 2000;
    PRAGMA journal_size_limit = 16777216;
    PRAGMA cache_size = -16384;
    PRAGMA temp_store = MEMORY;
    PRAGMA busy_timeout = 2000;
    CREATE TABLE IF NOT EXISTS fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS node (hash BLOB PRIMARY KEY, body BLOB NOT NULL) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS block (
      number INTEGER PRIMARY KEY,
      hash BLOB NOT NULL UNIQUE,
      header BLOB NOT NULL,
      transaction_hash BLOB UNIQUE,
      sender BLOB,
      created BLOB,
      succeeded INTEGER NOT NULL,
      packed BLOB NOT NULL
    );
  `);
  const found = readFact(database, 'layout');
  if (found === null) writeFact(database, 'layout', String(LAYOUT));
  else if (found !== String(LAYOUT)) {
    database.close();
    throw new DimensionError('chain.layout', 'The chain file was written by another version; restore a backup of it.', {
      found,
      expected: LAYOUT,
    });
  }
  return database;
}

/** A small fact about the chain as a whole, or null. */
export function readFact(database: DatabaseSync, name: string): string | null {
  const value = database.prepare('SELECT value FROM fact WHERE name = ?').get(name)?.['value'];
  return typeof value === 'string' ? value : null;
}

/** Writes a fact; inside a transaction it stands or falls with it. */
export function writeFact(database: DatabaseSync, name: string, value: string): void {
  database
    .prepare('INSERT INTO fact (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value')
    .run(name, value);
}

/** All of `work` or nothing, durable when it returns. `work` must not wait for anything. */
export function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}
