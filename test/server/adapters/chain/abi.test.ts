import { AbiCoder, Interface } from 'ethers';
import { describe, expect, test } from 'vitest';
import { frontierAbi } from '#contracts/built/frontier.ts';
import { relayAbi } from '#contracts/built/relay.ts';
import { workAbi } from '#contracts/built/work.ts';
import {
  type AbiParameter,
  decodeEvent,
  decodeParameters,
  decodeReturn,
  encodeCall,
  encodeParameters,
  eventTopic,
} from '#server/adapters/chain/abi.ts';
import { fromHex, keccak256, toHex } from '#shared/base/hash.ts';

const WORD = `0x${keccak256('word')}`;
const ACCOUNT = `0x${keccak256('account').slice(24)}`;

const VALUES: readonly (readonly [string, readonly AbiParameter[], Parameters<typeof encodeParameters>[1]])[] = [
  ['static values', [{ type: 'uint256' }, { type: 'address' }, { type: 'bool' }], [7n, ACCOUNT, true]],
  ['signed integers', [{ type: 'int80' }, { type: 'int128' }], [-5n, -(2n ** 100n)]],
  ['bytes and text', [{ type: 'bytes' }, { type: 'string' }, { type: 'bytes32' }], ['0x010203', 'Grüße', WORD]],
  ['short bytes', [{ type: 'bytes4' }], ['0x01020304']],
  [
    'lists',
    [{ type: 'uint16[]' }, { type: 'string[]' }],
    [
      [1n, 2n, 3n],
      ['a', 'bb'],
    ],
  ],
  [
    'lists of a fixed length',
    [{ type: 'uint8[3]' }, { type: 'bytes[2]' }],
    [
      [1n, 2n, 3n],
      ['0x', '0xff'],
    ],
  ],
  [
    'tuples within lists',
    [{ type: 'tuple[]', components: [{ type: 'bytes32' }, { type: 'address' }, { type: 'bytes' }] }],
    [
      [
        [WORD, ACCOUNT, '0x1234'],
        [WORD, ACCOUNT, '0x'],
      ],
    ],
  ],
];

function ethersType({ type, components }: AbiParameter): string {
  return type.startsWith('tuple') ? `tuple(${(components ?? []).map(ethersType).join(',')})${type.slice(5)}` : type;
}

describe('the ABI', () => {
  test.each(VALUES)('lays out %s as ethers does and reads them back', (_name, parameters, values) => {
    const encoded = encodeParameters(parameters, values);
    expect(`0x${toHex(encoded)}`).toBe(AbiCoder.defaultAbiCoder().encode(parameters.map(ethersType), [...values]));
    expect(decodeParameters(parameters, encoded)).toEqual(values);
  });

  test('encodes calls of the built contracts as ethers does', () => {
    const verdict = [WORD, 3n, -7n, WORD, [ACCOUNT], [10_000n]];
    const ours = encodeCall(frontierAbi, 'award', [verdict, '0x0102']);
    expect(ours).toBe(new Interface(frontierAbi).encodeFunctionData('award', [verdict, '0x0102']));
    const run = encodeCall(relayAbi, 'run', [[[WORD, ACCOUNT, '0xabcdef']]]);
    expect(run).toBe(new Interface(relayAbi).encodeFunctionData('run', [[[WORD, ACCOUNT, '0xabcdef']]]));
  });

  test('reads events and return data as ethers writes them', () => {
    const relay = new Interface(relayAbi);
    const { topics, data } = relay.encodeEventLog('Done', [WORD, false, '0x1234']);
    expect(topics[0]).toBe(eventTopic(relayAbi, 'Done'));
    expect(decodeEvent(relayAbi, 'Done', { topics, data })).toEqual([WORD, false, '0x1234']);
    const answer = new Interface(workAbi).encodeFunctionResult('genomeOf', ['0xbeef']);
    expect(decodeReturn(workAbi, 'genomeOf', answer)).toEqual(['0xbeef']);
  });

  test.each([
    ['a number too large', [{ type: 'uint8' }], [256n]],
    ['a negative unsigned number', [{ type: 'uint256' }], [-1n]],
    ['a number beyond its bits', [{ type: 'int80' }], [2n ** 79n]],
    ['an address of the wrong length', [{ type: 'address' }], ['0x1234']],
    ['bytes of the wrong length', [{ type: 'bytes32' }], ['0x1234']],
    ['text where a number belongs', [{ type: 'uint256' }], ['1']],
    ['a missing value', [{ type: 'uint256' }, { type: 'bool' }], [1n]],
  ])('refuses %s', (_name, parameters, values) => {
    expect(() => encodeParameters(parameters, values)).toThrowError(expect.objectContaining({ code: 'abi.value' }));
  });

  test('refuses data that is short or points outside itself', () => {
    const far = fromHex('f'.repeat(64));
    const asText = () => decodeParameters([{ type: 'string' }], far);
    const asList = () => decodeParameters([{ type: 'uint256[]' }], Buffer.concat([fromHex(WORD), far]));
    for (const read of [asText, asList]) expect(read).toThrowError(expect.objectContaining({ code: 'abi.value' }));
    expect(() => encodeCall(relayAbi, 'nothing', [])).toThrowError(expect.objectContaining({ code: 'abi.unknown' }));
  });
});
