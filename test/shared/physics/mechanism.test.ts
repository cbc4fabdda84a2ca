import { expect, test } from 'vitest';
import { Run } from '#shared/physics/run.ts';
import { go, hold, loadEngine, richYard, until } from './yard.ts';

const rapier = await loadEngine();
const door = { at: [0, 96, -640], half: [600, 96, 16], yaw: 0, slide: [0, 192, 0], travel: 20, need: 1 };
const lever = (more: object = {}) => ({ at: [40, 32, 0], half: [12, 32, 12], yaw: 0, doors: [0], shuts: [], ...more });

test('a lever stays as it was left and is thrown back by the next press, not by holding the key', () => {
  const run = new Run(rapier, richYard({ doors: [door], levers: [lever()] }));
  hold(run, go('use'), 200);
  expect({ thrown: run.mechanism.thrown, slid: run.mechanism.slid }).toEqual({ thrown: [1], slid: [20] });
  hold(run, 0, 400);
  expect(run.mechanism.slid).toEqual([20]);
  hold(run, go('use'), 40);
  expect({ thrown: run.mechanism.thrown, slid: run.mechanism.slid }).toEqual({ thrown: [0], slid: [0] });
  run.free();
});

test('a lever out of reach, or used in the air, is not thrown', () => {
  const run = new Run(rapier, richYard({ doors: [door], levers: [lever({ at: [200, 32, 0] })] }));
  hold(run, go('use'), 20);
  expect(run.mechanism.thrown).toEqual([0]);
  run.free();
  const near = new Run(rapier, richYard({ doors: [door], levers: [lever()] }));
  hold(near, go('idle', 0, true), 5);
  hold(near, go('use'), 10);
  expect(near.mechanism.thrown).toEqual([0]);
  near.free();
});

test('a door with two levers needs both, and one that a lever shuts stays shut while it is on', () => {
  const levers = [lever(), lever({ at: [-40, 32, 0], shuts: [1] })];
  const doors = [
    { ...door, need: 2 },
    { ...door, at: [0, 96, -800] },
  ];
  const clocks = [{ period: 10, on: 10, phase: 0, doors: [1] }];
  const run = new Run(rapier, richYard({ doors, levers, clocks }));
  hold(run, 0, 40);
  expect(run.mechanism.slid).toEqual([0, 20]);
  hold(run, go('use'), 40);
  expect(run.mechanism.slid).toEqual([20, 0]);
  until(run, go('run', 24), () => run.at.x > 1);
  hold(run, go('use'), 40);
  expect({ thrown: run.mechanism.thrown, slid: run.mechanism.slid }).toEqual({ thrown: [0, 1], slid: [0, 0] });
  run.free();
});

test('a clock opens its door in its part of every period', () => {
  const clocks = [{ period: 90, on: 30, phase: 60, doors: [0] }];
  const run = new Run(rapier, richYard({ doors: [{ ...door, travel: 1 }], clocks }));
  const open: number[] = [];
  hold(run, 0, 200, () => {
    if (run.mechanism.slid[0] === 1) open.push(run.tick);
  });
  expect(open).toEqual([
    ...Array.from({ length: 30 }, (_, k) => 30 + k),
    ...Array.from({ length: 30 }, (_, k) => 120 + k),
  ]);
  run.free();
});
