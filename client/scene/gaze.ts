/** Whom a robot looks at: who speaks first, else who stands nearest, as far as a neck turns. */
import type { AvatarDraw } from './flock.ts';
import type { Gaze } from './stance.ts';

/** How far one is noticed, and how far one is heard, m. */
const NOTICED = 5;
const HEARD = 14;
/** How far a head turns to each side, and beyond what angle nobody is followed, radians. */
const NECK = 1.15;
const BEHIND = 1.9;
const TILT = 0.5;

/** Where `who` turns the head for one of `others`; null when nobody is worth it. `speaks` says who is talking. */
export function gazeOf(
  who: AvatarDraw,
  others: readonly { readonly draw: AvatarDraw }[],
  speaks: (id: string) => boolean,
): Gaze | null {
  let best: AvatarDraw | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const { draw } of others) {
    if (draw.id === who.id) continue;
    const away = Math.hypot(draw.x - who.x, draw.z - who.z);
    const talks = away < HEARD && speaks(draw.id);
    if ((away > NOTICED && !talks) || away < 0.05) continue;
    const score = talks ? away - HEARD : away;
    if (score >= least || Math.abs(turnTo(who, draw)) > BEHIND) continue;
    least = score;
    best = draw;
  }
  if (best === null) return null;
  const away = Math.hypot(best.x - who.x, best.z - who.z);
  const pitch = Math.atan2(best.y - who.y, Math.max(0.5, away));
  return { yaw: clamp(turnTo(who, best), NECK), pitch: clamp(pitch, TILT) };
}

/** The turn from where `who` faces to `other`, −π … π, left positive. */
function turnTo(who: AvatarDraw, other: AvatarDraw): number {
  const yaw = Math.atan2(who.x - other.x, who.z - other.z) - who.yaw;
  return yaw - Math.PI * 2 * Math.round(yaw / (Math.PI * 2));
}

function clamp(value: number, most: number): number {
  return Math.min(most, Math.max(-most, value));
}
