/** One small scene with every kind of piece and one fixed tape: what two engines must agree on to the last bit. */
import { digestOf } from './digest.ts';
import type { Engine } from './engine.ts';
import { encodeInput } from './input.ts';
import { Run } from './run.ts';
import { parseScene, SCENE_FORM, type Scene } from './scene.ts';

/** A yard with a floor, steps, a ramp, platforms, crates, a lever, a plate, doors, hazards and checkpoints. */
export function provingGround(): Scene {
  return parseScene({
    form: SCENE_FORM,
    maxTicks: 3600,
    kill: -512,
    starts: [{ at: [0, 0, 0], yaw: 0 }],
    goal: { at: [0, 96, -2400], half: [96, 96, 32], yaw: 0 },
    checkpoints: [{ at: [0, 96, -480], half: [256, 96, 32], yaw: 0 }],
    boxes: [
      { at: [0, -32, -256], half: [512, 32, 768], yaw: 0 },
      { at: [-128, 10, -256], half: [64, 10, 64], yaw: 2 },
      { at: [-128, 20, -320], half: [64, 20, 40], yaw: 2 },
      { at: [300, 64, -200], half: [16, 64, 200], yaw: 3 },
      { at: [0, -32, -2000], half: [256, 32, 512], yaw: 0 },
    ],
    ramps: [{ at: [160, 48, -384], half: [64, 48, 128], yaw: 12 }],
    platforms: [
      {
        half: [64, 16, 64],
        yaw: 0,
        path: [
          { at: [0, -16, -1100], ticks: 90 },
          { at: [0, -16, -1420], ticks: 120 },
        ],
      },
      {
        half: [48, 12, 48],
        yaw: 5,
        path: [
          { at: [200, 8, 100], ticks: 100 },
          { at: [200, 200, 100], ticks: 100 },
        ],
      },
    ],
    crates: [
      { at: [40, 40, -160], half: [40, 40, 40], yaw: 0, mass: 30 },
      { at: [44, 116, -160], half: [30, 30, 30], yaw: 3, mass: 20 },
      { at: [-200, 32, 64], half: [32, 32, 32], yaw: 1, mass: 60 },
    ],
    hazards: [
      {
        half: [24, 48, 24],
        yaw: 0,
        path: [
          { at: [-256, 48, -700], ticks: 80 },
          { at: [256, 48, -700], ticks: 80 },
        ],
      },
      { half: [64, 8, 16], yaw: 0, path: [{ at: [96, 8, -1800], ticks: 1 }] },
    ],
    buttons: [
      { at: [64, 32, -560], half: [12, 32, 12], yaw: 0, press: 'use', doors: [0], ticks: 240 },
      { at: [0, 4, -330], half: [48, 4, 48], yaw: 0, press: 'step', doors: [1], ticks: 30 },
    ],
    doors: [
      { at: [0, 96, -860], half: [128, 96, 12], yaw: 0, slide: [0, 190, 0], travel: 30, need: 1 },
      { at: [-220, 60, -330], half: [40, 60, 12], yaw: 4, slide: [90, 0, 0], travel: 20, need: 1 },
    ],
  });
}

/** 1,800 inputs from a little integer recurrence: runs, turns, jumps, pauses and presses in every direction. */
export function provingTape(): Uint8Array {
  const tape = new Uint8Array(1_800);
  let state = 20_261_122;
  for (let at = 0; at < tape.length; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const roll = state >>> 24;
    const gait = roll < 24 ? 'use' : roll < 40 ? 'idle' : roll < 64 ? 'walk' : 'run';
    const wander = (state >>> 16) & 7;
    const byte = encodeInput({ heading: (wander + 29) % 32, gait, jump: ((state >>> 12) & 3) === 0 });
    const end = at + 4 + ((state >>> 8) & 15);
    while (at < Math.min(end, tape.length)) tape[at++] = byte;
  }
  return tape;
}

/**
 * The digest after the fixed tape, which every character of the scene plays from another place on: the same in every
 * engine, and kept in test/golden.
 */
export async function goldenDigest(engine: Engine, scene = provingGround()): Promise<string> {
  const run = new Run(await engine.load(), scene);
  const tape = provingTape();
  try {
    for (const tick of tape.keys())
      run.step(...scene.starts.map((_, who) => tape[(tick + 611 * who) % tape.length] ?? 0));
    return digestOf(run);
  } finally {
    run.free();
  }
}
