import { Client, type Room } from '@colyseus/sdk';
import { expect, onTestFinished, test, vi } from 'vitest';
import { PEDESTAL_SPOTS } from '#content/world/island.ts';
import { parseChallengeId, parseWorkId } from '#shared/base/ids.ts';
import { ENGINE } from '#shared/physics/engine.ts';
import { encodeInput } from '#shared/physics/input.ts';
import { provingGround } from '#shared/physics/proving-ground.ts';
import { PROTOCOL_VERSION } from '#shared/protocol/version.ts';
import { type MoveInput, WorldState } from '#shared/protocol/world-state.ts';
import type { Challenge } from '#shared/records/challenge.ts';
import type { Work } from '#shared/records/work.ts';
import { accountOf, openRoomHouse, type RoomHouse } from '#test/support/room-house.ts';
import { scratchFolder } from '#test/support/scratch.ts';

type Joined = Room<unknown, WorldState>;

async function house(): Promise<RoomHouse> {
  const opened = await openRoomHouse(await scratchFolder());
  onTestFinished(() => opened.close());
  return opened;
}

async function join({ url }: RoomHouse, token: string): Promise<Joined> {
  const room = await new Client(url).joinOrCreate<WorldState>(
    'world',
    { token, protocol: PROTOCOL_VERSION },
    WorldState,
  );
  room.onMessage('said', () => undefined);
  room.onMessage('news', () => undefined);
  return room;
}

/** Resolves with the state as soon as `claim` holds after a patch. */
function when(room: Joined, claim: (state: WorldState) => boolean): Promise<WorldState> {
  return new Promise((resolve) => {
    const look = (state: WorldState) => {
      if (!claim(state)) return;
      room.onStateChange.remove(look);
      resolve(state);
    };
    room.onStateChange(look);
  });
}

/** The first `count` of them that resolve. */
function someOf<T>(all: readonly Promise<T>[], count: number): Promise<T[]> {
  return new Promise((resolve) => {
    const there: T[] = [];
    for (const one of all)
      void one.then((value) => {
        there.push(value);
        if (there.length === count) resolve(there);
      });
  });
}

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

test('nobody joins without a sign-in, and an old page is told to reload', async () => {
  const here = await house();
  const client = new Client(here.url);
  await expect(client.joinOrCreate('world', {})).rejects.toThrow(/^sign-in\.missing: /);
  await expect(client.joinOrCreate('world', { token: 'f'.repeat(64), protocol: PROTOCOL_VERSION })).rejects.toThrow(
    /^sign-in\.expired: /,
  );
  await expect(
    client.joinOrCreate('world', { token: await here.token('Ada'), protocol: PROTOCOL_VERSION + 1 }),
  ).rejects.toThrow(/^protocol\.version: /);
});

test('malformed, unknown and too many messages are refused and counted, and cut nobody off', async () => {
  const here = await house();
  const ada = await join(here, await here.token('Ada'));
  const bob = await join(here, await here.token('Bob'));
  const heard: string[] = [];
  bob.onMessage('said', ({ text }: { text: string }) => heard.push(text));
  const bad: [string, unknown][] = [
    ['chat', { text: '<b>hi</b>' }],
    ['chat', { text: 'a\u0007b' }],
    ['chat', 'no object'],
    ['chat', { text: 'x'.repeat(2_000) }],
    ['emote', { emote: 99 }],
    ['wear', { work: '0'.repeat(64) }],
    ['ticks', { run: 1, from: 0, bytes: 'AAAA' }],
    ['ticks', { run: Number.NaN, from: -1, bytes: '' }],
    ['begin', { run: 1, challenge: 'nowhere' }],
    ['begin', { run: 1, challenge: '0'.repeat(64) }],
    ['finish', { run: 7 }],
  ];
  for (const [type, body] of bad) {
    const answer = await ada.request(type, body);
    expect(answer).toMatchObject({ ok: false, code: expect.stringMatching(/^(message|run|challenge|work)\./) });
  }
  ada.send('nothing-of-ours', { a: 1 });
  ada.send('chat', { text: 7 });
  ada.sendBytes('bytes', new Uint8Array(16));
  expect(await ada.request('nothing-of-ours', {})).toMatchObject({ ok: false, code: 'message.unknown' });
  const answers = [];
  for (let i = 0; i < 6; i++) answers.push(await bob.request('chat', { text: `hello ${i}` }));
  expect(answers[0]).toMatchObject({ ok: true });
  expect(answers.at(-1)).toMatchObject({ ok: false, code: 'message.too-many' });
  expect(await ada.request('emote', { emote: 1 })).toMatchObject({ ok: true });
  expect(heard.slice(0, 2)).toEqual(['hello 0', 'hello 1']);
  expect(ada.connection.isOpen && bob.connection.isOpen).toBe(true);
  expect(here.counts.all()).toMatchObject({ 'message.unknown': 3, 'run.none': 2, 'challenge.closed': 1 });
});

