import { expect, test } from 'vitest';
import { Run } from '#shared/physics/run.ts';
import { go, loadEngine, richYard } from './yard.ts';

const rapier = await loadEngine();
const wall = (x: number) => ({ at: [x, 320, 0], half: [16, 320, 128], yaw: 0 });

/** Presses jump whenever it hangs on a wall, steering to the wall it has not leapt from; the greatest height, m. */
function climb(more: object, ticks: number): number {
  const run = new Run(rapier, richYard(more));
  let top = 0;
  let byte = go('run', 8, true);
  for (let tick = 0; tick < ticks; tick++) {
    run.step(byte);
    top = Math.max(top, run.at.y);
    byte = go('run', run.characters[0]?.wall === 0 ? 24 : 8, tick % 6 < 3);
  }
  run.free();
  return top;
}

test('between two marked walls one climbs, from one alone or between plain ones not', () => {
  const walls = [wall(-80), wall(80)];
  expect(climb({ grips: walls }, 400)).toBeGreaterThan(6);
  expect(climb({ grips: [wall(-80)] }, 400)).toBeLessThan(4.5);
  const boxes = [{ at: [0, -32, -3200], half: [640, 32, 3840], yaw: 0 }, ...walls];
  expect(climb({ boxes }, 400)).toBeLessThan(2.5);
});

test('one slides slowly down a marked wall and leaves it at a run when leaping', () => {
  const run = new Run(rapier, richYard({ grips: [wall(-60)] }));
  for (let tick = 0; tick < 20; tick++) run.step(go('run', 8, true));
  for (let tick = 0; tick < 25 && !run.motion.grounded; tick++) {
    run.step(go('run', 8));
    expect(run.motion.vy).toBeGreaterThan(-3.6);
  }
  run.free();
  const leaping = new Run(rapier, richYard({ grips: [wall(-60)] }));
  for (let tick = 0; tick < 20; tick++) leaping.step(go('run', 8, true));
  leaping.step(go('run', 8));
  leaping.step(go('run', 24, true));
  expect(leaping.motion.vx).toBeGreaterThan(4);
  expect(leaping.motion.vy).toBeGreaterThan(6);
  expect(leaping.characters[0]?.wall).toBe(0);
  leaping.free();
});
