/** The canonical digest of a run's state: float32 numbers in one order, −0 written as 0, SHA-256. */
import { type Hash, sha256 } from '#shared/base/hash.ts';
import type { Run } from './run.ts';

/** SHA-256 of the canonical state of a run; the same in every engine. */
export function digestOf(run: Run): Hash {
  const numbers = canonicalState(run);
  const view = new DataView(new ArrayBuffer(numbers.length * 4));
  for (const [index, value] of numbers.entries()) view.setFloat32(index * 4, value === 0 ? 0 : value, true);
  return sha256(new Uint8Array(view.buffer));
}

function canonicalState(run: Run): readonly number[] {
  const { motion, at, mechanism, scene } = run;
  const flags = (motion.grounded ? 1 : 0) + (motion.held ? 2 : 0) + (motion.rising ? 4 : 0);
  const numbers = [run.tick, run.checkpoint, run.goalTick, run.falls, at.x, at.y, at.z];
  numbers.push(motion.vx, motion.vy, motion.vz, flags, motion.coyote, motion.buffer, run.ground);
  numbers.push(...mechanism.live, ...mechanism.slid);
  for (const index of scene.platforms.keys()) pushPlace(numbers, run.platformPlace(index));
  for (const index of scene.crates.keys()) {
    const { at: place, velocity } = run.cratePose(index);
    pushPlace(numbers, place);
    pushPlace(numbers, velocity);
  }
  return numbers;
}

function pushPlace(numbers: number[], { x, y, z }: { readonly x: number; readonly y: number; readonly z: number }) {
  numbers.push(x, y, z);
}
