/** How long to wait before trying to connect again. */

const FIRST_MS = 250;
const MOST_MS = 8_000;

/** Wait before attempt `count` (0, 1, 2 …) in ms: doubling, capped, spread by `chance` (0 … 1) so that not all come at once. */
export function backOffMs(count: number, chance: number): number {
  if (count === 0) return 0;
  const wait = Math.min(MOST_MS, FIRST_MS * 2 ** (count - 1));
  return Math.round(wait * (0.75 + 0.5 * chance));
}
