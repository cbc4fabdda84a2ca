/** The verdict key: signs what the contract Frontier believes, and the record feed. */
import { ADDRESSES } from '#contracts/built/addresses.ts';
import type { FeedSigner, VerdictSigner } from '#server/ports/chain.ts';
import { addressOfKey, signHash } from '#shared/base/secp256k1.ts';
import { signText } from '#shared/base/signed-text.ts';
import { FRONTIER_TYPES, frontierDomain } from '#shared/protocol/verdict-typed-data.ts';
import { feedText } from '#shared/records/feed-chain.ts';
import { typedDataHash } from './typed-data.ts';

/** @param key the verdict key, 0x and 64 hex digits; it stays inside */
export function openFeedSigner(key: string): FeedSigner {
  return { address: addressOfKey(key), signEntry: async (hash) => signText(feedText(hash), key) };
}

/**
 * @param options.key the verdict key, 0x and 64 hex digits; it stays inside
 * @param options.chainId of the chain whose Frontier shall believe it
 */
export function openVerdictSigner(options: { readonly key: string; readonly chainId: number }): VerdictSigner {
  const { key } = options;
  const domain = frontierDomain(options.chainId, ADDRESSES.frontier);
  return {
    ...openFeedSigner(options.key),
    async signAward({ challenge, recordIndex, value, digest, holders, sharesBasisPoints }) {
      const values = [challenge, BigInt(recordIndex), value, digest, holders, sharesBasisPoints.map(BigInt)];
      return signHash(typedDataHash(domain, 'Verdict', FRONTIER_TYPES.verdict.Verdict, values), key);
    },
    async signInvalidation({ challenge, recordIndex, records, reason }) {
      const values = [challenge, BigInt(recordIndex), BigInt(records), false, 0n, reason];
      return signHash(typedDataHash(domain, 'Invalidation', FRONTIER_TYPES.invalidation.Invalidation, values), key);
    },
  };
}
