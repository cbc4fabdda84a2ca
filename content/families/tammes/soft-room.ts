/** The least room made smooth: high powers of it push the tightest pairs apart, the higher the more exactly. */

import type { Objective } from '#shared/maths/descent.ts';
import { ln } from '#shared/maths/deterministic.ts';

/** A pair whose share is below e to this power counts for nothing. */
const FORGOTTEN = 40;

/**
 * ln(Σ room⁻ᵖ) / p over all pairs, p = 2 to the power `doublings`: falls as the least room grows, and tends to its
 * −ln. A function of free vectors that stand for their directions.
 */
export function softRoom(sizes: Float64Array, doublings: number): Objective {
  const count = sizes.length;
  const power = 2 ** doublings;
  const unit = new Float64Array(3 * count);
  const lengths = new Float64Array(count);
  const rooms = new Float64Array((count * (count - 1)) / 2);
  return (free, slope) => {
    toUnit(free, unit, lengths);
    const least = measure(unit, sizes, rooms);
    // (1 + FORGOTTEN / p)^p ≥ e^FORGOTTEN would hold for p → ∞ only; twice that is safe from p = FORGOTTEN on.
    const most = power < FORGOTTEN ? Number.POSITIVE_INFINITY : least * (1 + (2 * FORGOTTEN) / power);
    slope.fill(0);
    let sum = 0;
    for (let i = 1, pair = 0; i < count; i++)
      for (let j = 0; j < i; j++, pair++) {
        const room = rooms[pair] ?? 0;
        if (room > most) continue;
        let share = least / room;
        for (let doubled = 0; doubled < doublings; doubled++) share *= share;
        sum += share;
        const size = (sizes[i] ?? 1) + (sizes[j] ?? 1);
        push(unit, slope, i, j, (8 * share) / (room * size * size));
      }
    alongSphere(unit, lengths, slope, 1 / sum);
    return ln(sum) / power - ln(least);
  };
}

/** Writes the room of every pair and gives the least. */
function measure(unit: Float64Array, sizes: Float64Array, rooms: Float64Array): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 1, pair = 0; i < sizes.length; i++) {
    const x = unit[3 * i] ?? 0;
    const y = unit[3 * i + 1] ?? 0;
    const z = unit[3 * i + 2] ?? 0;
    const own = sizes[i] ?? 1;
    for (let j = 0, at = 0; j < i; j++, at += 3, pair++) {
      const dx = x - (unit[at] ?? 0);
      const dy = y - (unit[at + 1] ?? 0);
      const dz = z - (unit[at + 2] ?? 0);
      const size = own + (sizes[j] ?? 1);
      const room = (4 * (dx * dx + dy * dy + dz * dz)) / (size * size);
      rooms[pair] = room;
      if (room < least) least = room;
    }
  }
  return least;
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
