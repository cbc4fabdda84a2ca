/** The pass that both sides of the kill test go through, and its two moments. */
import type { WorldOptions } from '#server/world.ts';

/** One seed a challenge, at a tenth of a CPU second. */
export const RECHECKED: Required<WorldOptions>['recheck'] = {
  everyMs: 7 * 86_400_000,
  seeds: 1,
  budgetsCpuSeconds: { success: [0.1], record: [0.1] },
};
/** When the world begins, and when its first pass is due, ms since 1970. */
export const BEGINNING_MS = 1_800_000_000_000;
export const WEEK_LATER_MS = BEGINNING_MS + RECHECKED.everyMs + 1;
