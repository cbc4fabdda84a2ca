import { expect, test } from 'vitest';
import { FEEL, SOLE } from '#shared/physics/feel.ts';
import { Run } from '#shared/physics/run.ts';
import { go, hold, loadEngine, until, yard } from './yard.ts';

const rapier = await loadEngine();
const soles = (run: Run) => run.at.y - SOLE - FEEL.skin;

function withRun<T>(more: object, play: (run: Run) => T): T {
  const run = new Run(rapier, yard(more));
  try {
    return play(run);
  } finally {
    run.free();
  }
}

test('it is at full speed after an eighth of a second and never stalls on level ground', () => {
  withRun({}, (run) => {
    hold(run, go('run'), 8);
    let last = run.at.z;
    hold(run, go('run'), 600, () => {
      expect(last - run.at.z).toBeCloseTo(FEEL.runSpeed / 60, 4);
      expect(run.motion.grounded).toBe(true);
      last = run.at.z;
    });
  });
});

test('a running jump rises 1.38 m and carries 4.2 m; a tapped one is a hop', () => {
  const jump = (held: number) =>
    withRun({}, (run) => {
      hold(run, go('run'), 60);
      const from = run.at.z;
      let top = 0;
      for (let tick = 0; tick === 0 || !run.motion.grounded; tick++) {
        run.step(go('run', 0, tick < held));
        top = Math.max(top, soles(run));
      }
      return { top, reach: from - run.at.z };
    });
  const full = jump(60);
  expect(full.top).toBeGreaterThan(1.35);
  expect(full.top).toBeLessThan(1.42);
  expect(full.reach).toBeCloseTo(4.2, 1);
  expect(jump(3).top).toBeLessThan(0.85);
});

test('a jump a little after the edge still counts, a late one does not', () => {
  const leap = (late: number) =>
    withRun({ boxes: [{ at: [0, -32, -320], half: [128, 32, 448], yaw: 0 }] }, (run) => {
      until(run, go('run'), () => !run.motion.grounded);
      hold(run, go('run'), late);
      run.step(go('run', 0, true));
      return run.motion.vy > 5;
    });
  expect(leap(FEEL.coyoteTicks - 2)).toBe(true);
  expect(leap(FEEL.coyoteTicks + 2)).toBe(false);
});

test('a jump pressed a little before landing is kept', () => {
  withRun({}, (run) => {
    hold(run, go('idle', 0, true), 20);
    until(run, go('idle'), () => run.motion.vy < -6 && soles(run) < 0.5);
    run.step(go('idle', 0, true));
    expect(run.motion.grounded).toBe(false);
    let again = false;
    hold(run, go('idle', 0, true), FEEL.jumpBufferTicks, () => {
      again ||= run.motion.vy > 5;
    });
    expect(again).toBe(true);
  });
});

test.each([
  [0.125, true],
  [0.34375, true],
  [0.625, false],
])('a step of %d m is taken without a jump: %s', (height, taken) => {
  const box = { at: [0, height * 32, -960], half: [640, height * 32, 640], yaw: 0 };
  const more = { boxes: [{ at: [0, -32, -3200], half: [640, 32, 3840], yaw: 0 }, box] };
  withRun(more, (run) => {
    hold(run, go('run'), 120);
    expect(soles(run)).toBeCloseTo(taken ? height : 0, 2);
  });
});

test.each([
  [40, true],
  [60, false],
])('a slope of %d degrees is walked up: %s', (degrees, climbed) => {
  const high = Math.round(128 * Math.tan((degrees * Math.PI) / 180));
  withRun({ ramps: [{ at: [0, high, -640], half: [256, high, 128], yaw: 12 }] }, (run) => {
    let top = 0;
    hold(run, go('run'), 130, () => {
      top = Math.max(top, soles(run));
    });
    expect(top > (high / 32) * 0.9).toBe(climbed);
  });
});

test('a wall stops it and lets it slide along', () => {
  withRun(
    {
      boxes: [
        { at: [0, -32, 0], half: [3200, 32, 3200], yaw: 0 },
        { at: [0, 64, -256], half: [3000, 64, 16], yaw: 0 },
      ],
    },
    (run) => {
      hold(run, go('run'), 120);
      expect(run.at.z).toBeGreaterThan(-3.75 + FEEL.radius);
      expect(Math.abs(run.motion.vz)).toBeLessThan(0.5);
      const { x } = run.at;
      hold(run, go('run', 4), 60);
      expect(x - run.at.x).toBeGreaterThan(3);
    },
  );
});

test('a platform carries whoever stands on it, sideways, up and down', () => {
  const path = [
    { at: [0, -16, 0], ticks: 120 },
    { at: [320, -16, 0], ticks: 60 },
    { at: [320, 200, 0], ticks: 60 },
    { at: [320, -16, 0], ticks: 120 },
  ];
  withRun({ boxes: [], platforms: [{ half: [64, 16, 64], yaw: 0, path }] }, (run) => {
    hold(run, 0, 10);
    const left = run.at.x - run.platformPlace(0).x;
    hold(run, 0, 700, () => {
      expect(run.at.x - run.platformPlace(0).x).toBeCloseTo(left, 3);
      expect(soles(run) - run.platformPlace(0).y - 0.25).toBeCloseTo(0, 2);
    });
  });
});

test('a crate is pushed along the ground, a light one faster, and stops when nobody pushes', () => {
  const push = (mass: number) =>
    withRun({ crates: [{ at: [0, 40, -200], half: [40, 40, 40], yaw: 0, mass }] }, (run) => {
      hold(run, go('run'), 180);
      const pushed = run.cratePose(0).at.z;
      hold(run, 0, 60);
      expect(Math.abs(run.cratePose(0).velocity.z)).toBeLessThan(0.01);
      return -pushed - 3.125;
    });
  expect(push(20)).toBeGreaterThan(5);
  expect(push(20)).toBeGreaterThan(push(120) + 2);
  expect(push(120)).toBeGreaterThan(1);
});
