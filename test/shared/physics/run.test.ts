import { expect, test } from 'vitest';
import { Rng } from '#shared/base/rng.ts';
import { digestOf } from '#shared/physics/digest.ts';
import { provingGround, provingTape } from '#shared/physics/proving-ground.ts';
import { replay } from '#shared/physics/replay.ts';
import { richGround } from '#shared/physics/rich-ground.ts';
import { Run, type RunSnapshot } from '#shared/physics/run.ts';
import type { Scene } from '#shared/physics/scene.ts';
import { randomYard } from './random-yard.ts';
import { go, hold, loadEngine, until, yard } from './yard.ts';

const rapier = await loadEngine();

const SCENES: readonly (readonly [string, Scene])[] = [
  ['crates', provingGround()],
  ['no crates', { ...provingGround(), crates: [] }],
  ['everything and two characters', richGround()],
  ...Array.from({ length: 4 }, (_, seed) => [`random pieces ${seed}`, randomYard(new Rng(`yard${seed}`))] as const),
];

test.each(SCENES)('a run with %s comes back to any snapshot and goes on to the same digests', (_, scene) => {
  const tape = provingTape().slice(0, 900);
  const bytesAt = (tick: number) => scene.starts.map((_, who) => tape[(tick + 211 * who) % tape.length] ?? 0);
  const straight = new Run(rapier, scene);
  const other = new Run(rapier, scene);
  const saved: RunSnapshot[] = [];
  const digests: string[] = [];
  for (const tick of tape.keys()) {
    if (tick % 97 === 0) saved.push(straight.snapshot());
    straight.step(...bytesAt(tick));
    digests.push(digestOf(straight));
  }
  const rng = new Rng('restores');
  for (let round = 0; round < 10; round++) {
    const snapshot = rng.pick(saved);
    other.restore(snapshot);
    for (let left = 100; left > 0 && other.tick < tape.length; left--) {
      const at = other.tick;
      other.step(...bytesAt(at));
      expect(digestOf(other)).toBe(digests[at]);
    }
  }
  straight.free();
  other.free();
});

test('a touched hazard and a fall lead back to the last checkpoint while the clock runs on', () => {
  const scene = yard({
    boxes: [{ at: [0, -32, -320], half: [128, 32, 640], yaw: 0 }],
    checkpoints: [{ at: [0, 64, -320], half: [128, 64, 16], yaw: 0 }],
    hazards: [{ half: [128, 16, 16], yaw: 0, path: [{ at: [0, 16, -640], ticks: 1 }] }],
  });
  const run = new Run(rapier, scene);
  until(run, go('run'), () => run.falls === 1);
  expect(run.checkpoint).toBe(1);
  expect(run.at.z).toBeCloseTo(-5, 2);
  const { tick } = run;
  until(run, go('run', 8), () => run.falls === 2);
  expect(run.at.z).toBeCloseTo(-5, 2);
  expect(run.tick).toBeGreaterThan(tick);
  run.free();
});

test('checkpoints count in their order only, and the goal only after all of them', () => {
  const zone = (z: number) => ({ at: [0, 64, z], half: [256, 64, 16], yaw: 0 });
  const run = new Run(rapier, yard({ checkpoints: [zone(-640), zone(-320)], goal: zone(-960) }));
  hold(run, go('run'), 190);
  expect({ z: run.at.z < -16, checkpoint: run.checkpoint, goal: run.goalTick }).toEqual({
    z: true,
    checkpoint: 1,
    goal: -1,
  });
  hold(run, go('run', 16), 180);
  expect(run.checkpoint).toBe(2);
  until(run, go('run'), () => run.over);
  expect(run.goalTick).toBe(run.tick);
  run.free();
});

test('a lever opens its door for its time, a plate as long as a crate rests on it', () => {
  const door = { at: [0, 96, -640], half: [600, 96, 16], yaw: 0, slide: [0, 192, 0], travel: 20, need: 1 };
  const lever = { at: [40, 32, 0], half: [12, 32, 12], yaw: 0, press: 'use', doors: [0], ticks: 90 };
  const run = new Run(rapier, yard({ doors: [door], buttons: [lever] }));
  hold(run, go('use'), 1);
  expect(run.mechanism.live).toEqual([90]);
  hold(run, 0, 60);
  expect(run.doorPlace(0).y).toBe(4.5);
  hold(run, 0, 60);
  expect(run.doorPlace(0).y).toBe(1.5);
  run.free();
  const plate = { at: [0, 4, -400], half: [48, 4, 48], yaw: 0, press: 'step', doors: [0], ticks: 5 };
  const crate = { at: [0, 40, -200], half: [40, 40, 40], yaw: 0, mass: 30 };
  const pushed = new Run(rapier, yard({ doors: [door], buttons: [plate], crates: [crate] }));
  until(pushed, go('run'), () => pushed.cratePose(0).at.z < -6);
  hold(pushed, go('run', 16), 300);
  expect(pushed.mechanism.slid).toEqual([20]);
  pushed.free();
});

test('a door that needs two live buttons opens for two and not for one', () => {
  const door = { at: [0, 96, -640], half: [600, 96, 16], yaw: 0, slide: [0, 192, 0], travel: 20, need: 2 };
  const at = (x: number, ticks: number) => ({
    at: [x, 32, 0],
    half: [12, 32, 12],
    yaw: 0,
    press: 'use',
    doors: [0],
    ticks,
  });
  const run = new Run(rapier, yard({ doors: [door], buttons: [at(40, 300), at(400, 300)] }));
  hold(run, go('use'), 40);
  expect(run.mechanism.slid).toEqual([0]);
  until(run, go('run', 24), () => run.at.x > 5);
  hold(run, go('use'), 40);
  expect(run.mechanism.slid).toEqual([20]);
  run.free();
});

test('a replay ends at the goal, at the end of the tape or at the last tick of the course', () => {
  const near = yard({ goal: { at: [0, 96, -320], half: [256, 96, 16], yaw: 0 } });
  const running = new Uint8Array(300).fill(go('run'));
  const reached = replay(rapier, near, running);
  expect(reached.ticks).toBe(reached.played);
  expect(replay(rapier, near, running.slice(0, 20))).toMatchObject({ ticks: null, played: 20 });
  expect(replay(rapier, yard({ maxTicks: 100 }), running)).toMatchObject({ ticks: null, played: 100 });
});
