/** One SQLite file through node:sqlite, in the shape Kysely wants, with the settings that survive kill -9. */
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { Kysely, SqliteDialect } from 'kysely';
import { DimensionError } from '#shared/base/errors.ts';
import type { Tables } from './tables.ts';

/** Prepared statements kept a connection; Kysely writes the same few hundred texts again and again. */
const KEPT_STATEMENTS = 512;

/**
 * Opens the file. The writer uses a write-ahead log with `synchronous = NORMAL`: what makes a commit survive power loss
 * is `Durability`, which syncs the log off this thread before anybody is told.
 * @throws DimensionError `store.open` when the file is no database or cannot be read
 */
export function openSqlite(path: string, mode: 'writer' | 'reader'): DatabaseSync {
  try {
    const database = new DatabaseSync(path, { readOnly: mode === 'reader', timeout: 5_000 });
    database.exec('pragma foreign_keys = on');
    if (mode === 'writer') database.exec('pragma journal_mode = wal; pragma synchronous = normal');
    return database;
  } catch (cause) {
    throw new DimensionError('store.open', `The database ${path} cannot be opened.`, { path }, cause);
  }
}

/** Typed queries over an open file. */
export function queries(database: DatabaseSync): Kysely<Tables> {
  const kept = new Map<string, Statement>();
  const prepare = (sql: string): Statement => {
    const known = kept.get(sql);
    if (known !== undefined) return known;
    if (kept.size >= KEPT_STATEMENTS) kept.clear();
    const statement = new Statement(database.prepare(sql));
    kept.set(sql, statement);
    return statement;
  };
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database: { prepare, close: () => database.close() } }) });
}

/** A prepared statement as Kysely calls it. */
class Statement {
  readonly reader: boolean;
  readonly #statement: StatementSync;

  constructor(statement: StatementSync) {
    this.#statement = statement;
    this.reader = statement.columns().length > 0;
  }

  all(parameters: readonly unknown[]): unknown[] {
    return this.#statement.all(...parameters.map(bindable));
  }

  run(parameters: readonly unknown[]): { changes: number | bigint; lastInsertRowid: number | bigint } {
    return this.#statement.run(...parameters.map(bindable));
  }

  iterate(parameters: readonly unknown[]): IterableIterator<unknown> {
    return this.#statement.iterate(...parameters.map(bindable));
  }
}

function bindable(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'number' || typeof value === 'string' || typeof value === 'bigint')
    return value;
  throw new DimensionError('store.value', 'Only text, numbers and null are kept in columns.', { type: typeof value });
}
