/** What people heard of each other in joint runs: whoever plays it again alone has copied it, not played it. */
import type { Stopwatch } from '#server/ports/clock.ts';
import type { Address, ChallengeId } from '#shared/base/ids.ts';
import { essentialInput, IDLE } from '#shared/physics/input.ts';

/** The tape of one start, and who played it. */
export interface PlayedLane {
  readonly lane: number;
  readonly by: Address;
  readonly tape: Uint8Array;
}

/** A lane as it is compared: worked out once, when the run is over, and much smaller than the tape. */
interface HeardLane {
  readonly lane: number;
  readonly by: Address;
  readonly changes: readonly string[];
}

interface HeardRun {
  readonly challenge: ChallengeId;
  readonly lanes: readonly HeardLane[];
  readonly untilMs: number;
}

/** So long is a run remembered, ms, and so many of them at most. */
const KEPT_MS = 6 * 3_600_000;
const MOST_RUNS = 200;
/** Fewer changes of keys than this may fall on the same ticks by chance. */
const FEWEST_CHANGES = 8;
/** Nobody who plays by hand hits the very tick of so many changes. */
const COPIED_SHARE = 0.9;

/** Remembers joint runs for some hours. */
export class CopiedLanes {
  readonly #stopwatch: Stopwatch;
  #runs: HeardRun[] = [];

  constructor(stopwatch: Stopwatch) {
    this.#stopwatch = stopwatch;
  }

  /** A joint run is over, however it ended. */
  keep(challenge: ChallengeId, lanes: readonly PlayedLane[]): void {
    const nowMs = this.#stopwatch();
    if (lanes.length === 0) return;
    const fresh = this.#runs.filter(({ untilMs }) => untilMs > nowMs);
    const heard = lanes.map(({ lane, by, tape }) => ({ lane, by, changes: changesOf(tape) }));
    this.#runs = [...fresh, { challenge, lanes: heard, untilMs: nowMs + KEPT_MS }].slice(-MOST_RUNS);
  }

  /** True when a start of `tapes` is played as another one played it in a joint run with `who`. */
  isCopied(who: Address, challenge: ChallengeId, tapes: readonly Uint8Array[]): boolean {
    const nowMs = this.#stopwatch();
    const played = tapes.map((tape) => new Set(changesOf(tape)));
    return this.#runs
      .filter((run) => run.challenge === challenge && run.untilMs > nowMs && run.lanes.some(({ by }) => by === who))
      .flatMap(({ lanes }) => lanes.filter(({ by }) => by !== who))
      .some(({ lane, changes }) => isCopy(played[lane] ?? new Set(), changes));
  }
}

function isCopy(played: ReadonlySet<string>, model: readonly string[]): boolean {
  if (model.length < FEWEST_CHANGES) return false;
  return model.filter((change) => played.has(change)).length >= model.length * COPIED_SHARE;
}

/** Standing still is nobody's invention, so what counts are the changes, from the first one on: tick and new byte. */
function changesOf(tape: Uint8Array): readonly string[] {
  const inputs = [...tape].map(essentialInput);
  const changes = inputs.flatMap((byte, tick) => (byte === (inputs[tick - 1] ?? IDLE) ? [] : [{ tick, byte }]));
  const [first] = changes;
  return changes.map(({ tick, byte }) => `${tick - (first?.tick ?? 0)} ${byte}`);
}
