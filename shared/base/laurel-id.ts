/** The token id of a laurel, the same as the contract computes it. */
import { fromHex, keccak256 } from './hash.ts';
import type { ChallengeId } from './ids.ts';

/**
 * keccak-256 of `abi.encode(challenge, record index, holder index)`, as 0x-prefixed 64 hex digits.
 * @see contracts/src/Frontier.sol `laurelOf`
 */
export function laurelId(challenge: ChallengeId, recordIndex: number, holderIndex: number): string {
  return `0x${keccak256(fromHex(challenge + word(recordIndex) + word(holderIndex)))}`;
}

function word(index: number): string {
  return index.toString(16).padStart(64, '0');
}
