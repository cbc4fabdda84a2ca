/** Why a contract refused, in words a host can read. */
import { automatonAbi } from '#contracts/built/automaton.ts';
import { frontierAbi } from '#contracts/built/frontier.ts';
import { relayAbi } from '#contracts/built/relay.ts';
import { workAbi } from '#contracts/built/work.ts';
import { isDimensionError } from '#shared/base/errors.ts';
import { fromHex, keccak256 } from '#shared/base/hash.ts';
import { type AbiItem, type AbiValue, decodeParameters, signatureOf } from './abi.ts';

const COMMON: readonly AbiItem[] = [
  { type: 'error', name: 'Error', inputs: [{ type: 'string' }] },
  { type: 'error', name: 'Panic', inputs: [{ type: 'uint256' }] },
];

/** @param data revert data, 0x-prefixed. Unknown errors are given by their first bytes. */
export function explainRevert(data: string): string {
  if (data === '0x') return 'no reason given (out of gas, or a call that is not there)';
  const all: readonly AbiItem[] = [...COMMON, ...frontierAbi, ...workAbi, ...automatonAbi, ...relayAbi];
  const selector = data.slice(2, 10);
  const error = all.find((item) => item.type === 'error' && keccak256(signatureOf(item)).startsWith(selector));
  if (error === undefined) return `unknown error 0x${selector}`;
  try {
    const values = decodeParameters(error.inputs ?? [], fromHex(data).subarray(4));
    return `${error.name}(${values.map(shown).join(', ')})`;
  } catch (problem) {
    if (isDimensionError(problem)) return `${error.name}, with values that cannot be read`;
    throw problem;
  }
}

function shown(value: AbiValue): string {
  return typeof value === 'object' ? `[${value.map(shown).join(', ')}]` : String(value).slice(0, 80);
}
