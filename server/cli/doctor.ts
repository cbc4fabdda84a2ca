/** `dimension doctor`: looks whether everything is in order, a line each. */
import { access, constants, mkdir, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { checkChain } from '#server/adapters/chain/embedded/check.ts';
import { openChainDatabase } from '#server/adapters/chain/embedded/database.ts';
import { openChain } from '#server/adapters/chain/open-chain.ts';
import { lockData } from '#server/adapters/data-lock.ts';
import { KEY_NAMES, openKeys } from '#server/adapters/keys.ts';
import { openStore } from '#server/adapters/store/open-store.ts';
import { type Config, readConfig } from '#server/config.ts';
import { catalogueMark } from '#server/work/catalogue-mark.ts';
import { isDimensionError } from '#shared/base/errors.ts';
import { addressOfKey } from '#shared/base/secp256k1.ts';
import { ENGINE, Engine } from '#shared/physics/engine.ts';

const RUNNING = 'in use: a world is running in this folder, see its host page';

/** One thing that is looked at. It answers what is well, or throws with a sentence of what is not. */
interface Check {
  readonly name: string;
  readonly look: (config: Config) => Promise<string>;
}

const CHECKS: readonly Check[] = [
  { name: 'Node', look: async () => lookAtNode(process.versions.node) },
  { name: 'Data folder', look: ({ dataDir }) => lookAtFolder(dataDir) },
  { name: 'Keys', look: lookAtKeys },
  { name: 'Store', look: lookAtStore },
  { name: 'Physics', look: lookAtPhysics },
  { name: 'Work', look: lookAtWork },
  { name: 'Chain', look: lookAtChain },
  { name: 'Pages', look: lookAtPages },
  { name: 'Port', look: ({ port }) => lookAtPort(port) },
];

/** @returns 0 when all is well, 1 when something is not, 2 when the settings cannot be read */
export async function doctor(): Promise<number> {
  const config = readConfig();
  let well = true;
  for (const { name, look } of CHECKS) {
    const [mark, words] = await look(config).then(
      (fine): [string, string] => ['ok', fine],
      (error: unknown): [string, string] => ['NO', sentenceOf(error)],
    );
    well &&= mark === 'ok';
    process.stdout.write(`${mark}  ${name.padEnd(12)} ${words}\n`);
  }
  process.stdout.write(well ? '\nAll is well.\n' : '\nSomething is not in order; see the lines marked NO.\n');
  return well ? 0 : 1;
}

function lookAtNode(version: string): string {
  if (Number(version.split('.')[0]) >= 24) return `version ${version}`;
  throw new Error(`version ${version}, but the server needs 24; start it with "npm start"`);
}

async function lookAtFolder(dataDir: string): Promise<string> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await access(dataDir, constants.R_OK | constants.W_OK | constants.X_OK).catch(() => {
    throw new Error(`${resolve(dataDir)} cannot be written by this user`);
  });
  return `${resolve(dataDir)} can be written`;
}

async function lookAtKeys({ dataDir, keys }: Config): Promise<string> {
  await openKeys(dataDir, keys);
  for (const name of KEY_NAMES) {
    if (keys[name] !== undefined) continue;
    const path = join(dataDir, 'keys', `${name}.key`);
    const mode = (await stat(path)).mode & 0o777;
    if ((mode & 0o077) !== 0) throw new Error(`${path} can be read by others; run: chmod 600 ${path}`);
  }
  return 'three different keys, readable by this user only';
}

async function lookAtStore({ dataDir }: Config): Promise<string> {
  if (isRunning(dataDir)) return RUNNING;
  const store = await openStore({ dataDir });
  try {
    const challenges = await store.challenges({ limit: 1_000_000 });
    const works = await store.works({ limit: 1_000_000 });
    const { waiting, failed } = await store.outboxCounts();
    if (failed > 0) throw new Error(`${failed} writes were refused by the chain for good; see the host page`);
    return `${challenges.length} challenges, ${works.length} works, ${waiting} writes on their way to the chain`;
  } finally {
    await store.close();
  }
}

/** A world that runs is looked at through its host page, not behind its back. */
function isRunning(dataDir: string): boolean {
  try {
    lockData(dataDir).release();
    return false;
  } catch {
    return true;
  }
}

async function lookAtPhysics(): Promise<string> {
  await new Engine().load();
  return `${ENGINE.package} ${ENGINE.version}, engine ${ENGINE.wasmSha256.slice(0, 12)}…`;
}

async function lookAtWork({ redisUrl }: Config): Promise<string> {
  if (redisUrl === null) return 'done by threads of this process';
  const { openQueuePool } = await import('#server/adapters/queue/queue-pool.ts');
  const onFault = () => undefined;
  const pool = await openQueuePool({ url: redisUrl, mark: await catalogueMark() }, { clock: Date.now, onFault });
  const { workers } = pool.status();
  await pool.close();
  if (workers === 0) throw new Error('nobody serves the queue; run "npm run dimension -- work" on a machine of yours');
  return `waits in Redis for ${workers} threads of this release`;
}

async function lookAtChain({ dataDir, keys }: Config): Promise<string> {
  if (isRunning(dataDir)) return RUNNING;
  const house = await openKeys(dataDir, keys);
  const chain = await openChain({
    dataDir,
    relayerKey: house.chain,
    verdictAddress: addressOfKey(house.verdict),
    log: (sentence) => process.stderr.write(`${sentence}\n`),
  });
  const words = `${chain.chainId} opens at block ${await chain.height()}`;
  await chain.close();
  const database = openChainDatabase(join(dataDir, 'chain.sqlite'));
  try {
    const { reachable, rows } = checkChain(database);
    const leftOver = rows === reachable ? '' : `, ${rows - reachable} rows left over`;
    return `${words}; all ${reachable} nodes are there and whole${leftOver}`;
  } finally {
    database.close();
  }
}

async function lookAtPages(): Promise<string> {
  const page = join(import.meta.dirname, '..', '..', 'dist', 'client', 'index.html');
  await access(page).catch(() => {
    throw new Error('not built yet; run "npm run build"');
  });
  return 'the client is built';
}

function lookAtPort(port: number): Promise<string> {
  return new Promise((found, refused) => {
    const probe = createServer();
    probe.once('error', () => refused(new Error(`${port} is taken; is the world running? Set PORT to another`)));
    probe.listen(port, () => probe.close(() => found(`${port} is free`)));
  });
}

function sentenceOf(error: unknown): string {
  if (isDimensionError(error)) return error.message;
  return error instanceof Error ? error.message : String(error);
}
