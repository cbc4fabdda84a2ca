import { expect, test } from 'vitest';
import { InputClock } from '#client/net/input-clock.ts';
import { Prediction } from '#client/net/prediction.ts';
import { type Pose, RemoteTrack } from '#client/net/remote-track.ts';
import { ServerTime } from '#client/net/server-time.ts';
import { ISLAND_GROUND } from '#content/world/ground.ts';
import { encodeInput } from '#shared/physics/input.ts';
import { placeStroller, type Stroller, stroll } from '#shared/physics/stroll.ts';

const RUN = encodeInput({ heading: 3, gait: 'run', jump: false });
const LEAP = encodeInput({ heading: 3, gait: 'run', jump: true });
const start = () => placeStroller(0.66, 10.38, 0, ISLAND_GROUND);

/** What a float32 wire makes of a body. */
const overTheWire = (who: Stroller): Stroller => ({
  ...who,
  x: Math.fround(who.x),
  y: Math.fround(who.y),
  z: Math.fround(who.z),
});

test('a prediction that the server confirms late is never corrected', () => {
  const server = start();
  const own = new Prediction(start(), ISLAND_GROUND);
  const onTheWay: { seq: number; byte: number }[] = [];
  for (let seq = 1; seq <= 300; seq++) {
    const byte = seq % 40 < 3 ? LEAP : seq % 60 < 45 ? RUN : 0;
    own.step(seq, byte);
    onTheWay.push({ seq, byte });
    if (onTheWay.length < 6) continue;
    const used = onTheWay.shift();
    if (used === undefined) continue;
    stroll(server, used.byte, ISLAND_GROUND);
    own.correct(overTheWire(server), used.seq);
  }
  expect(own.corrections).toBe(0);
});

test('a push by the server is taken over, and shown as a glide instead of a jump', () => {
  const server = start();
  const own = new Prediction(start(), ISLAND_GROUND);
  own.pose(1, 0);
  for (let seq = 1; seq <= 10; seq++) {
    own.step(seq, RUN);
    stroll(server, RUN, ISLAND_GROUND);
  }
  const before = own.pose(1, 100);
  server.x += 0.5;
  own.correct(server, 10);
  expect(own.corrections).toBe(1);
  const at = own.pose(1, 100);
  expect(Math.abs(at.x - before.x)).toBeLessThan(0.02);
  expect(own.pose(1, 900).x).toBeCloseTo(server.x, 3);
});

const pose = (x: number, yaw = 0): Pose => ({ x, y: 0, z: 0, yaw, vx: 0, vy: 0, vz: 0, grounded: true });

test('others move between two known poses, never beyond the last, and turn the short way', () => {
  const track = new RemoteTrack();
  expect(track.at(0)).toBeNull();
  track.add(0, pose(0, 3));
  track.add(50, pose(1, -3));
  track.add(100, pose(2));
  expect(track.at(25)?.x).toBeCloseTo(0.5, 9);
  expect(Math.cos((track.at(25)?.yaw ?? 0) - Math.PI)).toBeGreaterThan(0.99);
  expect(track.at(500)?.x).toBe(2);
  expect(track.at(-9)?.x).toBe(0);
  let last = 0;
  for (let at = 0; at <= 130; at += 1) {
    const x = track.at(at)?.x ?? 0;
    expect(x).toBeGreaterThanOrEqual(last);
    expect(x).toBeLessThanOrEqual(2);
    last = x;
  }
});

test('a jump from place to place is not walked through', () => {
  const track = new RemoteTrack();
  track.add(0, pose(0));
  track.add(50, pose(40));
  expect(track.at(49)?.x).toBe(0);
  expect(track.at(50)?.x).toBe(40);
});

test('the server time follows the fastest stamps and never runs backwards', () => {
  const time = new ServerTime();
  let last = 0;
  for (let tick = 0; tick < 200; tick++) {
    const server = 10_000 + tick * 50;
    const late = [3, 40, 8, 45, 5][tick % 5] ?? 0;
    time.sample(server, tick * 50 + late);
    const now = time.at(tick * 50 + late);
    expect(now).toBeGreaterThan(last);
    last = now;
    if (tick > 5) expect(Math.abs(now - (server + late))).toBeLessThan(6);
  }
});

test('inputs leave 20 times a second at any frame rate, a short press is not lost, silence is silent', () => {
  for (const fps of [30, 60, 144]) {
    const clock = new InputClock();
    let sent = 0;
    for (let frame = 0; frame <= fps * 3; frame++) sent += clock.frame((frame * 1_000) / fps, RUN, true).inputs.length;
    expect(Math.abs(sent - 60)).toBeLessThanOrEqual(1);
  }
  const clock = new InputClock();
  clock.frame(0, 0, true);
  clock.frame(5, LEAP, true);
  clock.frame(10, 0, true);
  expect(clock.frame(55, 0, true).inputs).toEqual([128]);
  let quiet = 0;
  for (let ms = 60; ms < 3_000; ms += 16) quiet += clock.frame(ms, 0, true).inputs.length;
  expect(quiet).toBeLessThan(20);
  let falling = 0;
  for (let ms = 3_000; ms < 5_000; ms += 16) falling += clock.frame(ms, 0, false).inputs.length;
  expect(falling).toBeGreaterThan(35);
  const stalled = new InputClock();
  stalled.frame(0, RUN, true);
  expect(stalled.frame(10_000, RUN, true).inputs.length).toBe(5);
});
