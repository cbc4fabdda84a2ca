/** A run in which nobody touches a key, for courses of any family that is played by tape. */
import type { CanonicalValue } from '#shared/base/hash.ts';
import type { Hand, Payload } from '#shared/records/payload.ts';
import { SCENE_LIMITS } from './scene.ts';
import { encodeTape } from './tape.ts';

/** Standing still as long as any course may last shows whether platforms carry to the goal by themselves. */
const TICKS = SCENE_LIMITS.ticks;

/** Null for hands where doing nothing is no payload. The run is as long as the course allows. */
export function idleTape(hand: Hand, instance: CanonicalValue): Payload | null {
  if (hand !== 'tape') return null;
  return { kind: 'tape', bytes: encodeTape(new Uint8Array(Math.min(TICKS, longest(instance)))) };
}

function longest(instance: CanonicalValue): number {
  if (typeof instance !== 'object' || instance === null || Array.isArray(instance)) return TICKS;
  for (const [key, value] of Object.entries(instance)) {
    if (key === 'maxTicks' && typeof value === 'number') return value;
    if (key === 'scene' && value !== undefined) return longest(value);
  }
  return TICKS;
}
