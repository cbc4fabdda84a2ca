import { expect, test } from 'vitest';
import { Run } from '#shared/physics/run.ts';
import { go, hold, loadEngine, richYard } from './yard.ts';

const rapier = await loadEngine();
const wind = (push: readonly number[], more: object = {}) => ({
  at: [0, 256, -3200],
  half: [640, 256, 3840],
  yaw: 0,
  push,
  period: 1,
  on: 1,
  phase: 0,
  ...more,
});

function after(more: object, byte: number, ticks: number) {
  const run = new Run(rapier, richYard(more));
  hold(run, byte, ticks);
  const { at, motion } = run;
  run.free();
  return { ...at, ...motion };
}

test('wind drags along the ground and carries a jump further', () => {
  const still = after({ winds: [wind([20 * 64, 0, 0])] }, 0, 60);
  expect(still.x).toBeGreaterThan(1);
  expect(still.x).toBeLessThan(2);
  const jumped = after({ winds: [wind([20 * 64, 0, 0])] }, go('idle', 0, true), 40);
  expect(jumped.x).toBeGreaterThan(1.5 * (still.x * (40 / 60)));
  const run = (push: number) => after({ winds: [wind([0, 0, push * 64])] }, go('run'), 60).z;
  expect(run(20)).toBeGreaterThan(run(0) + 1);
  expect(run(-20)).toBeLessThan(run(0) - 1);
});

test('a strong updraught lifts off the ground, not faster than it may', () => {
  const high = after({ winds: [wind([0, 50 * 64, 0])] }, 0, 60);
  expect(high.y).toBeGreaterThan(4);
  expect(high.vy).toBeLessThanOrEqual(9);
  expect(after({ winds: [wind([0, 15 * 64, 0])] }, 0, 60).grounded).toBe(true);
});

test('a gust blows only in its part of the period', () => {
  const gust = wind([0, 0, 30 * 64], { period: 100, on: 30, phase: 0 });
  const run = new Run(rapier, richYard({ winds: [gust] }));
  const moved: number[] = [];
  let last = run.at.z;
  hold(run, 0, 200, () => {
    if (run.at.z - last > 0.01) moved.push(run.tick);
    last = run.at.z;
  });
  expect(moved.every((tick) => tick % 100 < 45)).toBe(true);
  expect(moved.length).toBeGreaterThan(50);
  run.free();
});
