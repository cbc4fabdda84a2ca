/** A run that several play at once comes out the same on every machine, however late the others' parts arrive. */
import { expect, test } from 'vitest';
import type { Hand } from '#client/play/attempt.ts';
import { JointAttempt } from '#client/play/joint-attempt.ts';
import { toBase64 } from '#shared/base/hash.ts';
import { Rng } from '#shared/base/rng.ts';
import { digestOf } from '#shared/physics/digest.ts';
import { Engine } from '#shared/physics/engine.ts';
import { encodeInput, IDLE } from '#shared/physics/input.ts';
import { JoinedTape, lanesOf } from '#shared/physics/joined-tape.ts';
import { replay } from '#shared/physics/replay.ts';
import { parseScene, RICH_FORM, type Scene } from '#shared/physics/scene.ts';
import type { PlayedNews } from '#shared/protocol/messages.ts';
import { pairScene, pairTapes } from '#test/support/pair-course.ts';

const FRAME = 1 / 60;

/** A yard in which everybody is in everybody's way: a crate between them, a plate that opens the door to the goal. */
function yard(starts: number): Scene {
  return parseScene({
    form: RICH_FORM,
    maxTicks: 400,
    kill: -512,
    starts: Array.from({ length: starts }, (_, who) => ({ at: [who * 80 - 80, 0, 0], yaw: 0 })),
    goal: { at: [0, 96, -900], half: [256, 96, 64], yaw: 0 },
    checkpoints: [],
    boxes: [{ at: [0, -32, -384], half: [300, 32, 640], yaw: 0 }],
    ramps: [],
    platforms: [],
    crates: [
      { at: [0, 40, -160], half: [40, 40, 40], yaw: 0, mass: 20 },
      { at: [-84, 40, -200], half: [40, 40, 40], yaw: 0, mass: 20 },
    ],
    hazards: [],
    buttons: [{ at: [0, 4, -330], half: [300, 4, 60], yaw: 0, press: 'step', doors: [0], ticks: 60 }],
    doors: [{ at: [0, 96, -600], half: [300, 96, 12], yaw: 0, slide: [0, 190, 0], travel: 20, need: 1 }],
  });
}

interface Machine {
  readonly attempt: JointAttempt;
  readonly hand: Hand;
  readonly sent: { readonly by: number; readonly atFrame: number; readonly from: number; readonly bytes: number[] }[];
  ended: string | null;
  frames: number;
}

/**
 * Plays hands against each other; each machine hears of the others `delay` frames after they sent it.
 * @param stalls frames in which a machine stands still
 */
async function playOver(
  scene: Scene,
  hands: readonly Hand[],
  delay: (by: number, to: number) => number,
  stalls: (who: number, frame: number) => boolean = () => false,
) {
  const rapier = await new Engine().load();
  const lanes = lanesOf(hands.length, scene.starts.length);
  const joined = new JoinedTape(scene.starts.length, scene.maxTicks);
  let frame = 0;
  const machines: Machine[] = hands.map((hand, self) => {
    const machine: Machine = { hand, sent: [], ended: null, frames: 0, attempt: make() };
    function make(): JointAttempt {
      return new JointAttempt(
        rapier,
        scene,
        { lanes, self, inSeconds: 0.1, ghost: null },
        {
          ticked: (bytes) => {
            const from = machine.sent.length;
            machine.sent.push({ by: self, atFrame: frame, from, bytes: [...bytes] });
            joined.take(lanes[self] ?? [], from, Uint8Array.from(bytes));
          },
          ended: (phase) => {
            machine.ended = phase;
          },
        },
      );
    }
    return machine;
  });
  const heard = machines.map(() => machines.map(() => 0));
  for (; frame < 2_000 && machines.some(({ ended }) => ended === null); frame++)
    for (const [to, machine] of machines.entries()) {
      if (stalls(to, frame)) continue;
      const news: PlayedNews[] = [];
      for (const [by, other] of machines.entries()) {
        if (by === to) continue;
        for (;;) {
          const next = other.sent[heard[to]?.[by] ?? 0];
          if (next === undefined || next.atFrame + delay(by, to) > frame) break;
          news.push({ round: 1, by, from: next.from, bytes: toBase64(Uint8Array.from(next.bytes)) });
          const row = heard[to];
          if (row !== undefined) row[by] = (row[by] ?? 0) + 1;
        }
      }
      machine.attempt.learn(news);
      machine.attempt.advance(FRAME, machine.hand);
      if (machine.attempt.phase === 'running') machine.frames++;
    }
  const truth = replay(rapier, scene, ...joined.tapes());
  const found = machines.map(({ attempt, ended, frames, sent }) => {
    const { run } = attempt.runner;
    const result = { ended, ticks: run.goalTick, digest: digestOf(run), frames, sent: sent.length };
    const again = replay(rapier, scene, ...attempt.tapes);
    attempt.free();
    return { ...result, again: again.ticks };
  });
  return { truth, found };
}

/** A hand that plays a tape. */
function tapeHand(tape: Uint8Array): Hand {
  let tick = 0;
  return { stirs: () => true, byte: () => tape[tick++] ?? IDLE };
}

/** A hand that runs ahead and does something else every now and then. */
function restlessHand(seed: string): Hand {
  const rng = new Rng(seed);
  let left = 0;
  let byte = IDLE;
  const next = () => {
    if (left-- > 0) return byte;
    left = rng.int(4, 30);
    byte = encodeInput({
      heading: rng.pick([0, 0, 0, 1, 31, 4, 28]),
      gait: rng.pick(['run', 'run', 'walk']),
      jump: rng.chance(0.2),
    });
    return byte;
  };
  return { stirs: () => true, byte: next };
}

