import { expect, test } from 'vitest';
import { Run } from '#shared/physics/run.ts';
import { TILE_TICKS } from '#shared/physics/tiles.ts';
import { go, hold, loadEngine, richYard, until } from './yard.ts';

const rapier = await loadEngine();
const floor = { at: [0, -32, 0], half: [64, 32, 64], yaw: 0 };
const tile = (holds: boolean) => ({ at: [0, -8, -144], half: [64, 8, 80], yaw: 0, holds, shown: 120 });

test('a tile that holds is floor', () => {
  const run = new Run(rapier, richYard({ boxes: [floor], tiles: [tile(true)] }));
  until(run, go('run'), () => run.at.z < -2.4);
  hold(run, 0, 300);
  expect({ falls: run.falls, grounded: run.motion.grounded, tiles: run.tiles }).toEqual({
    falls: 0,
    grounded: true,
    tiles: [],
  });
  run.free();
});

test('a tile that does not hold gives way a moment after the first step and comes back', () => {
  const run = new Run(rapier, richYard({ boxes: [floor], tiles: [tile(false)] }));
  until(run, go('run'), () => (run.tiles[0] ?? 0) > 0);
  const stepped = run.tick;
  until(run, 0, () => !run.motion.grounded);
  expect(run.tick - stepped).toBe(TILE_TICKS.gives);
  until(run, 0, () => run.falls === 1);
  until(run, 0, () => run.tiles[0] === 0);
  expect(run.tick - stepped).toBe(TILE_TICKS.back);
  until(run, go('run'), () => (run.tiles[0] ?? 0) > 0);
  run.free();
});

test('a crate on a tile falls with it', () => {
  const crate = { at: [0, 33, -200], half: [32, 32, 16], yaw: 0, mass: 20 };
  const run = new Run(rapier, richYard({ boxes: [floor], tiles: [tile(false)], crates: [crate] }));
  hold(run, 0, 120);
  expect(run.cratePose(0).at.y).toBeCloseTo(0.5, 1);
  until(run, go('run'), () => run.falls === 1);
  expect(run.cratePose(0).at.y).toBeLessThan(-2);
  run.free();
});
