import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { matchMaker } from '@colyseus/core';
import { Client } from '@colyseus/sdk';
import { expect, onTestFinished, test } from 'vitest';
import { PEDESTAL_SPOTS } from '#content/world/island.ts';
import { sha256 } from '#shared/base/hash.ts';
import { parseAddress, parseWorkId } from '#shared/base/ids.ts';
import { PROTOCOL_VERSION } from '#shared/protocol/version.ts';
import { WorldState } from '#shared/protocol/world-state.ts';
import type { Work } from '#shared/records/work.ts';
import { openRoomHouse } from '#test/support/room-house.ts';
import { scratchFolder } from '#test/support/scratch.ts';

/** A work whose genome is long and tells its own number at both ends. */
function numbered(index: number, number: number): Work {
  const spot = PEDESTAL_SPOTS[index];
  return {
    id: parseWorkId(sha256(`work ${index}`)),
    generator: 'flower',
    generatorVersion: 1,
    genome: `${number}|${String(number % 10).repeat(30_000)}|${number}`,
    title: 'Large',
    maker: parseAddress(`0x${'1'.repeat(40)}`),
    makerName: 'Nobody',
    parents: [],
    placement: { x: spot?.x ?? 0, y: 0, z: spot?.z ?? 0, yaw: 0, spot: 'pedestal' },
    hidden: false,
    madeAtMs: 0,
    tokenId: null,
  };
}

/** A line to `port` that can be made to stand still towards the client. */
async function line(port: number) {
  const pipes: { readonly up: Socket; readonly down: Socket }[] = [];
  const proxy = createServer((down) => {
    const up = connect(port, 'localhost');
    for (const [one, other] of [
      [up, down],
      [down, up],
    ] as const) {
      one.pipe(other);
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
    pipes.push({ up, down });
  });
  await new Promise<void>((resolve) => proxy.listen(0, 'localhost', resolve));
  onTestFinished(() => {
    for (const { up, down } of pipes) {
      up.destroy();
      down.destroy();
    }
    proxy.close();
  });
  return {
    url: `http://localhost:${(proxy.address() as AddressInfo).port}`,
    stall() {
      for (const { up, down } of pipes) up.unpipe(down).pause();
    },
    flow() {
      for (const { up, down } of pipes) up.pipe(down);
    },
  };
}

test('a client that stops reading is cut off, and every patch it did get was whole and in order', async () => {
  const house = await openRoomHouse(await scratchFolder());
  onTestFinished(() => house.close());
  const slowLine = await line(house.port);
  const enter = async (name: string, url: string) => {
    const options = { token: await house.token(name), protocol: PROTOCOL_VERSION };
    const room = await new Client(url).joinOrCreate<WorldState>('world', options, WorldState);
    room.onMessage('*', () => undefined);
    room.reconnection.enabled = false;
    return room;
  };
  const brisk = await enter('Brisk', house.url);
  const slow = await enter('Slow', slowLine.url);
  const broken: string[] = [];
  const last = new Map<string, number>();
  for (const room of [brisk, slow])
    room.onStateChange((state) => {
      for (const [id, { genome }] of state.works) {
        const [first = '', middle = '', end = ''] = genome.split('|');
        const key = `${room.sessionId} ${id}`;
        const whole = first === end && middle === String(Number(first) % 10).repeat(30_000);
        if (!whole || Number(first) < (last.get(key) ?? 0)) broken.push(`${key} ${first} ${end}`);
        last.set(key, Number(first));
      }
    });
  const left = new Promise<number>((resolve) => slow.onLeave((code) => resolve(code)));
  slowLine.stall();
  let number = 0;
  await new Promise<void>((resolve) => {
    const write = setInterval(() => {
      number++;
      for (let index = 0; index < 8; index++) house.announcer.workChanged(numbered(index, number));
      if ((house.counts.all()['client.slow'] ?? 0) === 0) return;
      clearInterval(write);
      resolve();
    }, 25);
    onTestFinished(() => clearInterval(write));
  });
  slowLine.flow();
  expect(await left).toBe(1006);
  expect(broken).toEqual([]);
  expect(brisk.connection.isOpen).toBe(true);
  const again = await new Client(house.url).reconnect<WorldState>(slow.reconnectionToken, WorldState);
  const state = await new Promise<WorldState>((resolve) => again.onStateChange.once(resolve));
  expect(state.works.size).toBe(8);
  expect(again.sessionId).toBe(slow.sessionId);
});

/** Bytes that wait in the sockets of the one room, one number a client. */
async function waiting(): Promise<number[]> {
  const [room] = await matchMaker.query({ name: 'world' });
  const here = matchMaker.getLocalRoomById(room?.roomId ?? '');
  return [...(here?.clients ?? [])].map(({ ref }) => Number(Reflect.get(ref, 'bufferedAmount')));
}

test('what waits for a client that stops reading for a moment is not overwritten by what comes later', async () => {
  const house = await openRoomHouse(await scratchFolder());
  onTestFinished(() => house.close());
  const slowLine = await line(house.port);
  const options = { token: await house.token('Slow'), protocol: PROTOCOL_VERSION };
  const slow = await new Client(slowLine.url).joinOrCreate<WorldState>('world', options, WorldState);
  slow.onMessage('*', () => undefined);
  const faults: string[] = [];
  let last = 0;
  slow.onError((code, message) => faults.push(`${code} ${message}`));
  slow.onLeave((code) => faults.push(`left ${code}`));
  slow.onStateChange(({ works }) => {
    for (const { genome } of works.values()) {
      const [first = '', middle = '', end = ''] = genome.split('|');
      const isWhole = first === end && middle === String(Number(first) % 10).repeat(30_000);
      // Nothing is skipped while nobody is cut off: a number that is missing was written over.
      if (!isWhole || (last > 0 && Number(first) > last + 1) || Number(first) < last)
        faults.push(`${last} then ${first} ${end}`);
      last = Number(first);
    }
  });
  const brisk = await new Client(house.url).joinOrCreate<WorldState>(
    'world',
    { ...options, token: await house.token('Brisk') },
    WorldState,
  );
  brisk.onMessage('*', () => undefined);
  let number = 0;
  // One change a patch: the next is written when somebody else has this one.
  const write = () =>
    new Promise<void>((resolve) => {
      const text = `${++number}|`;
      const look = ({ works }: WorldState) => {
        if (![...works.values()].some(({ genome }) => genome.startsWith(text))) return;
        brisk.onStateChange.remove(look);
        resolve();
      };
      brisk.onStateChange(look);
      house.announcer.workChanged(numbered(0, number));
    });
  await write();
  slowLine.stall();
  while (Math.max(...(await waiting())) < 150_000) await write();
  slowLine.flow();
  await expect.poll(() => last, { timeout: 20_000 }).toBe(number);
  expect(faults).toEqual([]);
});
