/** The least room made smooth: high powers of it push the tightest pairs apart, the higher the more exactly. */

import type { Objective } from '#shared/maths/descent.ts';
import { ln } from '#shared/maths/deterministic.ts';
import { NearPairs } from './near-pairs.ts';

/** A pair whose share is below e to this power counts for nothing. */
const FORGOTTEN = 40;

/**
 * ln(Σ room⁻ᵖ) / p over all pairs, p = 2 to the power `doublings`: falls as the least room grows, and tends to its
 * −ln. A function of free vectors that stand for their directions.
 */
export function softRoom(sizes: Float64Array, doublings: number): Objective {
  const count = sizes.length;
  const power = 2 ** doublings;
  // A pair at (1 + FORGOTTEN / p) times the least room has a share of nearly e to the power −FORGOTTEN; twice is safe.
  const most = power < 2 * FORGOTTEN ? Number.POSITIVE_INFINITY : 1 + (2 * FORGOTTEN) / power;
  const unit = new Float64Array(3 * count);
  const lengths = new Float64Array(count);
  const near = new NearPairs(sizes, most);
  return (free, slope) => {
    toUnit(free, unit, lengths);
    const least = near.measure(unit);
    const { rooms, ends } = near;
    slope.fill(0);
    let sum = 0;
    for (let pair = 0; pair < near.count; pair++) {
      const room = rooms[pair] ?? 0;
      if (room > least * most) continue;
      let share = least / room;
      for (let doubled = 0; doubled < doublings; doubled++) share *= share;
      sum += share;
      const i = ends[2 * pair] ?? 0;
      const j = ends[2 * pair + 1] ?? 0;
      const size = (sizes[i] ?? 1) + (sizes[j] ?? 1);
      push(unit, slope, i, j, (8 * share) / (room * size * size));
    }
    alongSphere(unit, lengths, slope, 1 / sum);
    return ln(sum) / power - ln(least);
  };
}

/** Adds what pair `i`, `j` says to the slope: growing their distance lowers the value by `force` a unit. */
function push(unit: Float64Array, slope: Float64Array, i: number, j: number, force: number): void {
  for (let axis = 0; axis < 3; axis++) {
    const part = force * ((unit[3 * i + axis] ?? 0) - (unit[3 * j + axis] ?? 0));
    slope[3 * i + axis] = (slope[3 * i + axis] ?? 0) - part;
    slope[3 * j + axis] = (slope[3 * j + axis] ?? 0) + part;
  }
}

function toUnit(free: Float64Array, unit: Float64Array, lengths: Float64Array): void {
  for (let i = 0; i < lengths.length; i++) {
    const x = free[3 * i] ?? 0;
    const y = free[3 * i + 1] ?? 0;
    const z = free[3 * i + 2] ?? 0;
    const length = Math.sqrt(x * x + y * y + z * z);
    lengths[i] = length;
    unit[3 * i] = x / length;
    unit[3 * i + 1] = y / length;
    unit[3 * i + 2] = z / length;
  }
}

/** Takes the outward part away from the slope and scales it to the free vectors. */
function alongSphere(unit: Float64Array, lengths: Float64Array, slope: Float64Array, factor: number): void {
  for (let i = 0; i < lengths.length; i++) {
    const x = unit[3 * i] ?? 0;
    const y = unit[3 * i + 1] ?? 0;
    const z = unit[3 * i + 2] ?? 0;
    const gx = slope[3 * i] ?? 0;
    const gy = slope[3 * i + 1] ?? 0;
    const gz = slope[3 * i + 2] ?? 0;
    const outward = gx * x + gy * y + gz * z;
    const scale = factor / (lengths[i] ?? 1);
    slope[3 * i] = (gx - outward * x) * scale;
    slope[3 * i + 1] = (gy - outward * y) * scale;
    slope[3 * i + 2] = (gz - outward * z) * scale;
  }
}
