/** The room of the world: walking in it by its own clock, and what stands in it. */
import { expect, onTestFinished, test, vi } from 'vitest';
import { PEDESTAL_SPOTS } from '#content/world/island.ts';
import { parseChallengeId, parseWorkId } from '#shared/base/ids.ts';
import { ENGINE } from '#shared/physics/engine.ts';
import { encodeInput } from '#shared/physics/input.ts';
import { provingGround } from '#shared/physics/proving-ground.ts';
import type { MoveInput } from '#shared/protocol/world-state.ts';
import type { Challenge } from '#shared/records/challenge.ts';
import type { Work } from '#shared/records/work.ts';
import { house, join, when } from '#test/support/joined-room.ts';
import { accountOf } from '#test/support/room-house.ts';

test('two people see each other walk', async () => {
  const here = await house();
  const ada = await join(here, await here.token('Ada'));
  const bob = await join(here, await here.token('Bob'));
  const seen = await when(bob, (state) => state.avatars.has(ada.sessionId));
  const from = seen.avatars.get(ada.sessionId)?.z ?? 0;
  const input = ada.input<MoveInput>({ mode: 'reliable' });
  const walk = setInterval(() => {
    input.data.keys = encodeInput({ heading: 0, gait: 'run', jump: false });
    input.send();
  }, 50);
  onTestFinished(() => clearInterval(walk));
  const moved = await when(bob, (state) => from - (state.avatars.get(ada.sessionId)?.z ?? from) > 2);
  expect(moved.avatars.get(ada.sessionId)?.name).toBe('Ada');
  expect(moved.avatars.size).toBe(2);
  expect(here.live.all()).toMatchObject([{ players: 2 }]);
});

test('the world ticks twenty times a second by its own stamps, although it sends patches by hand', async () => {
  const here = await house();
  const ada = await join(here, await here.token('Ada'));
  const stamps: number[] = [];
  await when(ada, () => stamps.push(ada.clock.lastServerTime()) > 40);
  const apart = ((stamps.at(-1) ?? 0) - (stamps[0] ?? 0)) / (stamps.length - 1);
  // A second timer in the room would leave three ticks a second: 300 ms apart.
  expect(apart).toBeGreaterThan(20);
  expect(apart).toBeLessThan(150);
});

test('whoever sends ten times the inputs walks no faster, is counted, and disturbs nobody', async () => {
  const here = await house();
  const [hare, bob] = [await join(here, await here.token('Hare')), await join(here, await here.token('Bob'))];
  const from = (await when(bob, ({ avatars }) => avatars.has(hare.sessionId))).avatars.get(hare.sessionId)?.z ?? 0;
  const input = hare.input<MoveInput>({ mode: 'reliable' });
  const hurry = setInterval(() => {
    input.data.keys = encodeInput({ heading: 0, gait: 'run', jump: false });
    for (let count = 0; count < 10; count++) input.send();
  }, 50);
  onTestFinished(() => clearInterval(hurry));
  const beganMs = bob.clock.lastServerTime();
  let fastest = 0;
  await when(bob, ({ avatars }) => {
    const seconds = (bob.clock.lastServerTime() - beganMs) / 1_000;
    // A second's credit to begin with, then six metres a second and two in a hundred.
    if (seconds > 0.5)
      fastest = Math.max(fastest, (from - (avatars.get(hare.sessionId)?.z ?? from)) / (1 + seconds * 1.02));
    return (here.counts.all()['motion.too-fast'] ?? 0) >= 16;
  });
  expect(fastest).toBeGreaterThan(0.5);
  expect(fastest).toBeLessThan(6.3);
  expect(hare.connection.isOpen && bob.connection.isOpen).toBe(true);
});

test('a run goes on when the clock of the host is set back an hour', async () => {
  const here = await house();
  const challenge: Challenge = {
    id: parseChallengeId('3'.repeat(64)),
    file: { family: 'parkour', rules: 1, instance: { scene: provingGround(), engine: ENGINE } },
    title: 'The Clock',
    state: 'frontier',
    creator: accountOf('Orrin'),
    witnessHash: null,
    machine: [],
    changedAtMs: 5,
  };
  await here.store.transact((tx) => tx.putChallenge(challenge));
  const ada = await join(here, await here.token('Ada'));
  expect(await ada.request('begin', { run: 1, challenge: challenge.id })).toMatchObject({ ok: true });
  const now = Date.now();
  const clock = vi.spyOn(Date, 'now').mockReturnValue(now - 3_600_000);
  onTestFinished(() => void clock.mockRestore());
  expect(await ada.request('ticks', { run: 1, from: 0, bytes: 'QEBAQEBAQEBA' })).toMatchObject({ ok: true });
});

test('works and gates appear, change and go as they are announced', async () => {
  const here = await house();
  const ada = await join(here, await here.token('Ada'));
  const spot = PEDESTAL_SPOTS[2];
  const work: Work = {
    id: parseWorkId('1'.repeat(64)),
    generator: 'flower',
    generatorVersion: 1,
    genome: 'aa',
    title: 'A flower',
    maker: accountOf('Vela'),
    makerName: 'Vela',
    parents: [],
    placement: { x: spot?.x ?? 0, y: 2, z: spot?.z ?? 0, yaw: 0, spot: 'pedestal' },
    hidden: false,
    madeAtMs: 0,
    tokenId: null,
  };
  here.announcer.workChanged(work);
  const shown = await when(ada, ({ works }) => works.size === 1);
  expect(shown.works.get(work.id)).toMatchObject({ title: 'A flower', maker: 'Vela', spotKind: 'pedestal', spot: 2 });
  here.announcer.workChanged({ ...work, hidden: true });
  await when(ada, ({ works }) => works.size === 0);

  const challenge: Challenge = {
    id: parseChallengeId('2'.repeat(64)),
    file: { family: 'parkour', rules: 1, instance: {} },
    title: 'The Long Gap',
    state: 'frontier',
    creator: accountOf('Orrin'),
    witnessHash: null,
    machine: [],
    changedAtMs: 5,
  };
  here.announcer.challengeChanged(challenge);
  const open = await when(ada, ({ gates }) => gates.size === 1);
  expect(open.gates.get(challenge.id)).toMatchObject({ title: 'The Long Gap', state: 'frontier', spot: 0, playing: 0 });
  here.announcer.challengeChanged({ ...challenge, state: 'training' });
  await when(ada, ({ gates }) => gates.get(challenge.id)?.state === 'training');
  here.announcer.challengeChanged({ ...challenge, state: 'hidden' });
  await when(ada, ({ gates }) => gates.size === 0);
  expect(JSON.parse((await here.store.fact('gate-spots')) ?? '')).toEqual({});
});
