/** The three keys of a host: taken from the environment, or made once and kept in the data folder. */
import { chmod, link, mkdir, open, readFile, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DimensionError } from '#shared/base/errors.ts';
import { fromHex, toHex } from '#shared/base/hash.ts';
import { isKey, randomKey } from '#shared/base/secp256k1.ts';

/** Private keys, 0x and 64 hex digits. They are handed to the parts that sign, and to nobody else. */
export interface HouseKeys {
  /** Signs the host in. */
  readonly host: string;
  /** Sends transactions. */
  readonly chain: string;
  /** Signs verdicts. */
  readonly verdict: string;
}

export const KEY_NAMES = ['host', 'chain', 'verdict'] as const;

/**
 * @param given keys from the environment; the others are read from `DATA_DIR/keys/NAME.key` (mode 0600) or made there
 * @throws DimensionError `keys.malformed`, `keys.same` when two are the same
 */
export async function openKeys(
  dataDir: string,
  given: { readonly [K in keyof HouseKeys]?: string },
): Promise<HouseKeys> {
  const folder = join(dataDir, 'keys');
  const made = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (made !== undefined) await syncFolder(dataDir);
  const [host, chain, verdict] = await Promise.all(
    KEY_NAMES.map(async (name) => checked(name, given[name] ?? (await keptKey(join(folder, `${name}.key`))))),
  );
  if (host === undefined || chain === undefined || verdict === undefined || new Set([host, chain, verdict]).size < 3)
    throw new DimensionError('keys.same', 'The keys of host, chain and verdict must be three different ones.');
  return { host, chain, verdict };
}

async function keptKey(path: string): Promise<string> {
  const kept = await readFile(path, 'utf8').catch(() => null);
  if (kept !== null) return kept.trim();
  await makeKey(path);
  return (await readFile(path, 'utf8')).trim();
}

/** Written aside and linked into place: a process that dies here leaves a whole key or none, and never replaces one. */
async function makeKey(path: string): Promise<void> {
  const aside = `${path}.${toHex(crypto.getRandomValues(new Uint8Array(6)))}`;
  const file = await open(aside, 'wx', 0o600);
  try {
    await file.writeFile(`0x${toHex(randomKey())}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await chmod(aside, 0o600);
  await link(aside, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await unlink(aside);
  await syncFolder(dirname(path));
}

/** A name is in its folder, and the folder is a file too: power may fail before it is written. */
async function syncFolder(path: string): Promise<void> {
  // Windows opens no folders, and writes their entries with the files.
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  await folder.sync().finally(() => folder.close());
}

function checked(name: string, key: string): string {
  const form = /^0x[0-9a-fA-F]{64}$/.test(key) && isKey(fromHex(key));
  if (!form) throw new DimensionError('keys.malformed', `The ${name} key is not a key of secp256k1.`, { name });
  return key.toLowerCase();
}
