/** The way from where everything lies to where it comes to rest: quick at first, then gently. */
import type { Vec3 } from '#content/families/family.ts';
import { add, length, scale, subtract } from '#shared/maths/vector.ts';
import type { Work } from './hand.ts';

/** How long it takes, s. */
const SECONDS = 1.1;

/** Goes from one work to another of as many parts; on a ball every part stays at its distance from the middle. */
export class Way {
  readonly from: Work;
  readonly to: Work;
  #seconds = 0;

  constructor(from: Work, to: Work) {
    this.from = from;
    this.to = to;
  }

  get isOver(): boolean {
    return this.#seconds >= SECONDS;
  }

  /** Goes on and answers where everything is now. */
  advance(seconds: number): Work {
    this.#seconds += seconds;
    if (this.isOver) return this.to;
    const left = 1 - this.#seconds / SECONDS;
    const share = 1 - left * left * left;
    return this.to.map((end, index) => between(this.from[index] ?? end, end, share));
  }
}

function between(from: Vec3, to: Vec3, share: number): Vec3 {
  const straight = add(from, scale(subtract(to, from), share));
  const far = length(from) + (length(to) - length(from)) * share;
  const near = length(straight);
  return near < 1e-9 ? straight : scale(straight, far / near);
}
