/** Downhill by L-BFGS, one step at a time: minimises a smooth function of many numbers, the same in every engine. */

/** Gives the value at `x` and writes the slope there into `slope`; both arrays have the same length. */
export type Objective = (x: Float64Array, slope: Float64Array) => number;

/** How a {@link Descent} goes. */
export interface DescentRules {
  /** Remembered steps; 0 is plain gradient descent. */
  readonly memory: number;
  /** No number changes by more than this in one step. */
  readonly reach: number;
  /** Done when no part of the slope is steeper than this. */
  readonly flat: number;
}

const SUFFICIENT = 1e-4;
/** What rounding may hide of a value, relative: a step that loses less is no loss. */
const NOISE = 4e-16;
const MOST_HALVINGS = 20;
/** Steps without any gain, after which rounding is all that is left. */
const PATIENCE = 8;

interface Remembered {
  readonly step: Float64Array;
  readonly turn: Float64Array;
  /** 1 / step · turn; 0 while it holds nothing. */
  weight: number;
}

/**
 * A descent under way. `point` and `value` are where it stands; after construction that is the start.
 * @see Nocedal and Wright, Numerical Optimization, 2nd ed., algorithm 7.4
 */
export class Descent {
  point: Float64Array;
  value: number;
  done = false;
  readonly #objective: Objective;
  readonly #rules: DescentRules;
  readonly #memory: Remembered[];
  readonly #direction: Float64Array;
  readonly #alpha: Float64Array;
  #slope: Float64Array;
  #nextPoint: Float64Array;
  #nextSlope: Float64Array;
  #kept = 0;
  #newest = 0;
  #idle = 0;
  /** Length along the slope that the last plain step took, where nothing is remembered. */
  #stride = 0;

  constructor(objective: Objective, start: Float64Array, rules: DescentRules) {
    const size = start.length;
    this.#objective = objective;
    this.#rules = rules;
    this.point = Float64Array.from(start);
    this.#slope = new Float64Array(size);
    this.#nextPoint = new Float64Array(size);
    this.#nextSlope = new Float64Array(size);
    this.#direction = new Float64Array(size);
    this.#alpha = new Float64Array(rules.memory);
    this.#memory = Array.from({ length: rules.memory }, () => ({
      step: new Float64Array(size),
      turn: new Float64Array(size),
      weight: 0,
    }));
    this.value = objective(this.point, this.#slope);
    this.#settle();
  }

  /** One step downhill; `done` when the ground is flat or only rounding is left. */
  step(): void {
    if (this.done) return;
    this.#aim();
    let descent = dot(this.#direction, this.#slope);
    if (!(descent < 0)) {
      this.#forget();
      descent = dot(this.#direction, this.#slope);
    }
    const most = largest(this.#direction);
    let length = Math.min(1, this.#rules.reach / most);
    for (let halvings = 0; halvings < MOST_HALVINGS; halvings++, length /= 2) {
      const next = this.#try(length);
      if (!(next <= this.value + SUFFICIENT * length * descent + NOISE * Math.abs(this.value))) continue;
      this.#stride = (length * Math.sqrt(dot(this.#direction, this.#direction))) / norm(this.#slope);
      this.#advance(next);
      return;
    }
    if (this.#kept === 0) this.done = true;
    else this.#forget();
  }

  /** The steepest part of the slope where it stands. */
  get steepness(): number {
    return largest(this.#slope);
  }

  /** Steps until `done`, at most `most` times. */
  run(most: number): this {
    for (let taken = 0; taken < most && !this.done; taken++) this.step();
    return this;
  }

  #try(length: number): number {
    const { point } = this;
    for (let i = 0; i < point.length; i++) this.#nextPoint[i] = (point[i] ?? 0) + length * (this.#direction[i] ?? 0);
    return this.#objective(this.#nextPoint, this.#nextSlope);
  }

  #advance(next: number): void {
    this.#idle = next < this.value ? 0 : this.#idle + 1;
    this.#remember();
    this.value = next;
    [this.point, this.#nextPoint] = [this.#nextPoint, this.point];
    [this.#slope, this.#nextSlope] = [this.#nextSlope, this.#slope];
    this.#settle();
  }

  #settle(): void {
    if (this.steepness <= this.#rules.flat || this.#idle >= PATIENCE || !Number.isFinite(this.value)) this.done = true;
  }

  #remember(): void {
    if (this.#rules.memory === 0) return;
    const at = (this.#newest + 1) % this.#rules.memory;
    const slot = this.#memory[at];
    if (slot === undefined) return;
    const { step, turn } = slot;
    let bend = 0;
    let turned = 0;
    for (let i = 0; i < step.length; i++) {
      const s = (this.#nextPoint[i] ?? 0) - (this.point[i] ?? 0);
      const y = (this.#nextSlope[i] ?? 0) - (this.#slope[i] ?? 0);
      step[i] = s;
      turn[i] = y;
      bend += s * y;
      turned += y * y;
    }
    if (!(bend > 1e-12 * turned)) return;
    slot.weight = 1 / bend;
    this.#newest = at;
    this.#kept = Math.min(this.#kept + 1, this.#rules.memory);
  }

  /** The two-loop recursion: the direction from the slope and the remembered steps. */
  #aim(): void {
    const { memory } = this.#rules;
    const direction = this.#direction;
    direction.set(this.#slope);
    for (let back = 0; back < this.#kept; back++) {
      const at = (this.#newest - back + memory) % memory;
      const slot = this.#memory[at];
      if (slot === undefined) continue;
      const alpha = slot.weight * dot(slot.step, direction);
      this.#alpha[at] = alpha;
      add(direction, -alpha, slot.turn);
    }
    scale(direction, -this.#scaling());
    for (let back = this.#kept - 1; back >= 0; back--) {
      const at = (this.#newest - back + memory) % memory;
      const slot = this.#memory[at];
      if (slot === undefined) continue;
      add(direction, -(this.#alpha[at] ?? 0) - slot.weight * dot(slot.turn, direction), slot.step);
    }
  }

  #scaling(): number {
    const newest = this.#memory[this.#newest];
    if (this.#kept > 0 && newest !== undefined) return 1 / (newest.weight * dot(newest.turn, newest.turn));
    return this.#stride === 0 ? this.#rules.reach / largest(this.#slope) : 2 * this.#stride;
  }

  #forget(): void {
    this.#kept = 0;
    this.#stride = 0;
    this.#aim();
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

function add(to: Float64Array, factor: number, what: Float64Array): void {
  for (let i = 0; i < to.length; i++) to[i] = (to[i] ?? 0) + factor * (what[i] ?? 0);
}

function scale(what: Float64Array, factor: number): void {
  for (let i = 0; i < what.length; i++) what[i] = (what[i] ?? 0) * factor;
}

function norm(a: Float64Array): number {
  return Math.sqrt(dot(a, a));
}

function largest(a: Float64Array): number {
  let most = 0;
  for (let i = 0; i < a.length; i++) {
    const size = Math.abs(a[i] ?? 0);
    if (!(size <= most)) most = size;
  }
  return most;
}
