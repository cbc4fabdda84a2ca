import { Client, type Room } from '@colyseus/sdk';
import { expect, onTestFinished, test, vi } from 'vitest';
import { Rng } from '#shared/base/rng.ts';
import { PROTOCOL_VERSION } from '#shared/protocol/version.ts';
import { WorldState } from '#shared/protocol/world-state.ts';
import { openRoomHouse } from '#test/support/room-house.ts';
import { scratchFolder } from '#test/support/scratch.ts';

type Joined = Room<unknown, WorldState>;

function nextPatch(room: Joined): Promise<WorldState> {
  return new Promise((resolve) => room.onStateChange.once(resolve));
}

test('frames of noise, cut short in every place, neither break the room nor touch honest people', async () => {
  // The library has ways to the console that pass its own log by.
  const console = (['error', 'warn', 'log'] as const).map((level) => vi.spyOn(globalThis.console, level));
  onTestFinished(() => console.forEach((spy) => void spy.mockRestore()));
  const house = await openRoomHouse(await scratchFolder());
  onTestFinished(() => house.close());
  const enter = async (name: string): Promise<Joined> => {
    const options = { token: await house.token(name), protocol: PROTOCOL_VERSION };
    const room = await new Client(house.url).joinOrCreate<WorldState>('world', options, WorldState);
    room.onMessage('*', () => undefined);
    room.reconnection.enabled = false;
    return room;
  };
  const honest = await enter('Honest');
  await nextPatch(honest);
  const rng = new Rng('noise');
  const codes = [10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24];
  for (let visit = 0; visit < 6; visit++) {
    const rude = await enter(`Rude${visit}`);
    rude.onError(() => undefined);
    for (let frame = 0; frame < 120 && rude.connection.isOpen; frame++) {
      const noise = rng.bytes(rng.int(1, 24));
      noise[0] = rng.chance(0.8) ? rng.pick(codes) : (noise[0] ?? 0);
      rude.connection.send(noise);
    }
    for (const text of ['__proto__', 'constructor', 'toString', '*', ''])
      if (rude.connection.isOpen) rude.send(text, {});
    await nextPatch(honest);
    await nextPatch(honest);
  }
  expect(honest.connection.isOpen).toBe(true);
  expect(await honest.request('emote', { emote: 2 })).toMatchObject({ ok: true });
  const state = await nextPatch(honest);
  expect(state.avatars.get(honest.sessionId)?.name).toBe('Honest');
  const { x = Number.NaN, y = Number.NaN } = state.avatars.get(honest.sessionId) ?? {};
  expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true);
  for (const spy of console) expect(spy).not.toHaveBeenCalled();
  expect(house.lines.length).toBeLessThan(20);
});
