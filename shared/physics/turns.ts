/** Whole fractions of a turn as exact numbers, so that no engine's own sine ever enters the law. */

/** cos(k/32 turn) for k = 0 … 8, to the last bit of a double. */
const COS_32 = [
  1,
  0.9807852804032304,
  0.9238795325112867,
  0.8314696123025452,
  Math.SQRT1_2,
  0.5555702330196023,
  0.38268343236508984,
  0.19509032201612833,
  0,
] as const;

/** cos(k/48 turn) for k = 0 … 12. */
const COS_48 = [
  1,
  0.9914448613738104,
  0.9659258262890683,
  0.9238795325112867,
  0.8660254037844387,
  0.7933533402912352,
  Math.SQRT1_2,
  0.6087614290087207,
  0.5,
  0.38268343236508984,
  0.25881904510252074,
  0.1305261922200517,
  0,
] as const;

/** The 32 headings a tape can hold. */
export const HEADINGS = 32;

/**
 * The level unit vector of heading `k` (1/32 turn about +Y, counted anticlockwise as seen from above: 0 is −Z, 8 is −X,
 * 16 is +Z, 24 is +X).
 */
export function headingVector(k: number): { readonly x: number; readonly z: number } {
  return { x: -sine(COS_32, k), z: -cosine(COS_32, k) };
}

/** The heading 0 … 31 nearest to the level direction (x, z); 0 for no direction. */
export function nearestHeading(x: number, z: number): number {
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < HEADINGS; k++) {
    const along = headingVector(k);
    const dot = along.x * x + along.z * z;
    if (dot > most + 1e-12) {
      most = dot;
      best = k;
    }
  }
  return best;
}

/** The turn of `yaw`/24 about +Y as a quaternion x, y, z, w. */
export function yawQuaternion(yaw: number): { x: number; y: number; z: number; w: number } {
  return { x: 0, y: sine(COS_48, yaw), z: 0, w: cosine(COS_48, yaw) };
}

/** cos and sin of `yaw`/24 turn. */
export function yawVector(yaw: number): { readonly cos: number; readonly sin: number } {
  return { cos: cosine(COS_48, yaw * 2), sin: sine(COS_48, yaw * 2) };
}

function cosine(quarter: readonly number[], k: number): number {
  const per = quarter.length - 1;
  const step = ((k % (4 * per)) + 4 * per) % (4 * per);
  if (step <= per) return quarter[step] ?? 0;
  if (step <= 2 * per) return -(quarter[2 * per - step] ?? 0);
  if (step <= 3 * per) return -(quarter[step - 2 * per] ?? 0);
  return quarter[4 * per - step] ?? 0;
}

function sine(quarter: readonly number[], k: number): number {
  return cosine(quarter, k - (quarter.length - 1));
}
