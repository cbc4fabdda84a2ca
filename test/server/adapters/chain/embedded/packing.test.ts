import { expect, test } from 'vitest';
import { packBody, type RawLog, unpackBody } from '#server/adapters/chain/embedded/packing.ts';
import { Rng } from '#shared/base/rng.ts';

test('a block body survives packing, whatever is in it', () => {
  const rng = new Rng('packing');
  for (let round = 0; round < 50; round++) {
    const logs = Array.from({ length: rng.int(0, 6) }, (): RawLog => {
      const topics = Array.from({ length: rng.int(0, 4) }, () => rng.bytes(32));
      return [rng.bytes(20), topics, rng.bytes(rng.int(0, 300))];
    });
    const body = { transaction: rng.bytes(rng.int(0, 500)), logs };
    const back = unpackBody(packBody(body));
    expect(Buffer.from(back.transaction).equals(body.transaction)).toBe(true);
    expect(back.logs.map(([, topics]) => topics.length)).toEqual(logs.map(([, topics]) => topics.length));
    for (const [index, [address, topics, data]] of logs.entries()) {
      const [readAddress, readTopics, readData] = back.logs[index] ?? [address, [], data];
      expect(Buffer.concat([readAddress, ...readTopics, readData])).toEqual(Buffer.concat([address, ...topics, data]));
    }
  }
});

test('bytes that are no packed body are said to be torn', () => {
  const whole = packBody({ transaction: Uint8Array.of(1, 2, 3), logs: [[new Uint8Array(20), [], Uint8Array.of(9)]] });
  for (const bytes of [whole.subarray(0, whole.length - 3), Uint8Array.of(7, 7, 7), new Uint8Array(0)])
    expect(() => unpackBody(bytes)).toThrowError(expect.objectContaining({ code: 'chain.torn' }));
});
