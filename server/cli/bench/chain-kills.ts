/** Kills a minting process at random moments and asks the reopened chain what it still knows. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ADDRESSES } from '#contracts/built/addresses.ts';
import { relayAbi } from '#contracts/built/relay.ts';
import { decodeReturn, encodeCall } from '#server/adapters/chain/abi.ts';
import { type ChainCheck, checkChain } from '#server/adapters/chain/embedded/check.ts';
import { openChainDatabase } from '#server/adapters/chain/embedded/database.ts';
import { parseAddress } from '#shared/base/ids.ts';
import type { Rng } from '#shared/base/rng.ts';
import { mintIntent, openBenchChain } from './chain-load.ts';

/** The longest time from an acknowledged batch to the kill, ms: about three batches. */
const LONGEST_MS = 250;
const MOST_BATCHES = 6;

/** What was left after the kills. */
export interface KillReport {
  readonly kills: number;
  readonly acknowledged: number;
  /** Acknowledged mints that the reopened chain does not know: must be 0. */
  readonly lost: number;
  readonly check: ChainCheck;
}

/**
 * Starts a minter `kills` times on the same folder and kills it with SIGKILL in the middle of its work.
 * @throws DimensionError `chain.torn` when the file is not whole after a kill
 */
export async function killMinters(dataDir: string, kills: number, rng: Rng): Promise<KillReport> {
  let acknowledged = 0;
  for (let kill = 0; kill < kills; kill++) {
    acknowledged = await mintAndKill(dataDir, acknowledged, rng.int(1, MOST_BATCHES), rng.int(0, LONGEST_MS));
  }
  const lost = await countLost(dataDir, acknowledged);
  const database = openChainDatabase(join(dataDir, 'chain.sqlite'));
  try {
    return { kills, acknowledged, lost, check: checkChain(database) };
  } finally {
    database.close();
  }
}

/** Mints from `first` on; kills `delayMs` after batch number `batches` was acknowledged. Answers the last word said. */
function mintAndKill(dataDir: string, first: number, batches: number, delayMs: number): Promise<number> {
  const minter = join(import.meta.dirname, 'chain-minter.ts');
  const child = spawn(process.execPath, [minter, dataDir, String(first)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let last = first;
  let heard = 0;
  createInterface({ input: child.stdout }).on('line', (line) => {
    last = Number(line);
    heard++;
    if (heard === batches) setTimeout(() => child.kill('SIGKILL'), delayMs);
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => resolve(last));
  });
}

async function countLost(dataDir: string, acknowledged: number): Promise<number> {
  const chain = await openBenchChain(dataDir);
  const relay = parseAddress(ADDRESSES.relay);
  let lost = 0;
  for (let index = 0; index < acknowledged; index++) {
    const answer = await chain.call(relay, encodeCall(relayAbi, 'done', [mintIntent(index)]));
    if (decodeReturn(relayAbi, 'done', answer)[0] !== true) lost++;
  }
  await chain.close();
  return lost;
}
