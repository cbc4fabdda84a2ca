/** One visitor walks in simulated time: the client's own code, a far line, the server's own seat, and the way back. */
import { ISLAND_GROUND } from '#content/world/ground.ts';
import { SPAWN_SPOTS } from '#content/world/island.ts';
import { Seat } from '#server/rooms/seat.ts';
import { type Address, parseAddress } from '#shared/base/ids.ts';
import { Rng } from '#shared/base/rng.ts';
import { InputClock } from '#shared/motion/input-clock.ts';
import { Prediction } from '#shared/motion/prediction.ts';
import { placeStroller, STROLL_HZ, type Stroller } from '#shared/physics/stroll.ts';
import { Line, type LineKind } from './motion-line.ts';
import { Wanderer } from './motion-wanderer.ts';

const TICK_MS = 1_000 / STROLL_HZ;
const FRAME_MS = 1_000 / 60;
/** A timer of the server wakes up to this late, ms. */
const TIMER_LATE_MS = 3;
/** Inputs that wait in the room at most, as in server/rooms/world-room.ts. */
const MOST_WAITING = 32;
const WHO: Address = parseAddress(`0x${'7'.repeat(40)}`);

/** The body after one tick of the server, by the server's own time. */
export interface Stamped {
  readonly atMs: number;
  readonly who: Readonly<Stroller>;
}

/** What came of a walk. */
export interface Walk {
  /** Every tick of the server: where the body truly was. */
  readonly truth: readonly Stamped[];
  /** How often the own client was corrected by more than 0.1 mm. */
  readonly corrections: number;
  /** Inputs that were tried at once and used by the server later. */
  readonly inputs: number;
  /** Metres the body covered. */
  readonly metres: number;
}

/** Walks for `minutes` over a line of that kind; everything follows from the seed. */
export function walk(minutes: number, kind: LineKind, seed: string): Walk {
  const rng = new Rng(seed);
  const start = placeStroller(SPAWN_SPOTS[0]?.x ?? 0, SPAWN_SPOTS[0]?.z ?? 10, 0, ISLAND_GROUND);
  const seat = new Seat('bench', { kind: 'person', address: WHO, name: 'Bench', host: false }, { ...start });
  const visitor = new Visitor(start, rng.fork('hands'));
  const [up, down] = [new Line(kind, rng.fork('up')), new Line(kind, rng.fork('down'))];
  const timer = rng.fork('timer');
  const sent: { readonly atMs: number; readonly keys: number }[] = [];
  const patches: { readonly arrivesMs: number; readonly who: Stroller; readonly acked: number }[] = [];
  const waiting: { readonly keys: number }[] = [];
  const truth: Stamped[] = [];
  let [acked, metres, frameMs] = [0, 0, 0];
  const queue = {
    get size() {
      return waiting.length;
    },
    get consumedCount() {
      return acked;
    },
    next() {
      acked++;
      return waiting.shift();
    },
  };
  for (let tick = 0; tick < minutes * 60 * STROLL_HZ; tick++) {
    const nowMs = tick * TICK_MS + timer.unit() * TIMER_LATE_MS;
    for (; frameMs < nowMs; frameMs += FRAME_MS) {
      while ((patches[0]?.arrivesMs ?? Number.POSITIVE_INFINITY) <= frameMs) {
        const patch = patches.shift();
        if (patch !== undefined) visitor.hear(patch.who, patch.acked);
      }
      for (const keys of visitor.frame(frameMs)) sent.push({ atMs: up.arrival(frameMs), keys });
    }
    while ((sent[0]?.atMs ?? Number.POSITIVE_INFINITY) <= nowMs) {
      const input = sent.shift();
      if (input !== undefined) waiting.push(input);
      if (waiting.length > MOST_WAITING) queue.next();
    }
    const before = { x: seat.stroller.x, z: seat.stroller.z };
    seat.tick(queue, ISLAND_GROUND);
    metres += Math.hypot(seat.stroller.x - before.x, seat.stroller.z - before.z);
    truth.push({ atMs: nowMs, who: { ...seat.stroller } });
    patches.push({ arrivesMs: down.arrival(nowMs), who: { ...seat.stroller }, acked });
  }
  return { truth, corrections: visitor.corrections, inputs: acked, metres };
}

/** The client of whoever walks. */
class Visitor {
  readonly #hands: Wanderer;
  readonly #clock = new InputClock();
  readonly #prediction: Prediction;
  #seq = 0;

  constructor(start: Stroller, rng: Rng) {
    this.#hands = new Wanderer(rng);
    this.#prediction = new Prediction(start, ISLAND_GROUND);
  }

  get corrections(): number {
    return this.#prediction.corrections;
  }

  /** @returns the inputs to send */
  frame(nowMs: number): readonly number[] {
    const keys = this.#hands.keys(nowMs, this.#prediction.state);
    const { inputs } = this.#clock.frame(nowMs, keys, this.#prediction.resting);
    for (const byte of inputs) this.#prediction.step(++this.#seq, byte);
    return inputs;
  }

  hear(truth: Stroller, acked: number): void {
    this.#prediction.correct(truth, acked);
  }
}
