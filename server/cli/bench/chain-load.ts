/** Work mints for the chain bench and its tests: the same ones every time. */
import { openCalls } from '#server/adapters/chain/calls.ts';
import { openChain } from '#server/adapters/chain/open-chain.ts';
import type { Chain, ChainAction, SentBatch } from '#server/ports/chain.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { keccak256, toHex } from '#shared/base/hash.ts';
import { type Address, parseAddress } from '#shared/base/ids.ts';
import { Rng } from '#shared/base/rng.ts';
import { addressOfKey } from '#shared/base/secp256k1.ts';

/** Keys of nobody: a chain of the bench lives in a scratch folder and is deleted after. */
export const BENCH_RELAYER_KEY = `0x${keccak256('bench relayer')}`;
export const BENCH_VERDICT_KEY = `0x${keccak256('bench verdict')}`;

/** Opens the chain of a bench in a folder. */
export function openBenchChain(dataDir: string): Promise<Chain> {
  const verdictAddress = addressOfKey(BENCH_VERDICT_KEY);
  const log = (sentence: string) => process.stderr.write(`${sentence}\n`);
  return openChain({ dataDir, relayerKey: BENCH_RELAYER_KEY, verdictAddress, log });
}

/** Sends a batch all of which must stand. @throws DimensionError `bench.refused` */
export async function sendWhole(chain: Chain, actions: readonly ChainAction[]): Promise<SentBatch> {
  const sent = await chain.send(actions);
  const bad = sent.outcomes.find(({ ok }) => !ok);
  if (bad !== undefined) throw new DimensionError('bench.refused', `An action was refused: ${bad.detail}.`);
  return sent;
}

const OWNERS = 8;
const GENOME_BYTES = 256;

/** Mint number `index` of a Work with a genome of 256 bytes, for one of eight makers in turn. */
export function mintAction(index: number): ChainAction {
  const rng = new Rng(`mint ${index}`);
  const call = openCalls().mintWork({
    owner: mintOwner(index),
    generator: 'shell',
    generatorVersion: 1,
    genome: `0x${toHex(rng.bytes(GENOME_BYTES))}`,
    parents: [],
    title: `Mint ${index}`,
  });
  return { intent: mintIntent(index), ...call };
}

/** Who gets mint number `index`: an account like any other, whose key nobody has. */
export function mintOwner(index: number): Address {
  return parseAddress(`0x${keccak256(`owner ${index % OWNERS}`).slice(24)}`);
}

/** The intent of mint number `index`. */
export function mintIntent(index: number): string {
  return `0x${keccak256(`mint ${index}`)}`;
}
