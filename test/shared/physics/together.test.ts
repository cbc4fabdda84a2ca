import { expect, test } from 'vitest';
import { digestOf } from '#shared/physics/digest.ts';
import { replay } from '#shared/physics/replay.ts';
import { Run } from '#shared/physics/run.ts';
import { go, loadEngine, richYard } from './yard.ts';

const rapier = await loadEngine();
const starts = [
  { at: [-128, 0, 0], yaw: 0 },
  { at: [128, 0, 0], yaw: 0 },
];
const goal = { at: [0, 96, -640], half: [320, 96, 96], yaw: 0 };
/** Ends inside the goal. */
const running = new Uint8Array(100).fill(go('run'));

test('the goal counts once all are in it, and the time is the last one’s', () => {
  const scene = richYard({ starts, goal });
  const late = Uint8Array.from([...new Uint8Array(50), ...running]);
  const together = replay(rapier, scene, running, running).ticks ?? 0;
  expect(together).toBeGreaterThan(0);
  expect(replay(rapier, scene, running, late).ticks).toBe(together + 50);
  expect(replay(rapier, scene, running).ticks).toBeNull();
});

test('one holds the door open for the other, who goes through first', () => {
  const door = { at: [128, 96, -320], half: [64, 96, 16], yaw: 0, slide: [0, 192, 0], travel: 10, need: 1 };
  const plate = { at: [-128, 4, -128], half: [48, 4, 48], yaw: 0, press: 'step', doors: [0], ticks: 2 };
  const wall = { at: [-228, 96, -320], half: [292, 96, 16], yaw: 0 };
  const other = { at: [356, 96, -320], half: [164, 96, 16], yaw: 0 };
  const boxes = [{ at: [0, -32, -3200], half: [640, 32, 3840], yaw: 0 }, wall, other];
  const run = new Run(rapier, richYard({ starts, boxes, doors: [door], buttons: [plate] }));
  const one = () => ((run.characters[0]?.at.z ?? 0) > -1.8 ? go('run') : 0);
  for (let tick = 0; tick < 200; tick++) run.step(one(), go('run'));
  expect(run.characters[1]?.at.z).toBeLessThan(-8);
  const alone = new Run(rapier, richYard({ starts, boxes, doors: [door], buttons: [plate] }));
  for (let tick = 0; tick < 200; tick++) alone.step(0, go('run'));
  expect(alone.characters[1]?.at.z).toBeGreaterThan(-5);
  run.free();
  alone.free();
});

test('both push crates, each falls for itself, and the digest tells them apart', () => {
  const crates = [{ at: [128, 40, -200], half: [40, 40, 40], yaw: 0, mass: 30 }];
  const scene = richYard({ starts, crates, boxes: [{ at: [0, -32, -320], half: [300, 32, 448], yaw: 0 }] });
  const run = new Run(rapier, scene);
  for (let tick = 0; tick < 100; tick++) run.step(go('run', 8), go('run'));
  expect(run.cratePose(0).at.z).toBeLessThan(-3.4);
  expect(run.characters.map(({ falls }) => falls)).toEqual([1, 0]);
  const swapped = new Run(rapier, scene);
  for (let tick = 0; tick < 100; tick++) swapped.step(go('run'), go('run', 8));
  expect(digestOf(swapped)).not.toBe(digestOf(run));
  run.free();
  swapped.free();
});

test('only one of two carries a key, and the other cannot take it', () => {
  const keys = [{ at: [-128, 48, -100] }];
  const run = new Run(rapier, richYard({ starts, keys }));
  for (let tick = 0; tick < 100; tick++) run.step(go('run'), go('run', tick < 40 ? 8 : 0));
  expect(run.keys.holders).toEqual([0]);
  run.free();
});
