/** Opens the chain of a server: for now always the embedded one, in a thread and a file of its own. */
import { join } from 'node:path';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import type { Chain } from '#server/ports/chain.ts';
import { fromHex, keccak256 } from '#shared/base/hash.ts';
import { type Address, parseAddress } from '#shared/base/ids.ts';
import { EmbeddedChain } from './embedded/thread.ts';

/** What the chain needs of a host. */
export interface ChainOptions {
  /** Folder of chain.sqlite; it must exist. */
  readonly dataDir: string;
  /** The chain key, 0x and 64 hex digits: sends transactions. */
  readonly relayerKey: string;
  /** Account of the verdict key, whose signatures the contracts believe. */
  readonly verdictAddress: Address;
  /** Hears in one sentence what went wrong with the chain's thread. */
  readonly log: (sentence: string) => void;
}

/**
 * Opens the chain, or begins it in an empty folder. Resolves when it answers.
 * @throws DimensionError `chain.keys` for keys that do not belong to the data, `chain.torn`, `chain.layout`
 */
export async function openChain(options: ChainOptions): Promise<Chain> {
  const chain = new EmbeddedChain(
    {
      path: join(options.dataDir, 'chain.sqlite'),
      relayerKey: options.relayerKey,
      relayer: accountOf(options.relayerKey),
      verdictSigner: options.verdictAddress,
    },
    options.log,
  );
  await chain.open();
  return chain;
}

/** The account of a private key. @throws DimensionError `hex.malformed`; RangeError for a number that is no key */
export function accountOf(key: string): Address {
  const point = secp256k1.getPublicKey(fromHex(key), false);
  return parseAddress(`0x${keccak256(point.subarray(1)).slice(-40)}`);
}
