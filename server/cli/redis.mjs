/** Finds or installs the Redis that the tests of the work queue start. Plain JavaScript, no dependencies. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installDebian, mayUseDebian } from './debian.mjs';

/** What to do when there is none and none may be installed. */
export const REDIS_ADVICE =
  'No Redis was found: install the package redis-server (on a Mac: brew install redis), or set REDIS_SERVER_PATH to ' +
  'the program. Only tests of the work queue need it.';

/** The program `redis-server`, or null: REDIS_SERVER_PATH, then whatever the path has. */
export function findRedis() {
  const named = process.env.REDIS_SERVER_PATH;
  if (named !== undefined && named !== '') return existsSync(named) ? named : null;
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, 'redis-server')).find((path) => existsSync(path)) ?? null;
}

/** Installs Debian's package where that is allowed. The program, or null. */
export function installRedis() {
  if (mayUseDebian()) installDebian('redis-server', 'the tests of the work queue');
  return findRedis();
}
