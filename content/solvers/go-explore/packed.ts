/** Snapshots of a run as one short row of numbers each: a fifth of the memory, and exactly the same run. */
import type { CharacterState } from '#shared/physics/character.ts';
import type { RunSnapshot } from '#shared/physics/run.ts';

/** A snapshot as numbers and, where crates can move, the engine's bytes. */
export interface Packed {
  readonly numbers: readonly number[];
  readonly world: Uint8Array | null;
}

/** Loses nothing: every number is kept as it is. */
export function pack({ tick, goalTick, characters, mechanism, keys, tiles, world }: RunSnapshot): Packed {
  const numbers = [tick, goalTick, characters.length];
  for (const { at, motion, ground, checkpoint, falls, wall, pressing } of characters) {
    const flags = (motion.grounded ? 1 : 0) | (motion.held ? 2 : 0) | (motion.rising ? 4 : 0) | (pressing ? 8 : 0);
    numbers.push(at.x, at.y, at.z, motion.vx, motion.vy, motion.vz, flags, motion.coyote, motion.buffer);
    numbers.push(ground, checkpoint, falls, wall);
  }
  for (const list of [mechanism.live, mechanism.slid, mechanism.thrown, keys.holders, keys.opened, tiles])
    numbers.push(list.length, ...list);
  return { numbers, world };
}

/** The snapshot that was packed. */
export function unpack({ numbers, world }: Packed): RunSnapshot {
  let next = 0;
  const take = () => numbers[next++] ?? 0;
  const takeList = () => {
    const length = take();
    next += length;
    return numbers.slice(next - length, next);
  };
  const [tick, goalTick, count] = [take(), take(), take()];
  const characters: CharacterState[] = [];
  while (characters.length < count) characters.push(takeCharacter(take));
  const mechanism = { live: takeList(), slid: takeList(), thrown: takeList() };
  const keys = { holders: takeList(), opened: takeList() };
  return { tick, goalTick, characters, mechanism, keys, tiles: takeList(), world };
}

function takeCharacter(take: () => number): CharacterState {
  const at = { x: take(), y: take(), z: take() };
  const [vx, vy, vz, flags, coyote, buffer] = [take(), take(), take(), take(), take(), take()];
  const [grounded, held, rising] = [(flags & 1) !== 0, (flags & 2) !== 0, (flags & 4) !== 0];
  return {
    at,
    motion: { vx, vy, vz, grounded, coyote, buffer, held, rising },
    ground: take(),
    checkpoint: take(),
    falls: take(),
    wall: take(),
    pressing: (flags & 8) !== 0,
  };
}

/** Inputs as a string of one byte each, the smallest thing that keeps them. */
export function packInputs(inputs: readonly number[]): string {
  return String.fromCharCode(...inputs);
}
