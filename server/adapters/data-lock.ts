/** One world a data folder: a lock that the operating system lets go of when the process ends, however it ends. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DimensionError } from '#shared/base/errors.ts';

/** Held until `release`. */
export interface DataLock {
  release(): void;
}

/** @throws DimensionError `data.busy` when another world runs in this folder */
export function lockData(dataDir: string): DataLock {
  // SQLite's own file lock is the one that works the same on every system without a dependency.
  const lock = new DatabaseSync(join(dataDir, 'lock.sqlite'));
  try {
    lock.exec('begin exclusive');
  } catch (cause) {
    lock.close();
    throw new DimensionError('data.busy', `Another world is running in ${dataDir}; stop it first.`, { dataDir }, cause);
  }
  return { release: () => lock.close() };
}
