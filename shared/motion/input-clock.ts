/** When to send which input: 20 a second whatever the frame rate, no short press lost, silence when nothing happens. */
import { STROLL_HZ } from '#shared/physics/stroll.ts';

const STEP_MS = 1_000 / STROLL_HZ;
/** Steps made up for after a stall; the rest is dropped. */
const MOST_STEPS = 5;
const JUMP_BIT = 128;
/** After this many steps without any key the client falls silent; the server lets a silent body do nothing. */
const QUIET_STEPS = 12;

/** Turns frames into steps. */
export class InputClock {
  #lastMs: number | null = null;
  #owedMs = 0;
  #jumped = false;
  #quiet = 0;

  /**
   * The inputs to send now, oldest first, and how far (0 … 1) the frame is into the next step.
   * @param resting the body stands still: only then is silence the same as doing nothing
   */
  frame(
    nowMs: number,
    keys: number,
    resting: boolean,
  ): { readonly inputs: readonly number[]; readonly fraction: number } {
    this.#owedMs += nowMs - (this.#lastMs ?? nowMs);
    this.#lastMs = nowMs;
    if (keys & JUMP_BIT) this.#jumped = true;
    if (this.#owedMs > MOST_STEPS * STEP_MS) this.#owedMs = MOST_STEPS * STEP_MS;
    const inputs: number[] = [];
    while (this.#owedMs >= STEP_MS) {
      this.#owedMs -= STEP_MS;
      const byte = this.#jumped ? keys | JUMP_BIT : keys;
      this.#jumped = (keys & JUMP_BIT) !== 0;
      this.#quiet = byte === 0 && resting ? this.#quiet + 1 : 0;
      if (this.#quiet <= QUIET_STEPS) inputs.push(byte);
    }
    return { inputs, fraction: this.#quiet > QUIET_STEPS ? 1 : this.#owedMs / STEP_MS };
  }
}
