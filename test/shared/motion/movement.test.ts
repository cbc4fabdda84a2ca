import { expect, test } from 'vitest';
import { ISLAND_GROUND } from '#content/world/ground.ts';
import { PEDESTAL_SPOTS } from '#content/world/island.ts';
import { InputClock } from '#shared/motion/input-clock.ts';
import { Prediction } from '#shared/motion/prediction.ts';
import { RemoteTrack } from '#shared/motion/remote-track.ts';
import { ServerTime } from '#shared/motion/server-time.ts';
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

const at = (x: number, yaw = 0): Stroller => ({ ...start(), x, z: 10, yaw });

test('others move between two known poses, never beyond the last when they rest, and turn the short way', () => {
  const track = new RemoteTrack(ISLAND_GROUND);
  expect(track.at(0)).toBeNull();
  track.add(0, at(0, 3));
  track.add(50, at(1, -3));
  track.add(100, at(2));
  expect(track.at(-9)?.x).toBe(0);
  let last = 0;
  for (let ms = 0; ms <= 130; ms += 1) {
    const pose = track.at(ms);
    if (ms === 25) expect(pose?.x).toBeCloseTo(0.5, 9);
    if (ms === 25) expect(Math.cos((pose?.yaw ?? 0) - Math.PI)).toBeGreaterThan(0.99);
    expect(pose?.x).toBeGreaterThanOrEqual(last);
    expect(pose?.x).toBeLessThanOrEqual(2);
    last = pose?.x ?? 0;
  }
  expect(track.at(500)?.x).toBe(2);
});

test('a jump from place to place is not walked through', () => {
  const track = new RemoteTrack(ISLAND_GROUND);
  track.add(0, at(0));
  track.add(50, at(40));
  expect(track.at(49)?.x).toBe(0);
  expect(track.at(50)?.x).toBe(40);
});

/** The server says where `who` is after every step of `keys`; `shown` is called 60 times a second. */
function watched(
  track: RemoteTrack,
  who: Stroller,
  keys: readonly number[],
  shown: (x: number, z: number) => void,
): void {
  let frameMs = 0;
  for (const [tick, byte] of keys.entries()) {
    stroll(who, byte, ISLAND_GROUND);
    track.add(tick * 50, { ...who });
    for (; frameMs < (tick + 1) * 50; frameMs += 1_000 / 60) {
      const pose = track.at(frameMs);
      if (pose !== null) shown(pose.x, pose.z);
    }
  }
}

test('a runner is foreseen as the law goes on, a pedestal in the way included, and only for a moment', () => {
  const [pedestal] = PEDESTAL_SPOTS;
  if (pedestal === undefined) throw new Error('the island has pedestals');
  const ahead = encodeInput({ heading: 0, gait: 'run', jump: false });
  const who = placeStroller(pedestal.x, pedestal.z + 2.6, 0, ISLAND_GROUND);
  for (let step = 0; step < 4; step++) stroll(who, ahead, ISLAND_GROUND);
  const track = new RemoteTrack(ISLAND_GROUND);
  track.add(0, { ...who });
  const law = { ...who };
  for (let step = 1; step <= 3; step++) stroll(law, ahead, ISLAND_GROUND);
  const foreseen = track.at(150);
  expect(foreseen?.z).toBe(law.z);
  expect(law.z).toBeLessThan(who.z - 0.2);
  expect(Math.hypot((foreseen?.x ?? 0) - pedestal.x, (foreseen?.z ?? 0) - pedestal.z)).toBeGreaterThan(0.9);
  expect(track.at(2_000)?.z).toBe(law.z);
});

test('whoever stops or turns short is never shown walking back fast, and ends where they are', () => {
  const track = new RemoteTrack(ISLAND_GROUND);
  const ahead = encodeInput({ heading: 0, gait: 'run', jump: false });
  const who = start();
  let last = who.z;
  let back = 0;
  let foremost = who.z;
  watched(track, who, [...Array(12).fill(ahead), ...Array(40).fill(0)], (_, z) => {
    back = Math.max(back, z - last);
    last = z;
    foremost = Math.min(foremost, z);
  });
  // It was foreseen to run on, so it has come too far: the way back is a shuffle.
  expect(foremost).toBeLessThan(who.z - 0.05);
  expect(back).toBeGreaterThan(0);
  expect(back * 60).toBeLessThan(0.5);
  expect(last).toBeCloseTo(who.z, 3);
});

test('a body whose owner is not heard waits, and catches up without a leap when the rest comes at once', () => {
  const track = new RemoteTrack(ISLAND_GROUND);
  const ahead = encodeInput({ heading: 0, gait: 'run', jump: false });
  const who = start();
  for (let tick = 0; tick < 10; tick++) {
    stroll(who, ahead, ISLAND_GROUND);
    track.add(tick * 50, { ...who });
  }
  let last = track.at(450)?.z ?? 0;
  let most = 0;
  const show = (from: number, to: number) => {
    for (let ms = from; ms < to; ms += 1_000 / 60) {
      const z = track.at(ms)?.z ?? 0;
      expect(z).toBeLessThanOrEqual(last);
      most = Math.max(most, last - z);
      last = z;
    }
  };
  for (let tick = 10; tick < 20; tick++) {
    track.add(tick * 50, { ...who });
    show(tick * 50, tick * 50 + 50);
  }
  expect(who.z - last).toBeLessThan(1);
  for (let step = 0; step < 10; step++) stroll(who, ahead, ISLAND_GROUND);
  track.add(1_000, { ...who });
  show(1_000, 1_500);
  expect(Math.abs(last - who.z)).toBeLessThan(1);
  expect(most).toBeLessThan(0.5);
});

test('the shown time lets three in four messages arrive, waits no longer for the rest, and never runs backwards', () => {
  const time = new ServerTime();
  let last = 0;
  for (let tick = 0; tick < 200; tick++) {
    const server = 10_000 + tick * 50;
    const late = [3, 40, 8, 900, 5, 4, 6, 7][tick % 8] ?? 0;
    time.sample(server, tick * 50 + late);
    const now = time.at(tick * 50 + 1_000);
    expect(now).toBeGreaterThan(last);
    last = now;
    if (tick > 20) expect(server + 1_000 - now).toBeGreaterThan(4);
    if (tick > 20) expect(server + 1_000 - now).toBeLessThan(45);
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
