/** A result as the server says it: ticks as seconds, everything else with its unit. */
import { FEEL } from '#shared/physics/feel.ts';

/** What there can be one or several of; a measure has no plural. */
const COUNTED: readonly string[] = ['contact', 'point', 'tool'];

/** @param value in `unit`, as a verdict states it @param unit in the singular */
export function valueText(value: number | string, unit: string): string {
  if (unit === 'tick') return `${(Number(value) / FEEL.tickHz).toFixed(2)} s`;
  return `${value} ${COUNTED.includes(unit) && Number(value) !== 1 ? `${unit}s` : unit}`;
}
