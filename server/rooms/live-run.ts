/** One run that a person plays while the server listens: the tape arrives in chunks, in order and in real time. */
import { joinedPayload } from '#content/families/parkour/instance.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { fromBase64 } from '#shared/base/hash.ts';
import type { ChallengeId } from '#shared/base/ids.ts';
import { FEEL } from '#shared/physics/feel.ts';
import { SCENE_LIMITS } from '#shared/physics/scene.ts';
import { CHUNK_TICKS } from '#shared/protocol/wire.ts';
import type { Payload } from '#shared/records/payload.ts';

/** A client's clock may run this much faster than ours, and this many ticks may arrive early. */
const PACE = 1.05;
const HEAD_START = 45;

/**
 * The tape of one run as it grows; nothing of it is believed but the bytes and when they arrived. On a course for several
 * every tick is one byte for each start, in their order.
 */
export class LiveRun {
  readonly run: number;
  readonly challenge: ChallengeId;
  #tape = new Uint8Array(SCENE_LIMITS.ticks);
  #starts = 1;
  readonly #begunAtMs: number;
  #bytes = 0;
  #firstAtMs = 0;
  #lastAtMs = 0;
  #broken: DimensionError | null = null;

  constructor(run: number, challenge: ChallengeId, begunAtMs: number) {
    this.run = run;
    this.challenge = challenge;
    this.#begunAtMs = begunAtMs;
  }

  /** Ticks received so far. */
  get ticks(): number {
    return Math.floor(this.#bytes / this.#starts);
  }

  /** Says how many start together on this course, as soon as it is known. */
  playedBy(starts: number): void {
    const tape = new Uint8Array(SCENE_LIMITS.ticks * starts);
    tape.set(this.#tape.subarray(0, this.#bytes));
    this.#tape = tape;
    this.#starts = starts;
  }

  /**
   * Takes the next chunk. After the first refusal every later chunk and the finish are refused with the same error:
   * the run has to begin again.
   * @param from number of the chunk's first byte
   * @param bytes base64 of 1–15 tape bytes
   * @throws DimensionError `run.gap`, `run.overlap`, `run.chunk`, `run.too-fast`, `run.too-long`, `base64.malformed`
   */
  take(from: number, bytes: string, nowMs: number): void {
    if (this.#broken !== null) throw this.#broken;
    try {
      this.#append(from, fromBase64(bytes), nowMs);
    } catch (error) {
      if (error instanceof DimensionError) this.#broken = error;
      throw error;
    }
  }

  /**
   * What is handed in to be judged, and the wall time between the first and the last arrival.
   * @throws DimensionError `run.empty`, or what broke the run
   */
  finish(): { readonly payload: Payload; readonly wallMs: number } {
    if (this.#broken !== null) throw this.#broken;
    if (this.ticks === 0) throw new DimensionError('run.empty', 'Nothing of this run has arrived yet.');
    return {
      payload: joinedPayload(this.#tape.slice(0, this.ticks * this.#starts), this.#starts),
      wallMs: Math.max(0, Math.round(this.#lastAtMs - this.#firstAtMs)),
    };
  }

  /** One tape for each start, as far as they have arrived. */
  tapes(): readonly Uint8Array[] {
    return Array.from({ length: this.#starts }, (_, start) =>
      Uint8Array.from({ length: this.ticks }, (_unused, tick) => this.#tape[tick * this.#starts + start] ?? 0),
    );
  }

  #append(from: number, chunk: Uint8Array, nowMs: number): void {
    if (chunk.length === 0 || chunk.length > CHUNK_TICKS)
      throw new DimensionError('run.chunk', `A chunk holds 1 to ${CHUNK_TICKS} ticks.`, { ticks: chunk.length });
    if (from > this.#bytes)
      throw new DimensionError('run.gap', 'A piece of the run is missing.', { from, expected: this.#bytes });
    if (this.#isRepeat(from, chunk)) return;
    if (from < this.#bytes)
      throw new DimensionError('run.overlap', 'A piece of the run came twice and differs.', {
        from,
        expected: this.#bytes,
      });
    const after = this.#bytes + chunk.length;
    if (after > this.#tape.length)
      throw new DimensionError('run.too-long', `A run has at most ${SCENE_LIMITS.ticks} ticks.`, { ticks: after });
    const lived = ((nowMs - this.#begunAtMs) / 1_000) * FEEL.tickHz;
    if (after > (lived * PACE + HEAD_START) * this.#starts)
      throw new DimensionError('run.too-fast', 'This run came in faster than anybody plays.', {
        ticks: after,
        lived: Math.floor(lived),
      });
    this.#tape.set(chunk, this.#bytes);
    if (this.#bytes === 0) this.#firstAtMs = nowMs;
    this.#lastAtMs = nowMs;
    this.#bytes = after;
  }

  /** The very same piece again, from a client whose connection broke before it saw the answer: harmless. */
  #isRepeat(from: number, chunk: Uint8Array): boolean {
    return from + chunk.length <= this.#bytes && chunk.every((byte, index) => this.#tape[from + index] === byte);
  }
}
