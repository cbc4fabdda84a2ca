/** Snapshots of a run as one short row of numbers each: a fifth of the memory, and exactly the same run. */
import type { RunSnapshot } from '#shared/physics/run.ts';

/** A snapshot as numbers and, where crates can move, the engine's bytes. */
export interface Packed {
  readonly numbers: readonly number[];
  readonly world: Uint8Array | null;
}

/** Loses nothing: every number is kept as it is. */
export function pack({ at, motion, mechanism, world, ...rest }: RunSnapshot): Packed {
  const flags = (motion.grounded ? 1 : 0) | (motion.held ? 2 : 0) | (motion.rising ? 4 : 0);
  const fixed = [rest.tick, at.x, at.y, at.z, motion.vx, motion.vy, motion.vz, flags, motion.coyote, motion.buffer];
  const stops = [rest.ground, rest.checkpoint, rest.goalTick, rest.falls, mechanism.live.length];
  return { numbers: [...fixed, ...stops, ...mechanism.live, ...mechanism.slid], world };
}

/** The snapshot that was packed. */
export function unpack({ numbers, world }: Packed): RunSnapshot {
  const [tick = 0, x = 0, y = 0, z = 0, vx = 0, vy = 0, vz = 0, flags = 0, coyote = 0, buffer = 0] = numbers;
  const [ground = -1, checkpoint = 0, goalTick = -1, falls = 0, buttons = 0] = numbers.slice(10, 15);
  const motion = { vx, vy, vz, grounded: (flags & 1) !== 0, coyote, buffer, held: (flags & 2) !== 0 };
  return {
    tick,
    at: { x, y, z },
    motion: { ...motion, rising: (flags & 4) !== 0 },
    ground,
    checkpoint,
    goalTick,
    falls,
    mechanism: { live: numbers.slice(15, 15 + buttons), slid: numbers.slice(15 + buttons) },
    world,
  };
}

/** Inputs as a string of one byte each, the smallest thing that keeps them. */
export function packInputs(inputs: readonly number[]): string {
  return String.fromCharCode(...inputs);
}
