/** Work mints for the chain bench and its tests: the same ones every time. */
import { openCalls } from '#server/adapters/chain/calls.ts';
import { accountOf } from '#server/adapters/chain/open-chain.ts';
import type { ChainAction } from '#server/ports/chain.ts';
import { keccak256, toHex } from '#shared/base/hash.ts';
import { Rng } from '#shared/base/rng.ts';

/** Keys of nobody: a chain of the bench lives in a scratch folder and is deleted after. */
export const BENCH_RELAYER_KEY = `0x${keccak256('bench relayer')}`;
export const BENCH_VERDICT_KEY = `0x${keccak256('bench verdict')}`;

const OWNERS = 8;
const GENOME_BYTES = 256;

/** Mint number `index` of a Work with a genome of 256 bytes, for one of eight makers in turn. */
export function mintAction(index: number): ChainAction {
  const rng = new Rng(`mint ${index}`);
  const call = openCalls().mintWork({
    owner: accountOf(`0x${keccak256(`owner ${index % OWNERS}`)}`),
    generator: 'shell',
    generatorVersion: 1,
    genome: `0x${toHex(rng.bytes(GENOME_BYTES))}`,
    parents: [],
    title: `Mint ${index}`,
  });
  return { intent: mintIntent(index), ...call };
}

/** The intent of mint number `index`. */
export function mintIntent(index: number): string {
  return `0x${keccak256(`mint ${index}`)}`;
}
