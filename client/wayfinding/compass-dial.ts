/** Where on the compass strip a direction stands: angles clockwise from the north, the strip as shares of its width. */
import type { Point } from '#content/world/ways.ts';

const TURN = Math.PI * 2;
/** How much of the horizon the strip shows, radians. */
export const SPAN = (TURN * 5) / 12;

/** The four quarters, clockwise from the north. */
export const QUARTERS = ['north', 'east', 'south', 'west'] as const;
/** The eight directions that are said in words, clockwise from the north. */
export const DIRECTIONS = [
  'north',
  'north-east',
  'east',
  'south-east',
  'south',
  'south-west',
  'west',
  'north-west',
] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Clockwise from the north, 0 … 2π: north is −Z, east is +X. */
export function bearingOf(from: Point, to: Point): number {
  return turned(Math.atan2(to.x - from.x, from.z - to.z));
}

/** Where the eye looks, from the camera's yaw, which grows to the left. */
export function headingOfYaw(yaw: number): number {
  return turned(-yaw);
}

/** −0.5 at the left edge … 0.5 at the right edge; beyond them where it is not in view, at most 0.5 turns away. */
export function shareOf(bearing: number, heading: number): number {
  const off = bearing - heading;
  return (off - TURN * Math.round(off / TURN)) / SPAN;
}

/** True where a share lies on the strip. */
export function isInView(share: number): boolean {
  return Math.abs(share) <= 0.5;
}

/** The nearest of the eight directions. */
export function directionOf(bearing: number): Direction {
  return DIRECTIONS[Math.round(turned(bearing) / (TURN / 8)) % 8] ?? 'north';
}

function turned(angle: number): number {
  return angle - TURN * Math.floor(angle / TURN);
}
