/** A try as the page plays it is, tick for tick, what the server replays. */
import { expect, test } from 'vitest';
import { Attempt, type Hand } from '#client/play/attempt.ts';
import { digestOf } from '#shared/physics/digest.ts';
import { Engine } from '#shared/physics/engine.ts';
import { encodeInput, IDLE } from '#shared/physics/input.ts';
import { replay } from '#shared/physics/replay.ts';
import { parseScene, SCENE_FORM, type Scene } from '#shared/physics/scene.ts';

const AHEAD = encodeInput({ heading: 0, gait: 'run', jump: false });
const LEAP = encodeInput({ heading: 0, gait: 'run', jump: true });

function course(): Scene {
  return parseScene({
    form: SCENE_FORM,
    maxTicks: 900,
    kill: -512,
    starts: [{ at: [0, 0, 0], yaw: 0 }],
    goal: { at: [0, 96, -512], half: [128, 96, 64], yaw: 0 },
    checkpoints: [],
    boxes: [{ at: [0, -32, -256], half: [128, 32, 512], yaw: 0 }],
    ramps: [],
    platforms: [],
    crates: [{ at: [96, 32, -128], half: [32, 32, 32], yaw: 0, mass: 20 }],
    hazards: [],
    buttons: [],
    doors: [],
  });
}

/** Stands for `waits` questions, then runs, leaping now and then. */
function hand(waits: number): Hand {
  let asked = 0;
  let tick = 0;
  return { stirs: () => asked++ >= waits, byte: () => (tick++ % 50 > 40 ? LEAP : AHEAD) };
}

async function play(frames: readonly number[], hand_: Hand) {
  const rapier = await new Engine().load();
  const heard: string[] = [];
  const bytes: number[] = [];
  const attempt = new Attempt(rapier, course(), [Uint8Array.from({ length: 90 }, () => AHEAD)], {
    began: () => heard.push('began'),
    ticked: (tick) => bytes.push(...tick),
    ended: (phase) => heard.push(phase),
  });
  for (const seconds of frames) attempt.advance(seconds, hand_);
  return { attempt, rapier, heard, bytes };
}

test('the tape of a try replays to the same tick and digest, however the frames fell', async () => {
  const even = await play(
    Array.from({ length: 400 }, () => 1 / 60),
    hand(0),
  );
  const uneven = await play(
    Array.from({ length: 400 }, (_, frame) => (frame % 3 === 0 ? 0.07 : 0.011)),
    hand(0),
  );
  for (const { attempt, rapier, heard, bytes } of [even, uneven]) {
    expect(heard).toEqual(['began', 'goal']);
    expect([Uint8Array.from(bytes)]).toEqual(attempt.tapes);
    const again = replay(rapier, course(), ...attempt.tapes);
    expect(again.ticks).toBe(attempt.runner.run.goalTick);
    expect(again.digest).toBe(digestOf(attempt.runner.run));
  }
  expect(uneven.attempt.tapes).toEqual(even.attempt.tapes);
  for (const { attempt } of [even, uneven]) attempt.free();
});

test('the clock stands until the first wish, and a restart brings back the very same run', async () => {
  const { attempt, heard } = await play([0.1, 0.1, 0.1], hand(3));
  expect(attempt.phase).toBe('ready');
  expect(attempt.tapes).toEqual([new Uint8Array()]);
  const outcomes: unknown[] = [];
  for (let round = 0; round < 3; round++) {
    const same = hand(0);
    for (let frame = 0; frame < 300; frame++) attempt.advance(1 / 60, same);
    outcomes.push({ ticks: attempt.runner.run.goalTick, digest: digestOf(attempt.runner.run), tapes: attempt.tapes });
    attempt.restart();
    expect(attempt.phase).toBe('ready');
    expect(attempt.runner.run.tick).toBe(0);
    expect(attempt.tapes).toEqual([new Uint8Array()]);
  }
  expect(outcomes[0]).toMatchObject({ ticks: expect.any(Number) });
  expect(outcomes[1]).toEqual(outcomes[0]);
  expect(outcomes[2]).toEqual(outcomes[0]);
  expect(heard).toEqual(['began', 'goal', 'began', 'goal', 'began', 'goal']);
  attempt.free();
});

test('who never wishes anything never runs out of time', async () => {
  const { attempt } = await play(
    Array.from({ length: 2_000 }, () => 1 / 30),
    { stirs: () => false, byte: () => IDLE },
  );
  expect(attempt.phase).toBe('ready');
  attempt.free();
});

test('poses between two ticks lie between them, and the ghost has its own', async () => {
  const { attempt } = await play(
    Array.from({ length: 30 }, () => 1 / 60),
    hand(0),
  );
  const before = attempt.pose();
  attempt.advance(1 / 120, hand(0));
  const after = attempt.pose();
  expect(after.z).toBeLessThan(before.z);
  expect(before.z - after.z).toBeLessThan(0.11);
  expect(attempt.ghosts()[0]?.z).toBeLessThan(-1);
  attempt.free();
});

test('a run that was just made goes along with the next one, step for step', async () => {
  const frames = Array.from({ length: 40 }, () => 1 / 60);
  const { attempt } = await play(frames, hand(0));
  const [own, made] = [attempt.pose(), attempt.tapes];
  attempt.runAgainst(made);
  attempt.restart();
  const other = hand(0);
  for (const seconds of frames) attempt.advance(seconds, { ...other, byte: () => AHEAD | 4 });
  expect(attempt.ghosts()).toEqual([own]);
  expect(attempt.pose().x).not.toBeCloseTo(own.x, 1);
  attempt.free();
});

test('on a course for two one person moves one after the other, and the tapes replay to the same', async () => {
  const rapier = await new Engine().load();
  const { starts, ...rest } = course();
  const scene = parseScene({ ...rest, form: 2, starts: [...starts, { at: [48, 0, 0], yaw: 0 }] });
  const none = () => undefined;
  const attempt = new Attempt(rapier, scene, null, { began: none, ticked: none, ended: none });
  const ahead: Hand = { stirs: () => true, byte: () => AHEAD };
  for (let frame = 0; frame < 40; frame++) attempt.advance(1 / 60, ahead);
  attempt.switchOver();
  expect(attempt.pose().z).toBeGreaterThan(-0.5);
  for (let frame = 0; frame < 40; frame++) attempt.advance(1 / 60, ahead);
  const [companion] = attempt.companions();
  expect({ who: attempt.who, companion: (companion?.z ?? 0) < -2, self: attempt.pose().z < -2 }).toEqual({
    who: 1,
    companion: true,
    self: true,
  });
  expect(replay(rapier, scene, ...attempt.tapes).digest).toBe(digestOf(attempt.runner.run));
  attempt.restart();
  expect({ who: attempt.who, length: attempt.tapes[1]?.length }).toEqual({ who: 0, length: 0 });
  attempt.free();
});

test('a page that stood still for long says that the run no longer counts as live, until it begins again', async () => {
  const stands: Hand = { stirs: () => true, byte: () => IDLE };
  const { attempt } = await play([0.5, 0.9, 1.6, 0.5], stands);
  expect(attempt.isLate).toBe(false);
  attempt.advance(2, stands);
  expect(attempt.isLate).toBe(true);
  attempt.restart();
  expect(attempt.isLate).toBe(false);
});
