import { verifyTypedData } from 'ethers';
import { expect, test } from 'vitest';
import { ADDRESSES } from '#contracts/built/addresses.ts';
import { openVerdictSigner } from '#server/adapters/chain/verdict-signer.ts';
import { keccak256 } from '#shared/base/hash.ts';
import { FRONTIER_TYPES, frontierDomain } from '#shared/protocol/verdict-typed-data.ts';
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
