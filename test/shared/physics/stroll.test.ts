import { expect, test } from 'vitest';
import { Engine } from '#shared/physics/engine.ts';
import { FEEL, SOLE } from '#shared/physics/feel.ts';
import { encodeInput } from '#shared/physics/input.ts';
import { Run } from '#shared/physics/run.ts';
import { parseScene, SCENE_FORM } from '#shared/physics/scene.ts';
import { type Ground, placeStroller, type Stroller, SWIM_DEPTH, stroll, strollTick } from '#shared/physics/stroll.ts';

const RUN_NORTH = encodeInput({ heading: 0, gait: 'run', jump: false });
const LEAP_NORTH = encodeInput({ heading: 0, gait: 'run', jump: true });
const RUN_EAST = encodeInput({ heading: 24, gait: 'run', jump: false });
const JUMP = encodeInput({ heading: 0, gait: 'idle', jump: true });

function land(heightAt: (x: number, z: number) => number, parts: Partial<Ground> = {}): Ground {
  return { supportAt: heightAt, pushOut: () => false, seaLevel: -50, edge: 100, ...parts };
}
const level = land(() => 0);

function play(who: Stroller, bytes: readonly number[], ground: Ground): { top: number; airborneAt: number[] } {
  let top = who.y;
  const airborneAt: number[] = [];
  for (const byte of bytes) {
    stroll(who, byte, ground);
    top = Math.max(top, who.y);
    if (!who.grounded) airborneAt.push(who.z);
  }
  return { top, airborneAt };
}

/** Highest rise and level reach of one full running jump, by a step of a sixtieth of a second. */
function measure(step: (byte: number) => { y: number; z: number; grounded: boolean }) {
  for (let tick = 0; tick < 60; tick++) step(RUN_NORTH);
  let last = { ...step(RUN_NORTH) };
  const from = last;
  let top = 0;
  let landed = false;
  for (let tick = 0; tick < 90 && !landed; tick++) {
    const now = step(LEAP_NORTH);
    top = Math.max(top, now.y - from.y);
    landed = tick > 5 && now.grounded;
    last = { ...now };
  }
  return { top, reach: from.z - last.z };
}

test('a jump in the shared world rises and reaches as far as one in a challenge, within 2 %', async () => {
  const rapier = await new Engine().load();
  const scene = parseScene({
    form: SCENE_FORM,
    maxTicks: 600,
    kill: -640,
    starts: [{ at: [0, 0, 0], yaw: 0 }],
    boxes: [{ at: [0, -64, 0], half: [4_000, 64, 4_000], yaw: 0 }],
    ramps: [],
    platforms: [],
    hazards: [],
    crates: [],
    buttons: [],
    doors: [],
    checkpoints: [],
    goal: { at: [3_000, 64, 3_000], half: [32, 32, 32], yaw: 0 },
  });
  const run = new Run(rapier, scene);
  const challenge = measure((byte) => {
    run.step(byte);
    return { y: run.at.y, z: run.at.z, grounded: run.motion.grounded };
  });
  run.free();
  const who = placeStroller(0, 0, 0, level);
  const world = measure((byte) => {
    strollTick(who, byte, level);
    return who;
  });
  expect(world.top / challenge.top).toBeGreaterThan(0.98);
  expect(world.top / challenge.top).toBeLessThan(1.02);
  expect(world.reach / challenge.reach).toBeGreaterThan(0.98);
  expect(world.reach / challenge.reach).toBeLessThan(1.02);
});

test('the same bytes give the same float32 state', () => {
  const bytes = Array.from({ length: 400 }, (_, i) => (i * 37 + (i >> 3)) & 255);
  const hills = land((x, z) => 0.3 * (x - Math.floor(x)) + 0.02 * z);
  const one = placeStroller(1, 2, 0.5, hills);
  const two = placeStroller(1, 2, 0.5, hills);
  play(one, bytes, hills);
  for (const byte of bytes) {
    stroll(two, byte, hills);
    const wire = new Float32Array([two.x, two.y, two.z, two.vx, two.vy, two.vz, two.yaw]);
    [two.x, two.y, two.z, two.vx, two.vy, two.vz, two.yaw] = wire as unknown as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
  }
  expect(two).toEqual(one);
});

test('a run goes at run speed and a wall of land stops it, letting it slide along', () => {
  const wall = land((x) => (x > 3 ? 4 : 0));
  const who = placeStroller(0, 0, 0, wall);
  play(who, Array(20).fill(RUN_NORTH), wall);
  expect(-who.vz).toBeCloseTo(FEEL.runSpeed, 5);
  play(who, Array(40).fill(RUN_EAST), wall);
  expect(who.x).toBeLessThan(3);
  expect(who.x).toBeGreaterThan(2.5);
  expect(who.y).toBe(0);
  const before = who.z;
  play(who, Array(20).fill(encodeInput({ heading: 28, gait: 'run', jump: false })), wall);
  expect(before - who.z).toBeGreaterThan(2);
});

test('a step is climbed without a jump, a ledge of a metre is not, and a jump takes it', () => {
  const ledge = (height: number) => land((_, z) => (z < -2 ? height : 0));
  const low = placeStroller(0, 0, 0, ledge(0.3));
  play(low, Array(20).fill(RUN_NORTH), ledge(0.3));
  expect(low.y).toBeCloseTo(0.3, 5);
  const high = placeStroller(0, 0, 0, ledge(1));
  play(high, Array(30).fill(RUN_NORTH), ledge(1));
  expect(high.y).toBe(0);
  play(high, [...Array(12).fill(LEAP_NORTH), ...Array(20).fill(RUN_NORTH)], ledge(1));
  expect(high.y).toBeCloseTo(1, 5);
});

test('coyote time forgives a late jump and the buffer keeps an early one', () => {
  const cliff = land((_, z) => (z < -2 ? -6 : 0));
  const late = placeStroller(0, 0, 0, cliff);
  let steps = 0;
  while (late.grounded && steps++ < 60) stroll(late, RUN_NORTH, cliff);
  const at = late.y;
  stroll(late, LEAP_NORTH, cliff);
  expect(late.vy).toBeGreaterThan(0);
  expect(late.y).toBeGreaterThan(at);

  const early = placeStroller(0, 0, 0, level);
  play(early, [JUMP, ...Array(12).fill(0)], level);
  const { airborneAt } = play(early, [JUMP, ...Array(6).fill(0)], level);
  expect(airborneAt.length).toBeGreaterThan(0);
});

test('deep water carries and slows, and the edge of the island holds', () => {
  const sea = land((x) => (x > 5 ? -6 : 0.5), { seaLevel: 0, edge: 40 });
  const who = placeStroller(0, 0, 0, sea);
  play(who, Array(40).fill(RUN_EAST), sea);
  expect(who.y).toBeCloseTo(-SWIM_DEPTH, 4);
  const from = who.x;
  play(who, Array(20).fill(RUN_EAST), sea);
  expect(who.x - from).toBeLessThan(FEEL.runSpeed * 0.5);
  play(who, Array(400).fill(RUN_EAST), sea);
  expect(Math.hypot(who.x, who.z)).toBeLessThanOrEqual(40.0001);
  expect(who.vx).toBeLessThan(1);
});

test('the capsule has the height of the challenge character', () => {
  expect(2 * SOLE).toBeCloseTo(1.6, 9);
});
