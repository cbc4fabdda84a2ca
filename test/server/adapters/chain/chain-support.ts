/** What every chain test needs: a chain of its own in a scratch folder, with keys of nobody. */
import { join } from 'node:path';
import { createTx } from '@ethereumjs/tx';
import { onTestFinished } from 'vitest';
import { openCalls } from '#server/adapters/chain/calls.ts';
import { openChainDatabase } from '#server/adapters/chain/embedded/database.ts';
import { Engine } from '#server/adapters/chain/embedded/engine.ts';
import { CHAIN_ID } from '#server/adapters/chain/embedded/rules.ts';
import { openChain } from '#server/adapters/chain/open-chain.ts';
import { openVerdictSigner } from '#server/adapters/chain/verdict-signer.ts';
import { BENCH_RELAYER_KEY, BENCH_VERDICT_KEY } from '#server/cli/bench/chain-load.ts';
import type { Award, Chain, ChainAction } from '#server/ports/chain.ts';
import { fromHex, keccak256, toHex } from '#shared/base/hash.ts';
import { type Address, parseAddress } from '#shared/base/ids.ts';
import { addressOfKey } from '#shared/base/secp256k1.ts';
import { scratchFolder } from '#test/support/scratch.ts';

/** The account of a made-up person. */
export function somebody(name: string): Address {
  return addressOfKey(`0x${keccak256(`key of ${name}`)}`);
}

/** Opens the chain in a folder; it is closed when the test is over. */
export async function chainIn(dataDir: string): Promise<Chain> {
  const chain = await openChain({
    dataDir,
    relayerKey: BENCH_RELAYER_KEY,
    verdictAddress: addressOfKey(BENCH_VERDICT_KEY),
    log: () => undefined,
  });
  onTestFinished(() => chain.close());
  return chain;
}

/** Begins the chain of a folder and lays a contract of that code (hex, at most 255 bytes) on it; answers where. */
export async function layCode(dataDir: string, code: string): Promise<Address> {
  const database = openChainDatabase(join(dataDir, 'chain.sqlite'));
  const keys = { relayer: addressOfKey(BENCH_RELAYER_KEY), verdictSigner: addressOfKey(BENCH_VERDICT_KEY) };
  const engine = await Engine.open(database, keys, 1_000);
  // Copies what follows itself, ten bytes on, into memory and makes a contract of it.
  const size = (code.length / 2).toString(16).padStart(2, '0');
  const form = { type: 2, chainId: CHAIN_ID, maxFeePerGas: 0, maxPriorityFeePerGas: 0, gasLimit: 1_000_000 };
  const making = createTx(
    { ...form, data: fromHex(`60${size}600a5f3960${size}5ff3${code}`) },
    { common: engine.common as never },
  );
  const { created } = await engine.include(making.sign(fromHex(keccak256('a layer'))) as never, 2_000);
  database.close();
  return parseAddress(`0x${toHex(created ?? new Uint8Array())}`);
}

/** A chain in a folder of its own. */
export async function freshChain(): Promise<{ readonly chain: Chain; readonly dataDir: string }> {
  const dataDir = await scratchFolder();
  return { chain: await chainIn(dataDir), dataDir };
}

/** An intent of that name. */
export function intentOf(name: string): string {
  return `0x${keccak256(`intent ${name}`)}`;
}

/** Opens the challenge of that name. */
export function openingOf(name: string): ChainAction {
  const challenge = `0x${keccak256(name)}`;
  return { intent: intentOf(`open ${name}`), ...openCalls().openChallenge(challenge, somebody('creator'), true) };
}

/** A record on the challenge of that name for `holder`; values count down, so later indices are better. */
export async function awardOf(name: string, index: number, holder: Address, chainId: number): Promise<ChainAction> {
  const award: Award = {
    challenge: `0x${keccak256(name)}`,
    recordIndex: index,
    value: BigInt(1_000 - index) * 10n ** 12n,
    digest: `0x${keccak256(`digest ${name} ${index}`)}`,
    holders: [holder],
    sharesBasisPoints: [10_000],
  };
  const signature = await openVerdictSigner({ key: BENCH_VERDICT_KEY, chainId }).signAward(award);
  return { intent: intentOf(`award ${name} ${index}`), ...openCalls().award(award, signature) };
}

/** The word that record `index` counts no longer on the challenge of that name, which has that many on the chain. */
export async function invalidationOf(
  name: string,
  index: number,
  records: number,
  chainId: number,
): Promise<ChainAction> {
  const word = { challenge: `0x${keccak256(name)}`, recordIndex: index, records, reason: 'A hole in the wall.' };
  const signature = await openVerdictSigner({ key: BENCH_VERDICT_KEY, chainId }).signInvalidation(word);
  return { intent: intentOf(`invalidate ${name} ${index}`), ...openCalls().invalidate(word, signature) };
}