test('a new session of an account sends the old one away and stands where it stood', async () => {
  const here = await house();
  const token = await here.token('Ada');
  const first = await join(here, token);
  await here.store.transact((tx) => tx.setFact(`place:${accountOf('Bob')}`, JSON.stringify([20, 0, 1, 1])));
  const left = new Promise<number>((resolve) => first.onLeave((code) => resolve(code)));
  const second = await join(here, token);
  expect(await left).toBe(4101);
  const state = await when(second, ({ avatars }) => avatars.has(second.sessionId));
  expect([...state.avatars.values()].filter(({ address }) => address === accountOf('Ada'))).toHaveLength(1);

  const bob = await join(here, await here.token('Bob'));
  const there = (await when(bob, ({ avatars }) => avatars.has(bob.sessionId))).avatars.get(bob.sessionId);
  expect(there?.x).toBeCloseTo(20, 3);
  expect(there?.yaw).toBeCloseTo(1, 3);
});

test('a page that comes back by itself does not take the place of the window in use', async () => {
  const here = await house();
  const token = await here.token('Ada');
  const forgotten = await join(here, token);
  const used = await join(here, token);
  const comeBack = (returning: string) =>
    new Client(here.url).joinOrCreate<WorldState>(
      'world',
      { token, protocol: PROTOCOL_VERSION, returning },
      WorldState,
    );
  await expect(comeBack(forgotten.sessionId)).rejects.toThrow(/^join\.elsewhere: You are in another window\./);
  expect(used.connection.isOpen).toBe(true);
  expect(here.live.all()).toMatchObject([{ players: 1 }]);
  // Its own seat, whose end the server has not noticed yet, is no other window.
  const left = new Promise<number>((resolve) => used.onLeave((code) => resolve(code)));
  await comeBack(used.sessionId);
  expect(await left).toBe(4101);
  expect(here.live.all()).toMatchObject([{ players: 1 }]);
});

test('two sessions of an account that come in at the same moment are one avatar', async () => {
  const here = await house();
  const watcher = await join(here, await here.token('Bob'));
  const token = await here.token('Ada');
  // Each listens as soon as it is in: who is sent away may hear it before the others have come in.
  const left = [1, 2, 3].map(async () => {
    const room = await join(here, token);
    return new Promise<number>((resolve) => room.onLeave((code) => resolve(code)));
  });
  // Two of the three are sent away; nobody knows which.
  const [first, second] = await someOf(left, 2);
  expect([first, second]).toEqual([4101, 4101]);
  const ours = ({ avatars }: WorldState) => [...avatars.values()].filter(({ address }) => address === accountOf('Ada'));
  await when(watcher, (state) => ours(state).length === 1);
  expect(here.live.all()).toMatchObject([{ players: 2 }]);
});

test('nobody opens a room of their own: only coming in and coming back are asked for', async () => {
  const here = await house();
  const options = { token: await here.token('Ada'), protocol: PROTOCOL_VERSION };
  for (const method of ['create', 'join', 'joinById']) {
    const answer = await fetch(`${here.url}/matchmake/${method}/world`, {
      method: 'POST',
      body: JSON.stringify(options),
    });
    expect(answer.ok, method).toBe(false);
  }
  expect(here.live.all()).toEqual([]);
});

test('frames that cannot be read are answered or dropped, and cut nobody off; too long a one does and is counted', async () => {
  const here = await house();
  const ada = await join(here, await here.token('Ada'));
  await when(ada, () => true);
  const raw = (...hex: string[]) => ada.connection.send(Uint8Array.from(Buffer.from(hex.join(''), 'hex')));
  raw('0da463686174c1');
  raw('0ddbffffffff');
  raw('94ceffffffff00000000');
  expect(await ada.request('emote', { emote: 1 })).toMatchObject({ ok: true });
  expect(ada.connection.isOpen).toBe(true);
  expect(here.counts.all()).toMatchObject({ 'message.unreadable': 2, 'message.unknown': 1 });
  expect(here.lines).toEqual([]);

  ada.reconnection.enabled = false;
  const left = new Promise<number>((resolve) => ada.onLeave((code) => resolve(code)));
  raw('0da463686174da1388', '41'.repeat(5_000));
  expect(await left).toBe(1009);
  expect(here.counts.all()).toMatchObject({ 'message.oversized': 1 });
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

test('whoever loses the connection is shown as away and comes back as the same session', async () => {
  const here = await house();
  const ada = await join(here, await here.token('Ada'));
  const bob = await join(here, await here.token('Bob'));
  await when(bob, ({ avatars }) => avatars.size === 2);
  ada.reconnection.enabled = false;
  const away = when(bob, ({ avatars }) => avatars.get(ada.sessionId)?.connected === false);
  ada.connection.close();
  await away;
  const back = await new Client(here.url).reconnect<WorldState>(ada.reconnectionToken, WorldState);
  expect(back.sessionId).toBe(ada.sessionId);
  const state = await when(bob, ({ avatars }) => avatars.get(ada.sessionId)?.connected === true);
  expect(state.avatars.size).toBe(2);
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
