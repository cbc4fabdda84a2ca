import { expect, onTestFinished, test } from 'vitest';
import type { Status } from '#client/net/connection.ts';
import { joinWorld, type WorldClient } from '#client/net/world-client.ts';
import { encodeInput } from '#shared/physics/input.ts';
import { openRoomHouse, type RoomHouse } from '#test/support/room-house.ts';
import { scratchFolder } from '#test/support/scratch.ts';

const RUN = encodeInput({ heading: 0, gait: 'run', jump: false });

async function enter(house: RoomHouse, name: string): Promise<WorldClient> {
  const token = await house.token(name);
  const client = await joinWorld({ url: house.url, token: async () => token });
  onTestFinished(() => client.leave());
  return client;
}

/** Plays frames with `keys` until `claim` holds. */
function playUntil(client: WorldClient, keys: number, claim: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const frames = setInterval(() => {
      client.frame(performance.now(), keys);
      if (!claim()) return;
      clearInterval(frames);
      resolve();
    }, 16);
    onTestFinished(() => clearInterval(frames));
  });
}

function statusOf(client: WorldClient, kind: Status['kind']): Promise<Status> {
  return new Promise((resolve) => {
    const off = client.onStatus((status) => {
      if (status.kind !== kind) return;
      off();
      resolve(status);
    });
  });
}

test('the own avatar moves at once, is never corrected, and is seen elsewhere without overshoot', async () => {
  const house = await openRoomHouse(await scratchFolder());
  onTestFinished(() => house.close());
  const ada = await enter(house, 'Ada');
  const bob = await enter(house, 'Bob');
  await playUntil(ada, 0, () => ada.self() !== null);
  const from = ada.self()?.z ?? 0;
  let seen = from;
  let wentBack = false;
  let ahead = 0;
  await playUntil(ada, RUN, () => {
    bob.frame(performance.now(), 0);
    const other = bob.others(performance.now()).find(({ session }) => session === ada.session);
    const z = other?.z ?? seen;
    wentBack ||= z > seen + 1e-4;
    ahead = Math.max(ahead, (ada.self()?.z ?? 0) - z);
    seen = z;
    return from - seen > 3;
  });
  expect(wentBack).toBe(false);
  // Foreseen by the law for the blink of an eye, never farther.
  expect(ahead).toBeLessThan(1);
  expect(ada.corrections).toBe(0);
  expect(bob.others(performance.now())).toHaveLength(1);
  const heard = new Promise((resolve) => bob.onSaid(resolve));
  expect(await ada.chat('Good morning.')).toMatchObject({ ok: true });
  expect(await heard).toMatchObject({ name: 'Ada', text: 'Good morning.' });
  expect(await ada.begin('0'.repeat(64))).toMatchObject({ ok: false, code: 'challenge.closed' });
});

test('after a restart of the server everybody is back where they were, by themselves', async () => {
  const folder = await scratchFolder();
  const house = await openRoomHouse(folder);
  const ada = await enter(house, 'Ada');
  await playUntil(ada, 0, () => ada.self() !== null);
  const from = ada.self()?.z ?? 0;
  await playUntil(ada, RUN, () => from - (ada.self()?.z ?? from) > 3);
  await playUntil(ada, 0, () => (ada.self()?.speed ?? 1) < 0.01);
  const at = ada.self();
  const broke = statusOf(ada, 'reconnecting');
  await house.close();
  expect((await broke).sentence).toMatch(/coming back/);
  const back = statusOf(ada, 'connected');
  const again = await openRoomHouse(folder, { port: house.port });
  onTestFinished(() => again.close());
  await back;
  await playUntil(ada, 0, () => ada.self() !== null);
  // What the server had not heard yet when it went down is lost: a few steps at most.
  expect(Math.abs((ada.self()?.z ?? 0) - (at?.z ?? 99))).toBeLessThan(1);
  expect(from - (ada.self()?.z ?? 0)).toBeGreaterThan(2);
  expect(again.live.all()).toMatchObject([{ players: 1 }]);
});

test('another window of the same account takes over, and the first one says so and stays away', async () => {
  const house = await openRoomHouse(await scratchFolder());
  onTestFinished(() => house.close());
  const first = await enter(house, 'Ada');
  const lost = statusOf(first, 'lost');
  const second = await enter(house, 'Ada');
  expect((await lost).sentence).toMatch(/another window/);
  expect(second.status().kind).toBe('connected');
  expect(house.live.all()).toMatchObject([{ players: 1 }]);
});
