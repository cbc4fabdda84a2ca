/** A run that several people play at once: their tapes are joined tick by tick as they arrive. */
import { tapesPayload } from '#content/families/parkour/instance.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { FEEL } from '#shared/physics/feel.ts';
import { JoinedTape } from '#shared/physics/joined-tape.ts';
import type { Payload } from '#shared/records/payload.ts';

/** A client's clock may run this much faster than ours, and this many ticks may arrive early. */
const PACE = 1.05;
const HEAD_START = 45;
/** Without a new joined tick for this long somebody is gone, ms; the course may take longer to open. */
export const STALL_MS = 3_000;
const OPENING_MS = 10_000;

/** Nothing of it is believed but the bytes and when they arrived. */
export class JoinedRun {
  /** When the countdown is over, ms of the stopwatch. */
  readonly beginsAtMs: number;
  readonly tape: JoinedTape;
  #firstAtMs = 0;
  #lastAtMs = 0;

  constructor(starts: number, maxTicks: number, beginsAtMs: number) {
    this.beginsAtMs = beginsAtMs;
    this.tape = new JoinedTape(starts, maxTicks);
  }

  /**
   * Takes the next piece of one player's lanes.
   * @returns ticks that were new
   * @throws DimensionError `run.too-fast` and what {@link JoinedTape.take} throws
   */
  take(lanes: readonly number[], from: number, bytes: Uint8Array, nowMs: number): number {
    const lived = Math.max(0, ((nowMs - this.beginsAtMs) / 1_000) * FEEL.tickHz);
    const after = from + bytes.length / lanes.length;
    if (after > lived * PACE + HEAD_START)
      throw new DimensionError('run.too-fast', 'This run came in faster than anybody plays.', {
        ticks: after,
        lived: Math.floor(lived),
      });
    const before = this.tape.ticks;
    const fresh = this.tape.take(lanes, from, bytes);
    if (this.tape.ticks === before) return fresh;
    if (before === 0) this.#firstAtMs = nowMs;
    this.#lastAtMs = nowMs;
    return fresh;
  }

  /** True when no tick became whole for so long that nobody waits any more. */
  isStalled(nowMs: number): boolean {
    if (this.tape.ticks === 0) return nowMs - this.beginsAtMs > OPENING_MS;
    return nowMs - this.#lastAtMs > STALL_MS;
  }

  /** True for the lanes that everybody else waits for. */
  isBehind(lane: number): boolean {
    return this.tape.lengthOf(lane) === this.tape.ticks;
  }

  /**
   * What is handed in to be judged, and the wall time between the first and the last joined tick.
   * @throws DimensionError `run.empty`
   */
  finish(): { readonly payload: Payload; readonly wallMs: number } {
    if (this.tape.ticks === 0) throw new DimensionError('run.empty', 'Nothing of this run has arrived yet.');
    return {
      payload: tapesPayload(this.tape.tapes()),
      wallMs: Math.max(0, Math.round(this.#lastAtMs - this.#firstAtMs)),
    };
  }
}
