/** A value of the bench in words: counts with their unit, measures to the digits that matter. */
import { t } from '#client/i18n/translate.ts';
import type { Unit } from '#shared/records/verdict.ts';

/** Digits behind the point of a measure. */
const DIGITS = 7;

/** @param value in `unit`, as a verdict states it */
export function valueWords(value: number | string, unit: Unit): string {
  const count = Number(value);
  return t(`bench.value.${unit}`, { count, value: numberWords(value) });
}

/** The number alone. */
export function numberWords(value: number | string): string {
  const count = Number(value);
  return Number.isInteger(count) && Math.abs(count) < 1e9 ? String(count) : count.toFixed(DIGITS);
}
