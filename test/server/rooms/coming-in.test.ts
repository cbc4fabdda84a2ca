/** Coming into the room and coming back: who may, and that an account is one avatar. */
import { Client } from '@colyseus/sdk';
import { expect, test } from 'vitest';
import { PROTOCOL_VERSION } from '#shared/protocol/version.ts';
import { WorldState } from '#shared/protocol/world-state.ts';
import { house, join, when } from '#test/support/joined-room.ts';
import { accountOf } from '#test/support/room-house.ts';

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

test('whoever comes to fifty people walks in a second room, and nobody is turned away', async () => {
  const here = await house();
  const people = await Promise.all(
    Array.from({ length: 51 }, async (_, at) => join(here, await here.token(`Person ${at}`))),
  );
  const rooms = new Map<string, number>();
  for (const { roomId } of people) rooms.set(roomId, (rooms.get(roomId) ?? 0) + 1);
  expect([...rooms.values()].sort((a, b) => b - a)).toEqual([50, 1]);
  const alone = people.find(({ roomId }) => rooms.get(roomId) === 1);
  if (alone === undefined) throw new Error('somebody is alone');
  expect((await when(alone, ({ avatars }) => avatars.has(alone.sessionId))).avatars.size).toBe(1);
});
