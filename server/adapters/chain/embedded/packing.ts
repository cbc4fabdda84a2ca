/** A block's transaction and logs as one compressed piece of bytes. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { DimensionError } from '#shared/base/errors.ts';

/** A log as the EVM gives it: address (20 bytes), up to four topics (32 bytes each), data. */
export type RawLog = readonly [address: Uint8Array, topics: readonly Uint8Array[], data: Uint8Array];

/** What a block holds beside its header. */
export interface BlockBody {
  /** The signed transaction as it was sent; empty for genesis. */
  readonly transaction: Uint8Array;
  readonly logs: readonly RawLog[];
}

const ADDRESS = 20;
const TOPIC = 32;

/** Layout before compression: length and transaction, then per log: address, topic count, topics, length and data. */
export function packBody(body: BlockBody): Uint8Array {
  const parts: Uint8Array[] = [lengthOf(body.transaction), body.transaction];
  for (const [address, topics, data] of body.logs)
    parts.push(address, Uint8Array.of(topics.length), ...topics, lengthOf(data), data);
  return deflateRawSync(Buffer.concat(parts));
}

/** @throws DimensionError `chain.torn` when the bytes are not a packed body */
export function unpackBody(packed: Uint8Array): BlockBody {
  try {
    const bytes = inflateRawSync(packed);
    let at = 0;
    const take = (length: number): Uint8Array => {
      if (at + length > bytes.length) throw new RangeError('the packed body ends early');
      at += length;
      return bytes.subarray(at - length, at);
    };
    const takeCounted = (): Uint8Array => take(Buffer.from(take(4)).readUInt32BE());
    const transaction = takeCounted();
    const logs: RawLog[] = [];
    while (at < bytes.length) {
      const address = take(ADDRESS);
      const topics = Array.from({ length: take(1)[0] ?? 0 }, () => take(TOPIC));
      logs.push([address, topics, takeCounted()]);
    }
    return { transaction, logs };
  } catch (error) {
    throw new DimensionError('chain.torn', 'A block in the chain file cannot be read.', {}, error);
  }
}

function lengthOf(bytes: Uint8Array): Uint8Array {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return length;
}
