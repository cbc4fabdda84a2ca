/** A line that breaks in the middle of a run, alone or together: whoever is back in time has lost and missed nothing. */
import { connect, createServer, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { Status } from '#client/net/connection.ts';
import { joinWorld, type WorldClient } from '#client/net/world-client.ts';
import type { Door } from '#server/ports/door.ts';
import { challengeId } from '#shared/base/content-ids.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { fromBase64 } from '#shared/base/hash.ts';
import { ENGINE } from '#shared/physics/engine.ts';
import { JoinedTape } from '#shared/physics/joined-tape.ts';
import { parseScene, SCENE_FORM } from '#shared/physics/scene.ts';
import { decodeTape } from '#shared/physics/tape.ts';
import type { PartyNews } from '#shared/protocol/messages.ts';
import type { ChallengeFile } from '#shared/records/challenge-file.ts';
import type { Payload } from '#shared/records/payload.ts';
import { pairFile, pairScene } from '#test/support/pair-course.ts';
import { accountOf, openRoomHouse, type RoomHouse } from '#test/support/room-house.ts';
import { scratchFolder } from '#test/support/scratch.ts';

/** A way to the house that can be cut, for a moment or until it is mended. */
async function cuttableLine(
  house: RoomHouse,
): Promise<{ readonly url: string; cut(stays?: 'down'): void; mend(): void }> {
  let isDown = false;
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    if (isDown) return void near.destroy();
    const far = connect(house.port, 'localhost');
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket.pipe(other);
      socket.on('error', () => other.destroy());
      socket.on('close', () => other.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const cut = (stays?: 'down') => {
    isDown = stays === 'down';
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };
  onTestFinished(() => {
    server.close();
    cut();
  });
  const mend = () => {
    isDown = false;
  };
  return { url: `http://localhost:${port}`, cut, mend };
}

function statusOf(client: WorldClient, kind: Status['kind']): Promise<void> {
  return new Promise((resolve) => {
    const off = client.onStatus((status) => {
      if (status.kind !== kind) return;
      off();
      resolve();
    });
  });
}

function heard(client: WorldClient, claim: (news: PartyNews) => boolean): Promise<PartyNews> {
  return new Promise((resolve) => {
    const off = client.party.onNews((news) => {
      if (!claim(news)) return;
      off();
      resolve(news);
    });
  });
}

/** The same course with one start only. */
function aloneFile(): ChallengeFile {
  const scene = parseScene({ ...pairScene(), form: SCENE_FORM, starts: pairScene().starts.slice(0, 1) });
  return { family: 'parkour', rules: 1, instance: { engine: ENGINE, scene } };
}

/** A house with one challenge at the frontier. */
async function houseWith(file: ChallengeFile, options: Parameters<typeof openRoomHouse>[1] = {}) {
  const house = await openRoomHouse(await scratchFolder(), options);
  onTestFinished(() => house.close());
  const challenge = challengeId(file);
  const made = { title: 'Pair', creator: accountOf('Maker'), witnessHash: null, machine: [], changedAtMs: 1 } as const;
  await house.store.transact((tx) => tx.putChallenge({ id: challenge, file, state: 'frontier', ...made }));
  return { house, challenge };
}

async function enter(house: RoomHouse, url: string, name: string): Promise<WorldClient> {
  const token = await house.token(name);
  const client = await joinWorld({ url, token: async () => token });
  onTestFinished(() => client.leave());
  return client;
}

test('a line that breaks in the middle of a run loses no tick of it: what was not answered goes out again', async () => {
  const judged: Payload[] = [];
  const away = () => Promise.reject(new DimensionError('test.door', 'This house has no door.'));
  const door: Door = {
    ...{ submit: away, submitIntent: away, gaveUp: () => Promise.resolve() },
    attempt: ({ payload }) => {
      judged.push(payload);
      return away();
    },
  };
  const { house, challenge } = await houseWith(aloneFile(), { door });
  const line = await cuttableLine(house);
  const bo = await enter(house, line.url, 'Bo');
  expect(await bo.begin(challenge)).toMatchObject({ ok: true });
  const tape = Uint8Array.from({ length: 45 }, (_, tick) => tick);
  for (const byte of tape.subarray(0, 15)) bo.push(byte);
  const [broken, back] = [statusOf(bo, 'reconnecting'), statusOf(bo, 'connected')];
  line.cut();
  await broken;
  for (const byte of tape.subarray(15, 30)) bo.push(byte);
  await back;
  for (const byte of tape.subarray(30)) bo.push(byte);
  expect(await bo.finish()).toMatchObject({ ok: false, code: 'test.door' });
  const [payload] = judged;
  if (payload?.kind !== 'tape') throw new Error('It should be a tape.');
  expect(decodeTape(payload.bytes, 100)).toEqual(tape);
});

test('whose line breaks for a moment in a joint run sends and hears what is missing', async () => {
  const { house, challenge } = await houseWith(pairFile());
  const line = await cuttableLine(house);
  const [ada, bo] = [await enter(house, house.url, 'Ada'), await enter(house, line.url, 'Bo')];
  const begun = [ada, bo].map((client) => heard(client, ({ phase }) => phase === 'running'));
  for (const client of [ada, bo]) expect(await client.party.gather(challenge)).toMatchObject({ ok: true });
  await Promise.all(begun);

  const ended: string[] = [];
  for (const client of [ada, bo])
    client.party.onNews(({ phase, sentence }) => {
      if (phase === 'ended') ended.push(sentence);
    });
  // Everybody plays ticks of their own numbers; Bo's line is cut while both go on.
  const [byAda, byBo] = [new JoinedTape(2, 600), new JoinedTape(2, 600)];
  const lengths = () => {
    for (const [client, tape] of [
      [ada, byAda],
      [bo, byBo],
    ] as const)
      for (const { by, from, bytes } of client.party.drain(1)) tape.take([by], from, fromBase64(bytes));
    return [byAda.lengthOf(1), byBo.lengthOf(0)];
  };
  // The server takes no more than 45 ticks before the countdown is over.
  const playTo = (from: number, to: number) => {
    for (let tick = from; tick < to; tick++) {
      ada.party.push(1, [tick % 97]);
      bo.party.push(1, [(tick * 3) % 101]);
    }
  };
  playTo(0, 12);
  await expect.poll(lengths).toEqual([12, 12]);
  const [broken, back] = [statusOf(bo, 'reconnecting'), statusOf(bo, 'connected')];
  line.cut();
  await broken;
  playTo(12, 24);
  await back;
  playTo(24, 36);
  await expect.poll(lengths, { timeout: 10_000 }).toEqual([36, 36]);
  const ticks = Array.from({ length: 36 }, (_, tick) => tick);
  expect(ticks.map((tick) => byBo.byteAt(0, tick))).toEqual(ticks.map((tick) => tick % 97));
  expect(ticks.map((tick) => byAda.byteAt(1, tick))).toEqual(ticks.map((tick) => (tick * 3) % 101));
  expect(ended).toEqual([]);
});

test('whose line is back after the run is over hears so, and waits for nobody whom they never asked for', async () => {
  let aheadMs = 0;
  const { house, challenge } = await houseWith(pairFile(), { stopwatch: () => performance.now() + aheadMs });
  const line = await cuttableLine(house);
  const [ada, bo] = [await enter(house, house.url, 'Ada'), await enter(house, line.url, 'Bo')];
  const begun = [ada, bo].map((client) => heard(client, ({ phase }) => phase === 'running'));
  for (const client of [ada, bo]) expect(await client.party.gather(challenge)).toMatchObject({ ok: true });
  await Promise.all(begun);
  for (let tick = 0; tick < 3; tick++) for (const client of [ada, bo]) client.party.push(1, [tick]);
  await expect.poll(() => ada.party.drain(1).length).toBe(1);
  const [broken, back] = [statusOf(bo, 'reconnecting'), statusOf(bo, 'connected')];
  const ended = [ada, bo].map((client) => heard(client, ({ phase }) => phase === 'ended'));
  line.cut('down');
  await broken;
  for (let tick = 0; tick < 3; tick++) ada.party.push(1, [tick]);
  aheadMs = 60_000;
  await ended[0];
  line.mend();
  await back;
  expect((await ended[1])?.sentence).toMatch(/^Nothing came from .*Bo/);
  const cleo = await enter(house, house.url, 'Cleo');
  const waits = heard(cleo, () => true);
  expect(await cleo.party.gather(challenge)).toMatchObject({ ok: true });
  expect(await waits).toMatchObject({ phase: 'gathering', members: [{ name: 'Cleo' }] });
});
