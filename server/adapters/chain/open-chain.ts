/** Opens the chain of a server: for now always the embedded one, in a thread and a file of its own. */
import { join } from 'node:path';
import type { Chain } from '#server/ports/chain.ts';
import type { Address } from '#shared/base/ids.ts';
import { addressOfKey } from '#shared/base/secp256k1.ts';
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
      relayer: addressOfKey(options.relayerKey),
      verdictSigner: options.verdictAddress,
    },
    options.log,
  );
  await chain.open();
  return chain;
}
