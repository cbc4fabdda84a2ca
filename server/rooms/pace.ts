/** How fast one client may walk: an input a tick, what a stalled line held back at once, and no more than time allows. */

/** Where queued inputs come from: Colyseus' accessor of one client. */
export interface InputQueue {
  readonly size: number;
  /** All that was ever taken or dropped from the front since this connection began. */
  readonly consumedCount: number;
  next(): { readonly keys: number } | undefined;
}

/** Inputs a client may send a little faster than we tick, so that a late burst is worked off. */
const CREDIT_A_TICK = 1.02;
/** What a line held back for a second is all used once it comes, so that whoever walks is not put back. */
const CREDIT_MOST = 20;
/** However many wait, a body does no more steps a tick than these: nobody sees it leap. */
const MOST_STEPS = 4;
/** A line that is silent for longer is given up by its client: more cannot be held back on the way. */
const HELD_BACK_MOST = 7 * 20;
/** A second's worth of inputs that no clock and no line explain. */
const TOO_MANY = 20;

/** The pace of one client. */
export class Pace {
  #credit = CREDIT_MOST;
  #received = 0;
  /** Inputs that came beyond one a tick; below zero what a line may still hold back. */
  #ahead = 0;

  /** One tick: takes the inputs to use now, at most what the credit allows. */
  take(queue: InputQueue, use: (keys: number) => void): number {
    this.#credit = Math.min(CREDIT_MOST, this.#credit + CREDIT_A_TICK);
    this.#notice(queue.consumedCount + queue.size);
    let steps = 0;
    while (queue.size > 0 && this.#credit >= 1 && steps < MOST_STEPS) {
      this.#credit -= 1;
      use(queue.next()?.keys ?? 0);
      steps++;
    }
    return steps;
  }

  /** True once for every second's worth of inputs that this client sent too many. */
  isTooFast(): boolean {
    if (this.#ahead < TOO_MANY) return false;
    this.#ahead -= TOO_MANY;
    return true;
  }

  #notice(received: number): void {
    // A connection that came back counts from nought again.
    const more = received >= this.#received ? received - this.#received : received;
    this.#received = received;
    this.#ahead = Math.max(-HELD_BACK_MOST, this.#ahead + more - CREDIT_A_TICK);
  }
}
