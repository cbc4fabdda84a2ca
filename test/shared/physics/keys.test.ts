import { expect, test } from 'vitest';
import { keyPlace, SPENT } from '#shared/physics/keys.ts';
import { Run } from '#shared/physics/run.ts';
import { go, hold, loadEngine, richYard, until } from './yard.ts';

const rapier = await loadEngine();
const door = { at: [0, 96, -1800], half: [600, 96, 16], yaw: 0, slide: [0, 192, 0], travel: 20, need: 1 };
const lock = (key: number, z: number) => ({ at: [0, 48, z], half: [32, 48, 8], yaw: 0, key, doors: [0] });

test('a key is picked up by touch, opens its own lock for good, and is spent', () => {
  const scene = richYard({
    doors: [door],
    keys: [{ at: [0, 48, -200] }, { at: [400, 48, 0] }],
    locks: [lock(1, -400), lock(0, -800)],
  });
  const run = new Run(rapier, scene);
  until(run, go('run'), () => run.keys.holders[0] === 0);
  until(run, go('run'), () => run.at.z < -8);
  expect(run.keys.opened).toEqual([0, 0]);
  until(run, go('run'), () => run.keys.opened[1] === 1);
  expect(run.keys.holders).toEqual([SPENT, -1]);
  hold(run, go('idle'), 100);
  expect(run.mechanism.slid).toEqual([20]);
  run.free();
});

test('hands are full with one key, and a fall takes it back to its place', () => {
  const scene = richYard({
    doors: [door],
    boxes: [{ at: [0, -32, -320], half: [128, 32, 448], yaw: 0 }],
    keys: [{ at: [0, 48, -100] }, { at: [0, 48, -200] }],
    locks: [lock(0, -2000), lock(1, -2000)],
  });
  const run = new Run(rapier, scene);
  until(run, go('run'), () => run.at.z < -6);
  expect(run.keys.holders).toEqual([0, -1]);
  until(run, go('run'), () => run.falls === 1);
  expect(run.keys.holders).toEqual([-1, -1]);
  run.free();
});

test('a key is drawn at its place, over its carrier, or nowhere', () => {
  expect(keyPlace([64, 128, 0], -1, undefined)).toEqual({ x: 1, y: 2, z: 0 });
  expect(keyPlace([64, 128, 0], 0, { x: 5, y: 1, z: 5 })).toMatchObject({ x: 5, z: 5 });
  expect(keyPlace([64, 128, 0], SPENT, undefined)).toBeNull();
});
