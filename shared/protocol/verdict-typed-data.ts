/** What the verdict key and a laurel's holder sign for the contract `Frontier`: EIP-712 domain, types and messages. */
import { DimensionError } from '#shared/base/errors.ts';
import type { Address, ChallengeId } from '#shared/base/ids.ts';

/** The EIP-712 domain of one `Frontier` contract on one chain. */
export function frontierDomain(chainId: number, contract: string) {
  return { name: 'Frontier', version: '1', chainId, verifyingContract: contract } as const;
}

/** EIP-712 types, one table a message, in the form that wallets and ethers take. */
export const FRONTIER_TYPES = {
  verdict: {
    Verdict: [
      { name: 'challenge', type: 'bytes32' },
      { name: 'index', type: 'uint64' },
      { name: 'value', type: 'int80' },
      { name: 'digest', type: 'bytes32' },
      { name: 'holders', type: 'address[]' },
      { name: 'shares', type: 'uint16[]' },
    ],
  },
  invalidation: {
    Invalidation: [
      { name: 'challenge', type: 'bytes32' },
      { name: 'index', type: 'uint64' },
      { name: 'records', type: 'uint64' },
      { name: 'held', type: 'bool' },
      { name: 'best', type: 'int80' },
      { name: 'reason', type: 'string' },
    ],
  },
  reissue: {
    Reissue: [
      { name: 'laurel', type: 'uint256' },
      { name: 'to', type: 'address' },
      { name: 'request', type: 'uint32' },
    ],
  },
  objection: {
    Objection: [
      { name: 'laurel', type: 'uint256' },
      { name: 'request', type: 'uint32' },
    ],
  },
} as const;

/** The struct `Verdict` as the contract takes it and the verdict key signs it. */
export interface VerdictMessage {
  /** 0x and 64 hex digits. */
  readonly challenge: string;
  readonly index: bigint;
  /** Fixed point, 12 decimals. */
  readonly value: bigint;
  /** 0x and 64 hex digits. */
  readonly digest: string;
  readonly holders: Address[];
  /** Basis points, in the order of the holders, 10,000 in all. */
  readonly shares: bigint[];
}

/** The message for a record: who holds it and in which shares. */
export function verdictMessage(record: {
  readonly challenge: ChallengeId;
  readonly index: number;
  readonly value: number | string;
  readonly digest: string;
  readonly holders: readonly { readonly address: Address; readonly shareBasisPoints: number }[];
}): VerdictMessage {
  return {
    challenge: `0x${record.challenge}`,
    index: BigInt(record.index),
    value: chainValue(record.value),
    digest: `0x${record.digest}`,
    holders: record.holders.map((holder) => holder.address),
    shares: record.holders.map((holder) => BigInt(holder.shareBasisPoints)),
  };
}

const DECIMALS = 12;
const DECIMAL = /^(-?)(\d{1,12})(?:\.(\d{1,24}))?$/;

/**
 * A value of a verdict in the chain's fixed point: 12 decimals, the rest cut towards zero.
 * @param value a safe integer, or a decimal string
 * @throws DimensionError `verdict.value` when it is neither, or too large for an int80
 */
export function chainValue(value: number | string): bigint {
  const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value;
  const parts = typeof text === 'string' ? DECIMAL.exec(text) : null;
  if (parts === null) throw notAValue(value);
  const [, sign = '', whole = '', fraction = ''] = parts;
  const size = BigInt(whole + fraction.slice(0, DECIMALS).padEnd(DECIMALS, '0'));
  if (size >= 2n ** 79n) throw notAValue(value);
  return sign === '-' ? -size : size;
}

function notAValue(value: number | string): DimensionError {
  return new DimensionError(
    'verdict.value',
    'A value is a whole number or a decimal string below 604 thousand million.',
    {
      got: String(value).slice(0, 80),
    },
  );
}
