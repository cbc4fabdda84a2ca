/** How an attempt was made, told from the time it took: played live, or prepared with a tool. */
import { fromBase64 } from '#shared/base/hash.ts';
import type { AttemptClass } from './attempt.ts';
import type { Hand, Payload } from './payload.ts';

/** Of every tape. */
export const TICKS_PER_SECOND = 60;
/** Ticks may arrive a little bunched … */
const EARLY_MS = 500;
/** … or late, on a slow line or a slow machine. */
const LATE_FACTOR = 1.1;
const LATE_MS = 1_000;

/** True for hands where how long it took is part of the game. */
export function isTimed(hand: Hand): boolean {
  return hand === 'tape' || hand === 'tapes';
}

/** True when a run took longer by the clock than its ticks by more than a slow line or a slow machine explains. */
export function isTooLate(playedMs: number, wallMs: number): boolean {
  return wallMs > playedMs * LATE_FACTOR + LATE_MS;
}

/** What was claimed as `live` stays so when the wall time fits the ticks; otherwise it counts as `tool`. */
export function classOf(claimed: AttemptClass, hand: Hand, payload: Payload, wallMs: number): AttemptClass {
  if (claimed !== 'live' || !isTimed(hand)) return claimed;
  const playedMs = (ticksOf(payload) / TICKS_PER_SECOND) * 1_000;
  const fits = wallMs >= playedMs - EARLY_MS && !isTooLate(playedMs, wallMs);
  return fits ? 'live' : 'tool';
}

/** Ticks of the longest tape in a payload; 0 where there is none. */
export function ticksOf(payload: Payload): number {
  if (payload.kind === 'tape') return ticksOfTape(payload.bytes);
  if (payload.kind === 'tapes') return Math.max(...payload.tapes.map(ticksOfTape));
  return 0;
}

/** Sum of the counts of a tape that has already passed its family's parser. */
function ticksOfTape(text: string): number {
  const pairs = fromBase64(text);
  let ticks = 0;
  for (let i = 1; i < pairs.length; i += 2) ticks += pairs[i] ?? 0;
  return ticks;
}
