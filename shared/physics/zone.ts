/** Boxes that turn about the upright axis only, and how an upright capsule meets them: exact, with + − × ÷ √ alone. */
import { FEEL } from './feel.ts';
import { type Place, UNIT_METRES } from './path.ts';
import type { Solid } from './scene.ts';
import { yawVector } from './turns.ts';

/** A box in metres with its turn; `at` may move. */
export interface Zone {
  readonly at: Place;
  readonly half: Readonly<Place>;
  readonly cos: number;
  readonly sin: number;
}

/** A piece of a scene as a zone in metres. */
export function zoneOf({ at, half, yaw }: Pick<Solid, 'half' | 'yaw'> & { readonly at: Solid['at'] }): Zone {
  return {
    at: { x: at[0] * UNIT_METRES, y: at[1] * UNIT_METRES, z: at[2] * UNIT_METRES },
    half: { x: half[0] * UNIT_METRES, y: half[1] * UNIT_METRES, z: half[2] * UNIT_METRES },
    ...yawVector(yaw),
  };
}

/** True when the character's capsule with its middle at `p`, grown by `reach` m, meets the zone. */
export function touches(zone: Zone, p: Readonly<Place>, reach = 0): boolean {
  const dx = p.x - zone.at.x;
  const dz = p.z - zone.at.z;
  const far = FEEL.radius + reach;
  const x = Math.max(Math.abs(dx * zone.cos - dz * zone.sin) - zone.half.x, 0);
  const z = Math.max(Math.abs(dx * zone.sin + dz * zone.cos) - zone.half.z, 0);
  const y = Math.max(Math.abs(p.y - zone.at.y) - zone.half.y - FEEL.halfCylinder, 0);
  return x * x + y * y + z * z < far * far;
}

/** True when the point (x, z) lies over the zone grown by `margin` m on every side. */
export function isOver(zone: Zone, x: number, z: number, margin: number): boolean {
  const dx = x - zone.at.x;
  const dz = z - zone.at.z;
  return (
    Math.abs(dx * zone.cos - dz * zone.sin) <= zone.half.x + margin &&
    Math.abs(dx * zone.sin + dz * zone.cos) <= zone.half.z + margin
  );
}

/** The shortest way, m, that brings the capsule at `p` out of the zone, written into `out`; false when it is out. */
export function wayOut(zone: Zone, p: Readonly<Place>, out: Place): boolean {
  if (!touches(zone, p)) return false;
  const dx = p.x - zone.at.x;
  const dz = p.z - zone.at.z;
  const lx = dx * zone.cos - dz * zone.sin;
  const lz = dx * zone.sin + dz * zone.cos;
  const gapX = FEEL.radius + zone.half.x - Math.abs(lx);
  const gapZ = FEEL.radius + zone.half.z - Math.abs(lz);
  const gapY = FEEL.radius + FEEL.halfCylinder + zone.half.y - Math.abs(p.y - zone.at.y);
  const pushX = gapX <= gapZ ? (lx < 0 ? -gapX : gapX) : 0;
  const pushZ = gapX <= gapZ ? 0 : lz < 0 ? -gapZ : gapZ;
  const up = gapY < Math.min(gapX, gapZ);
  out.x = up ? 0 : pushX * zone.cos + pushZ * zone.sin;
  out.z = up ? 0 : pushZ * zone.cos - pushX * zone.sin;
  out.y = up ? (p.y < zone.at.y ? -gapY : gapY) : 0;
  return true;
}
