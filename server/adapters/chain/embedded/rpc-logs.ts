/** eth_getLogs: logs by address and topics over a bounded range of blocks. */
import { keccak_256 } from '@noble/hashes/sha3.js';
import { DimensionError } from '#shared/base/errors.ts';
import type { Engine } from './engine.ts';
import { bytesOf, dataHex } from './hex.ts';
import type { LedgerBlock } from './ledger.ts';
import type { RawLog } from './packing.ts';
import { logForm } from './rpc-forms.ts';
import type { BlockTag, LogFilter } from './rpc-parameters.ts';

const MOST_BLOCKS = 2_000;
const MOST_LOGS = 10_000;

/**
 * @param numberOf turns a tag into a block number
 * @throws DimensionError `rpc.range` when the range or the answer is too large
 */
export function logsMatching(
  engine: Engine,
  filter: LogFilter,
  numberOf: (tag: BlockTag) => number,
): readonly Record<string, unknown>[] {
  const addresses = asList(filter.address ?? null).map((text) => text.toLowerCase());
  const topics = (filter.topics ?? []).map((choice) => asList(choice).map((text) => text.toLowerCase()));
  const wanted = [addresses, ...topics].map((choices) => choices.map(bloomBits));
  const found: Record<string, unknown>[] = [];
  for (const block of blocksOf(engine, filter, numberOf)) {
    if (!mayHold(block.header.logsBloom, wanted)) continue;
    for (const [index, log] of block.body().logs.entries()) {
      if (!matches(log, addresses, topics)) continue;
      found.push(logForm(block, log, index));
      if (found.length > MOST_LOGS)
        throw new DimensionError('rpc.range', `More than ${MOST_LOGS} logs match; ask for fewer blocks.`);
    }
  }
  return found;
}

function blocksOf(engine: Engine, filter: LogFilter, numberOf: (tag: BlockTag) => number): Iterable<LedgerBlock> {
  if (typeof filter.blockHash === 'string') {
    const block = engine.ledger.byHash(bytesOf(filter.blockHash));
    if (block === null) throw new DimensionError('rpc.range', 'There is no block with that hash.');
    return [block];
  }
  const from = numberOf(filter.fromBlock);
  const to = Math.min(numberOf(filter.toBlock), engine.head().number);
  if (to - from >= MOST_BLOCKS)
    throw new DimensionError('rpc.range', `Logs are given for at most ${MOST_BLOCKS} blocks at once.`);
  return engine.ledger.range(Math.max(from, 0), to);
}

/** A bit of the bloom filter: which byte, and which bit of it. */
type BloomBit = readonly [byte: number, bit: number];

/** The three bits that stand for an address or topic in a block's bloom filter (yellow paper, section 4.3.1). */
function bloomBits(text: string): readonly BloomBit[] {
  const hash = keccak_256(bytesOf(text));
  return [0, 2, 4].map((at): BloomBit => {
    const bit = (((hash[at] ?? 0) << 8) | (hash[at + 1] ?? 0)) & 2047;
    return [255 - (bit >> 3), 1 << (bit & 7)];
  });
}

function mayHold(bloom: Uint8Array, wanted: readonly (readonly (readonly BloomBit[])[])[]): boolean {
  const has = (bits: readonly BloomBit[]) => bits.every(([byte, bit]) => ((bloom[byte] ?? 0) & bit) !== 0);
  return wanted.every((choices) => choices.length === 0 || choices.some(has));
}

function matches(log: RawLog, addresses: readonly string[], topics: readonly (readonly string[])[]): boolean {
  const [address, logTopics] = log;
  if (addresses.length > 0 && !addresses.includes(dataHex(address))) return false;
  return topics.every((choices, index) => {
    const topic = logTopics[index];
    return choices.length === 0 || (topic !== undefined && choices.includes(dataHex(topic)));
  });
}

function asList(choice: string | readonly string[] | null): readonly string[] {
  if (choice === null) return [];
  return typeof choice === 'string' ? [choice] : choice;
}
