/** Values on their way to the chain's fixed point. */
import { describe, expect, it } from 'vitest';
import { chainValue } from '#shared/protocol/verdict-typed-data.ts';

describe('chainValue', () => {
  it('keeps twelve decimals and cuts the rest towards zero', () => {
    expect(chainValue(431)).toBe(431_000_000_000_000n);
    expect(chainValue('431')).toBe(chainValue(431));
    expect(chainValue('0.5')).toBe(500_000_000_000n);
    expect(chainValue('4448.350634331000999')).toBe(4_448_350_634_331_000n);
    expect(chainValue('-0.0000000000019')).toBe(-1n);
    expect(chainValue(0)).toBe(0n);
  });

  it('keeps the order of values', () => {
    const ordered = ['-2', '-1.5', '0', '0.000000000001', '1', '99999999999'];
    const values = ordered.map((value) => chainValue(value));
    expect(values).toEqual([...values].sort((a, b) => (a < b ? -1 : 1)));
  });

  it('refuses what is no value or fits no int80', () => {
    for (const bad of [
      Number.NaN,
      0.5,
      Number.POSITIVE_INFINITY,
      '',
      '1e3',
      '0x10',
      ' 1',
      '1.',
      '999999999999',
      2 ** 53,
    ])
      expect(() => chainValue(bad), String(bad)).toThrow(/whole number or a decimal/);
  });
});
