/** The tapes of all starts of a course while they grow, each as its player sends it, and the part that is whole. */
import { DimensionError } from '#shared/base/errors.ts';
import { IDLE } from './input.ts';

/** One lane a start. The same bytes make the same tape, in whatever order the players' pieces arrive. */
export class JoinedTape {
  readonly starts: number;
  readonly maxTicks: number;
  readonly #lanes: readonly Uint8Array[];
  readonly #lengths: number[];

  constructor(starts: number, maxTicks: number) {
    this.starts = starts;
    this.maxTicks = maxTicks;
    this.#lanes = Array.from({ length: starts }, () => new Uint8Array(maxTicks));
    this.#lengths = Array.from({ length: starts }, () => 0);
  }

  /** Ticks of which every lane is known. */
  get ticks(): number {
    return Math.min(...this.#lengths);
  }

  /** Ticks of one lane. */
  lengthOf(lane: number): number {
    return this.#lengths[lane] ?? 0;
  }

  /** The byte of a lane in a tick that it has; idle beyond. */
  byteAt(lane: number, tick: number): number {
    return tick < this.lengthOf(lane) ? (this.#lanes[lane]?.[tick] ?? IDLE) : IDLE;
  }

  /** The last byte that is known of a lane. */
  lastOf(lane: number): number {
    return this.byteAt(lane, this.lengthOf(lane) - 1);
  }

  /**
   * Takes the next piece of the lanes of one player; what is known already is passed over when it is the same.
   * @param from the first tick of the piece
   * @param bytes tick by tick, one for each of `lanes` in their order
   * @returns ticks that were new
   * @throws DimensionError `run.chunk`, `run.gap`, `run.overlap`, `run.too-long`
   */
  take(lanes: readonly number[], from: number, bytes: Uint8Array): number {
    const ticks = bytes.length / lanes.length;
    const [first = 0] = lanes;
    const known = this.lengthOf(first);
    if (bytes.length === 0 || !Number.isInteger(ticks))
      throw new DimensionError('run.chunk', 'A piece of a run holds whole ticks.', { bytes: bytes.length });
    if (from > known) throw new DimensionError('run.gap', 'A piece of the run is missing.', { from, expected: known });
    if (from + ticks > this.maxTicks)
      throw new DimensionError('run.too-long', `A run here has at most ${this.maxTicks} ticks.`, {
        ticks: from + ticks,
      });
    for (const [index, byte] of bytes.entries()) {
      const [lane = 0, tick] = [lanes[index % lanes.length], from + Math.floor(index / lanes.length)];
      if (tick < known && this.byteAt(lane, tick) !== byte)
        throw new DimensionError('run.overlap', 'A piece of the run came twice and differs.', {
          from,
          expected: known,
        });
    }
    for (const [index, byte] of bytes.entries()) {
      const lane = this.#lanes[lanes[index % lanes.length] ?? 0];
      if (lane !== undefined) lane[from + Math.floor(index / lanes.length)] = byte;
    }
    const length = Math.max(known, from + ticks);
    for (const lane of lanes) this.#lengths[lane] = length;
    return length - known;
  }

  /** What one player sent so far, as they sent it. */
  piece(lanes: readonly number[]): Uint8Array {
    const ticks = Math.min(...lanes.map((lane) => this.lengthOf(lane)));
    return Uint8Array.from({ length: ticks * lanes.length }, (_, index) =>
      this.byteAt(lanes[index % lanes.length] ?? 0, Math.floor(index / lanes.length)),
    );
  }

  /** One tape for each start, as far as all are known. */
  tapes(): readonly Uint8Array[] {
    return this.#lanes.map((lane) => lane.slice(0, this.ticks));
  }
}

/** Which starts each of `players` plays: one each, and those that nobody took are led by the first. */
export function lanesOf(players: number, starts: number): readonly (readonly number[])[] {
  return Array.from({ length: players }, (_, who) =>
    Array.from({ length: starts }, (_unused, lane) => lane).filter(
      (lane) => lane === who || (who === 0 && lane >= players),
    ),
  );
}
