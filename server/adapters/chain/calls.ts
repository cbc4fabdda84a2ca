/** What the outbox holds, encoded for the contracts at their fixed addresses. */
import { ADDRESSES } from '#contracts/built/addresses.ts';
import { automatonAbi } from '#contracts/built/automaton.ts';
import { frontierAbi } from '#contracts/built/frontier.ts';
import { workAbi } from '#contracts/built/work.ts';
import type { ChainCalls } from '#server/ports/chain.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { toHex } from '#shared/base/hash.ts';
import { parseAddress } from '#shared/base/ids.ts';
import { encodeCall } from './abi.ts';

const SHORT_TEXT_BYTES = 32;

/** The calls of the contracts in contracts/built. @throws DimensionError `abi.value` for what a contract cannot take */
export function openCalls(): ChainCalls {
  const relay = parseAddress(ADDRESSES.relay);
  const frontier = parseAddress(ADDRESSES.frontier);
  const work = parseAddress(ADDRESSES.work);
  const automaton = parseAddress(ADDRESSES.automaton);
  return {
    openChallenge: (challenge, creator, lowerIsBetter) => ({
      to: frontier,
      data: encodeCall(frontierAbi, 'open', [challenge, creator, !lowerIsBetter]),
    }),
    award: ({ challenge, recordIndex, value, digest, holders, sharesBasisPoints }, signature) => ({
      to: frontier,
      data: encodeCall(frontierAbi, 'award', [
        [challenge, BigInt(recordIndex), value, digest, holders, sharesBasisPoints.map(BigInt)],
        signature,
      ]),
    }),
    invalidate: ({ challenge, recordIndex, records, reason }, signature) => ({
      to: frontier,
      data: encodeCall(frontierAbi, 'invalidate', [
        [challenge, BigInt(recordIndex), BigInt(records), false, 0n, reason],
        signature,
      ]),
    }),
    mintWork: ({ owner, generator, generatorVersion, title, parents, genome }) => ({
      to: work,
      data: encodeCall(workAbi, 'mint', [
        owner,
        shortText(generator),
        BigInt(generatorVersion),
        title,
        ascending(parents),
        genome,
      ]),
    }),
    // The relay keeps the automata of the first hour; their accounts act through it.
    mintAutomaton: ({ name, codeHash }) => ({
      to: automaton,
      data: encodeCall(automatonAbi, 'mint', [relay, name.toLowerCase(), codeHash]),
    }),
  };
}

/** A short text as the left part of 32 bytes, the way contracts keep names. */
function shortText(text: string): string {
  const bytes = Buffer.from(text, 'utf8');
  if (bytes.length > SHORT_TEXT_BYTES)
    throw new DimensionError('abi.value', `A generator is named by at most ${SHORT_TEXT_BYTES} bytes.`, { text });
  return `0x${toHex(bytes).padEnd(2 * SHORT_TEXT_BYTES, '0')}`;
}

/** Token ids, each once, in the order the contract asks for. @param tokens decimal or 0x-prefixed */
function ascending(tokens: readonly string[]): readonly bigint[] {
  return [...new Set(tokens.map(BigInt))].sort((a, b) => (a < b ? -1 : 1));
}
