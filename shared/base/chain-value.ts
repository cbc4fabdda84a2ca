/** A value as the chain keeps it: a whole number, so that contracts can compare. */

/** Decimals kept of a value that is a decimal string. */
const DECIMALS = 15;

/** Whole numbers as they are; decimal strings times 10^15, cut off below that. */
export function chainValue(value: number | string): bigint {
  if (typeof value === 'number') return BigInt(value);
  const negative = value.startsWith('-');
  const [whole = '0', fraction = ''] = value.replace('-', '').split('.');
  const digits = BigInt(whole + fraction.slice(0, DECIMALS).padEnd(DECIMALS, '0'));
  return negative ? -digits : digits;
}
