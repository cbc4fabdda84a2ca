/** The id of a laurel, the same here and in the contract `Frontier`. */

import { fromHex, keccak256 } from '#shared/base/hash.ts';
import type { ChallengeId } from '#shared/base/ids.ts';

/**
 * keccak-256 of the ABI encoding of (bytes32 challenge, uint256 index, uint256 holder index), as 0x and 64 hex digits.
 * @param index number of the record on its challenge, from 0
 * @param holderIndex place of the holder within the record, from 0
 */
export function laurelId(challenge: ChallengeId, index: number, holderIndex: number): string {
  return `0x${keccak256(fromHex(challenge + word(index) + word(holderIndex)))}`;
}

function word(value: number): string {
  return value.toString(16).padStart(64, '0');
}
