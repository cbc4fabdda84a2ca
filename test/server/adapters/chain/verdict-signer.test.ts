import { verifyMessage, verifyTypedData } from 'ethers';
import { expect, test } from 'vitest';
import { ADDRESSES } from '#contracts/built/addresses.ts';
import { openFeedSigner, openVerdictSigner } from '#server/adapters/chain/verdict-signer.ts';
import { keccak256, sha256 } from '#shared/base/hash.ts';
import { FRONTIER_TYPES, frontierDomain } from '#shared/protocol/verdict-typed-data.ts';
import { feedText } from '#shared/records/feed-chain.ts';
import { somebody } from './chain-support.ts';

test('an award is signed as EIP-712 says: ethers finds the verdict key in the signature', async () => {
  const signer = openVerdictSigner({ key: `0x${keccak256('verdict')}`, chainId: 77 });
  for (let index = 0; index < 12; index++) {
    const holders = Array.from({ length: (index % 3) + 1 }, (_, place) => somebody(`${index} ${place}`));
    const award = {
      challenge: `0x${keccak256(`challenge ${index}`)}`,
      recordIndex: index,
      value: BigInt(index - 6) * 10n ** 12n,
      digest: `0x${keccak256(`digest ${index}`)}`,
      holders,
      sharesBasisPoints: holders.map(() => 100 + index),
    };
    const signature = await signer.signAward(award);
    const types = { Verdict: [...FRONTIER_TYPES.verdict.Verdict] };
    const message = { ...award, index, shares: award.sharesBasisPoints };
    const found = verifyTypedData(frontierDomain(77, ADDRESSES.frontier), types, message, signature);
    expect(found.toLowerCase()).toBe(signer.address);
  }
});

test('an invalidation is signed as EIP-712 says', async () => {
  const signer = openVerdictSigner({ key: `0x${keccak256('verdict')}`, chainId: 77 });
  const invalidation = {
    challenge: `0x${keccak256('c')}`,
    recordIndex: 1,
    records: 2,
    reason: 'A hole in a wall: “é”.',
  };
  const message = { ...invalidation, index: 1, held: false, best: 0n };
  const types = { Invalidation: [...FRONTIER_TYPES.invalidation.Invalidation] };
  const signature = await signer.signInvalidation(invalidation);
  const found = verifyTypedData(frontierDomain(77, ADDRESSES.frontier), types, message, signature);
  expect(found.toLowerCase()).toBe(signer.address);
});

test('an entry of the feed is signed as EIP-191 says: ethers finds the same key', async () => {
  const key = `0x${keccak256('verdict')}`;
  const hash = sha256('entry');
  const signer = openFeedSigner(key);
  expect(verifyMessage(feedText(hash), await signer.signEntry(hash)).toLowerCase()).toBe(signer.address);
});
