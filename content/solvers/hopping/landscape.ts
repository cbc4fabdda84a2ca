/** What a hopping search walks over: a way down from any arrangement on the sphere, and a height to compare by. */

/** One way down, a few steps at a time. */
export interface WayDown {
  /** A few milliseconds of descent. */
  next(): void;
  readonly done: boolean;
  /** Where it stands: unit vectors. */
  point(): Float64Array;
}

/** The ground of one instance. Lower is better whatever the family counts. */
export interface Landscape {
  /** One weight a beacon; beacons of the same weight may change places. */
  readonly weights: Float64Array;
  /** A way down; a `local` one starts near a resting place and need not move the whole sphere first. */
  descend(start: Float64Array, local: boolean): WayDown;
  height(points: Float64Array): number;
  /** As low as it gets without leaving the hollow. */
  settle(points: Float64Array): Float64Array;
  /** A hollow not yet settled may be this much above the best and still turn out below it. */
  readonly slack: number;
  /** How near the best conceivable a height is, 0 … 1. */
  progress(height: number): number;
  /** How much worse a neighbouring hollow may be and still be gone to, in heights. */
  readonly warmth: number;
}
