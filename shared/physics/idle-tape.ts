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
  const bytes = encodeTape(new Uint8Array(Math.min(TICKS, longest(instance))));
  const many = startsOf(instance);
  return many === 1 ? { kind: 'tape', bytes } : { kind: 'tapes', tapes: Array.from({ length: many }, () => bytes) };
}

function startsOf(instance: CanonicalValue): number {
  if (typeof instance !== 'object' || instance === null || Array.isArray(instance)) return 1;
  for (const [key, value] of Object.entries(instance)) {
    if (key === 'starts' && Array.isArray(value)) return value.length;
    if (key === 'scene' && value !== undefined) return startsOf(value);
  }
  return 1;
}

function longest(instance: CanonicalValue): number {
  if (typeof instance !== 'object' || instance === null || Array.isArray(instance)) return TICKS;
  for (const [key, value] of Object.entries(instance)) {
    if (key === 'maxTicks' && typeof value === 'number') return value;
    if (key === 'scene' && value !== undefined) return longest(value);
  }
  return TICKS;
}
