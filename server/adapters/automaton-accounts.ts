/** The accounts that the first automata's tokens control, known before the tokens are minted (ERC-6551). */
import { ADDRESSES } from '#contracts/built/addresses.ts';
import { automatonAbi } from '#contracts/built/automaton.ts';
import type { Chain } from '#server/ports/chain.ts';
import { type Address, parseAddress } from '#shared/base/ids.ts';
import { decodeReturn, encodeCall } from './chain/abi.ts';

/** In the order of their tokens, which count from 1. @throws DimensionError `chain.call` */
export function automatonAccounts(chain: Chain, count: number): Promise<readonly Address[]> {
  return Promise.all(Array.from({ length: count }, (_, index) => accountOfToken(chain, BigInt(index + 1))));
}

async function accountOfToken(chain: Chain, token: bigint): Promise<Address> {
  const answer = await chain.call(parseAddress(ADDRESSES.automaton), encodeCall(automatonAbi, 'accountOf', [token]));
  const [account] = decodeReturn(automatonAbi, 'accountOf', answer);
  return parseAddress(account);
}