test('two who play a recorded solution at 200 ms from each other see the same goal in the same tick', async () => {
  const scene = pairScene();
  const { truth, found } = await playOver(scene, pairTapes().map(tapeHand), () => 12);
  expect(truth.ticks).not.toBeNull();
  for (const machine of found) expect(machine).toMatchObject({ ended: 'goal', ticks: truth.ticks, again: truth.ticks });
  // Nobody waited for anybody on the way.
  for (const { frames, sent } of found) expect(frames - sent).toBeLessThan(16);
});

test('with crates, plates and doors between them, random hands and random delays, every machine ends with the truth', async () => {
  const rng = new Rng('delays');
  for (let round = 0; round < 6; round++) {
    const players = rng.int(2, 3);
    const starts = rng.int(players, 3);
    const scene = yard(starts);
    const hands = Array.from({ length: players }, (_, who) => restlessHand(`${round} ${who}`));
    const late = hands.map(() => rng.int(0, 30));
    const { truth, found } = await playOver(scene, hands, (by, to) => (late[by] ?? 0) + (late[to] ?? 0));
    const ticks = truth.ticks ?? -1;
    for (const machine of found) expect(machine).toMatchObject({ ended: ticks < 0 ? 'time' : 'goal', ticks });
    // To the last bit: what each machine shows at the end is what the judge comes to.
    for (const { digest } of found) expect(digest).toBe(truth.digest);
  }
});

test('who stands still for a while is waited for, and nobody runs away for good', async () => {
  const scene = pairScene();
  const stall = (who: number, frame: number) => who === 1 && frame > 60 && frame < 180;
  const { truth, found } = await playOver(scene, pairTapes().map(tapeHand), () => 3, stall);
  for (const machine of found) expect(machine).toMatchObject({ ended: 'goal', ticks: truth.ticks });
  const [first] = found;
  expect((first?.frames ?? 0) - (first?.sent ?? 0)).toBeGreaterThan(40);
});

test('before the countdown is over nothing moves, and one is moved at once afterwards, whatever the others do', async () => {
  const rapier = await new Engine().load();
  const scene = pairScene();
  const bytes: number[] = [];
  const attempt = new JointAttempt(
    rapier,
    scene,
    { lanes: [[0], [1]], self: 1, inSeconds: 1, ghost: null },
    {
      ticked: (own) => bytes.push(...own),
      ended: () => undefined,
    },
  );
  const ahead: Hand = { stirs: () => true, byte: () => encodeInput({ heading: 0, gait: 'run', jump: false }) };
  for (let frame = 0; frame < 55; frame++) attempt.advance(FRAME, ahead);
  expect({ phase: attempt.phase, sent: bytes.length, countdown: Math.ceil(attempt.countdown) }).toEqual({
    phase: 'ready',
    sent: 0,
    countdown: 1,
  });
  for (let frame = 0; frame < 35; frame++) attempt.advance(FRAME, ahead);
  expect(attempt.poseOf(1).z).toBeLessThan(-1);
  expect(attempt.poseOf(0).z).toBeCloseTo(0, 1);
  // Nothing came from the other: at some point one waits, and says for whom.
  for (let frame = 0; frame < 120; frame++) attempt.advance(FRAME, ahead);
  expect({ waits: attempt.isWaiting, for: attempt.awaited, sent: bytes.length }).toEqual({
    waits: true,
    for: [0],
    sent: 45,
  });
  attempt.free();
});

test('who leads a start that nobody took moves one of them at a time', async () => {
  const rapier = await new Engine().load();
  const attempt = new JointAttempt(
    rapier,
    yard(3),
    { lanes: lanesOf(2, 3), self: 0, inSeconds: 0, ghost: null },
    {
      ticked: () => undefined,
      ended: () => undefined,
    },
  );
  const ahead: Hand = { stirs: () => true, byte: () => encodeInput({ heading: 0, gait: 'run', jump: false }) };
  for (let frame = 0; frame < 20; frame++) attempt.advance(FRAME, ahead);
  attempt.switchOver();
  expect({ own: attempt.own, who: attempt.who, start: attempt.start }).toEqual({ own: 2, who: 1, start: 2 });
  for (let frame = 0; frame < 20; frame++) attempt.advance(FRAME, ahead);
  expect(attempt.poseOf(2).z).toBeLessThan(-0.5);
  attempt.free();
});

test('when another one was sure of the goal first, what is known by then says the same here at once', async () => {
  const rapier = await new Engine().load();
  const scene = pairScene();
  const [first, second] = pairTapes();
  const ended: string[] = [];
  const part = { lanes: [[0], [1]], self: 0, inSeconds: 0, ghost: null };
  const listener = { ticked: () => undefined, ended: (phase: string) => ended.push(phase) };
  const attempt = new JointAttempt(rapier, scene, part, listener);
  const hand = tapeHand(first);
  for (let from = 0; from < second.length; from += 15) {
    for (let frame = 0; frame < 15; frame++) attempt.advance(FRAME, hand);
    if (ended.length > 0) break;
    const bytes = toBase64(second.subarray(from, from + 15));
    attempt.learn([{ round: 1, by: 1, from, bytes }]);
    attempt.conclude();
    if (attempt.phase === 'running') expect(replay(rapier, scene, ...attempt.tapes).ticks).toBeNull();
  }
  expect({ ended, ticks: attempt.runner.run.goalTick }).toEqual({
    ended: ['goal'],
    ticks: replay(rapier, scene, first, second).ticks,
  });
  attempt.free();
});
