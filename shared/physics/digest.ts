/** The canonical digest of a run's state: float32 numbers in one order, −0 written as 0, SHA-256. */
import { type Hash, sha256 } from '#shared/base/hash.ts';
import type { CharacterState } from './character.ts';
import type { Run } from './run.ts';
import { SCENE_FORM } from './scene.ts';

/** SHA-256 of the canonical state of a run; the same in every engine. */
export function digestOf(run: Run): Hash {
  const numbers = canonicalState(run);
  const view = new DataView(new ArrayBuffer(numbers.length * 4));
  for (const [index, value] of numbers.entries()) view.setFloat32(index * 4, value === 0 ? 0 : value, true);
  return sha256(new Uint8Array(view.buffer));
}

/** Plain scenes keep the order they always had; what only richer ones have comes after it. */
function canonicalState(run: Run): readonly number[] {
  const { mechanism, scene, characters, keys, tiles } = run;
  const [first, ...others] = characters;
  const numbers = [run.tick, first?.checkpoint ?? 0, run.goalTick, first?.falls ?? 0];
  if (first !== undefined) pushCharacter(numbers, first);
  numbers.push(...mechanism.live, ...mechanism.slid);
  for (const index of scene.platforms.keys()) pushPlace(numbers, run.platformPlace(index));
  for (const index of scene.crates.keys()) {
    const { at: place, velocity } = run.cratePose(index);
    pushPlace(numbers, place);
    pushPlace(numbers, velocity);
  }
  if (scene.form === SCENE_FORM) return numbers;
  for (const other of others) {
    numbers.push(other.checkpoint, other.falls);
    pushCharacter(numbers, other);
  }
  for (const { wall, pressing } of characters) numbers.push(wall, pressing ? 1 : 0);
  numbers.push(...mechanism.thrown, ...keys.holders, ...keys.opened, ...tiles);
  return numbers;
}

function pushCharacter(numbers: number[], { at, motion, ground }: CharacterState): void {
  const flags = (motion.grounded ? 1 : 0) + (motion.held ? 2 : 0) + (motion.rising ? 4 : 0);
  pushPlace(numbers, at);
  numbers.push(motion.vx, motion.vy, motion.vz, flags, motion.coyote, motion.buffer, ground);
}

function pushPlace(numbers: number[], { x, y, z }: { readonly x: number; readonly y: number; readonly z: number }) {
  numbers.push(x, y, z);
}
