/** The rules of the embedded chain: its number, its fork, its limits. Changing one makes another chain. */
import { type Common, createCustomCommon, Hardfork, Mainnet } from '@ethereumjs/common';

/** A number of our own, far from those of public chains: what is signed for here is worth nothing elsewhere. */
export const CHAIN_ID = 73_570_042;
/** Most gas one transaction may use (EIP-7825). A block holds one transaction. */
export const TRANSACTION_GAS = 16_777_216n;
/** Gas limit of a block. */
export const BLOCK_GAS = 30_000_000n;
/** Most gas a read-only call may use: seven times what the longest tokenURI takes. */
export const CALL_GAS = 5_000_000n;
/**
 * Most calls a read-only call may make inside. Gas alone does not bound its time: the engine reads through the whole
 * code of a contract each time it is called, about 0.3 ms for 100 gas, and recovers a signature in 2 ms for 3,000.
 */
export const CALL_FRAMES = 250;
/** Longest time of a read-only call, looked at whenever it calls again, ms. */
export const CALL_MS = 1_000;

/**
 * Precompiled contracts that this chain leaves out: powers of large numbers, pairings, other curves. Their gas is priced
 * for native code; here a read-only call could keep the thread busy for many seconds with them. Our contracts use none.
 */
export const LEFT_OUT = ['05', '06', '07', '08', '09', '0b', '0c', '0d', '0e', '0f', '10', '11', '0100'].map(
  (digits): `0x${string}` => `0x${digits.padStart(40, '0')}`,
);

/** The fork rules of Osaka from block 0 on, with a base fee of 0: nobody needs funds to write here. */
export function chainRules(): Common {
  return createCustomCommon({ chainId: CHAIN_ID, name: 'dimension' }, Mainnet, { hardfork: Hardfork.Osaka });
}
