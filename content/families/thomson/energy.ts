/** The energy of charges on the unit sphere: what the judge sums, and the same with its slope for whoever goes downhill. */
import type { Objective } from '#shared/maths/descent.ts';

/**
 * Σ qᵢ qⱼ / rᵢⱼ over all pairs, in the order of the points: only + − × ÷ and √, so the same bits everywhere. Infinite
 * where two points coincide.
 */
export function energyOf(points: Float64Array, charges: Float64Array): number {
  const count = charges.length;
  let energy = 0;
  for (let i = 1; i < count; i++) {
    const x = points[3 * i] ?? 0;
    const y = points[3 * i + 1] ?? 0;
    const z = points[3 * i + 2] ?? 0;
    let around = 0;
    for (let j = 0; j < i; j++) {
      const dx = x - (points[3 * j] ?? 0);
      const dy = y - (points[3 * j + 1] ?? 0);
      const dz = z - (points[3 * j + 2] ?? 0);
      around += (charges[j] ?? 0) / Math.sqrt(dx * dx + dy * dy + dz * dz);
    }
    energy += (charges[i] ?? 0) * around;
  }
  return energy;
}

/**
 * The energy as a function of free vectors that stand for their directions: no constraint is left, and the slope lies
 * along the sphere.
 */
export function energyObjective(charges: Float64Array): Objective {
  const count = charges.length;
  const unit = new Float64Array(3 * count);
  const lengths = new Float64Array(count);
  return (free, slope) => {
    for (let i = 0; i < count; i++) {
      const x = free[3 * i] ?? 0;
      const y = free[3 * i + 1] ?? 0;
      const z = free[3 * i + 2] ?? 0;
      const length = Math.sqrt(x * x + y * y + z * z);
      lengths[i] = length;
      unit[3 * i] = x / length;
      unit[3 * i + 1] = y / length;
      unit[3 * i + 2] = z / length;
    }
    const energy = repel(unit, charges, slope);
    for (let i = 0; i < count; i++) {
      const x = unit[3 * i] ?? 0;
      const y = unit[3 * i + 1] ?? 0;
      const z = unit[3 * i + 2] ?? 0;
      const gx = slope[3 * i] ?? 0;
      const gy = slope[3 * i + 1] ?? 0;
      const gz = slope[3 * i + 2] ?? 0;
      const outward = gx * x + gy * y + gz * z;
      const length = lengths[i] ?? 1;
      slope[3 * i] = (gx - outward * x) / length;
      slope[3 * i + 1] = (gy - outward * y) / length;
      slope[3 * i + 2] = (gz - outward * z) / length;
    }
    return energy;
  };
}

/** The energy of unit vectors; writes its slope in space. */
function repel(unit: Float64Array, charges: Float64Array, slope: Float64Array): number {
  slope.fill(0);
  let energy = 0;
  for (let i = 1; i < charges.length; i++) {
    const x = unit[3 * i] ?? 0;
    const y = unit[3 * i + 1] ?? 0;
    const z = unit[3 * i + 2] ?? 0;
    const charge = charges[i] ?? 0;
    let gx = 0;
    let gy = 0;
    let gz = 0;
    for (let j = 0, at = 0; j < i; j++, at += 3) {
      const dx = x - (unit[at] ?? 0);
      const dy = y - (unit[at + 1] ?? 0);
      const dz = z - (unit[at + 2] ?? 0);
      const near = 1 / (dx * dx + dy * dy + dz * dz);
      const pair = charge * (charges[j] ?? 0) * Math.sqrt(near);
      energy += pair;
      const force = pair * near;
      gx += force * dx;
      gy += force * dy;
      gz += force * dz;
      slope[at] = (slope[at] ?? 0) + force * dx;
      slope[at + 1] = (slope[at + 1] ?? 0) + force * dy;
      slope[at + 2] = (slope[at + 2] ?? 0) + force * dz;
    }
    slope[3 * i] = (slope[3 * i] ?? 0) - gx;
    slope[3 * i + 1] = (slope[3 * i + 1] ?? 0) - gy;
    slope[3 * i + 2] = (slope[3 * i + 2] ?? 0) - gz;
  }
  return energy;
}
