/** Lines that nobody closed: found out by silence, left behind at once when the device has reason to look. */
import { matchMaker } from '@colyseus/core';
import { expect, onTestFinished, test } from 'vitest';
import type { Status } from '#client/net/connection.ts';
import { joinWorld, type WorldClient } from '#client/net/world-client.ts';
import { challengeId } from '#shared/base/content-ids.ts';
import { ENGINE } from '#shared/physics/engine.ts';
import { encodeInput } from '#shared/physics/input.ts';
import { provingGround } from '#shared/physics/proving-ground.ts';
import type { ChallengeFile } from '#shared/records/challenge-file.ts';
import { openBadLine } from '#test/support/bad-line.ts';
import { accountOf, openRoomHouse } from '#test/support/room-house.ts';
import { scratchFolder } from '#test/support/scratch.ts';

const RUN = encodeInput({ heading: 0, gait: 'run', jump: false });

/** Somebody who walked a few metres over a bad line, and how the frames of their page go on. */
async function walker(isOffline: () => boolean = () => false) {
  const house = await openRoomHouse(await scratchFolder());
  onTestFinished(() => house.close());
  const line = await openBadLine(house.port);
  onTestFinished(() => line.close());
  const token = await house.token('Ada');
  const client = await joinWorld({ url: line.url, token: async () => token, isOffline });
  onTestFinished(() => client.leave());
  let keys = 0;
  const frames = setInterval(() => client.frame(performance.now(), keys), 16);
  onTestFinished(() => clearInterval(frames));
  await expect.poll(() => client.self()).not.toBeNull();
  const from = client.self()?.z ?? 0;
  keys = RUN;
  await expect.poll(() => from - (client.self()?.z ?? from)).toBeGreaterThan(2);
  keys = 0;
  await expect.poll(() => client.self()?.speed).toBe(0);
  return { house, line, client };
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

test('a phone that changes its network is back within seconds at the same place', async () => {
  const { house, line, client } = await walker();
  const before = client.self();
  const [broken, back] = [statusOf(client, 'reconnecting'), statusOf(client, 'connected')];
  line.forsake();
  const beganMs = performance.now();
  client.look();
  expect((await broken).why).toBe('broke');
  await back;
  expect(performance.now() - beganMs).toBeLessThan(10_000);
  await expect.poll(() => client.self()?.z).toBeCloseTo(before?.z ?? 99, 2);
  expect(house.live.all()).toMatchObject([{ players: 1 }]);
});

test('a device without network says so, hangs in no old try, and is back as soon as it looks again', async () => {
  let offline = false;
  const { line, client } = await walker(() => offline);
  const before = client.self();
  const broken = new Promise<Status>((resolve) => {
    client.onStatus((status) => {
      if (status.why === 'offline') resolve(status);
    });
  });
  offline = true;
  line.swallow();
  client.look();
  expect((await broken).sentence).toMatch(/offline/);
  // The try that is under way hangs in the dead network; the device comes into another one.
  const brokeMs = performance.now();
  await expect.poll(() => performance.now() - brokeMs, { timeout: 5_000 }).toBeGreaterThan(1_600);
  const back = statusOf(client, 'connected');
  line.forsake();
  line.mend();
  offline = false;
  const beganMs = performance.now();
  client.look();
  await back;
  expect(performance.now() - beganMs).toBeLessThan(10_000);
  await expect.poll(() => client.self()?.z).toBeCloseTo(before?.z ?? 99, 2);
});

test('a run that is under way waits for the seat it hangs on, though the server still believes in the dead line', async () => {
  const { house, line, client } = await walker();
  const file: ChallengeFile = {
    family: 'parkour',
    rules: 1,
    instance: { engine: ENGINE, scene: provingGround() },
  };
  const challenge = challengeId(file);
  const made = { title: 'Proof', creator: accountOf('Maker'), witnessHash: null, machine: [], changedAtMs: 1 } as const;
  await house.store.transact((tx) => tx.putChallenge({ id: challenge, file, state: 'frontier', ...made }));
  expect(await client.begin(challenge)).toMatchObject({ ok: true });
  const session = client.session;
  const back = statusOf(client, 'connected');
  line.forsake();
  client.look();
  await back;
  expect(client.session).toBe(session);
});

test('a connection that is closed with a word the library would not come back from is taken up again all the same', async () => {
  const { house, client } = await walker();
  const before = client.self();
  const back = statusOf(client, 'connected');
  // Colyseus itself comes back only after 1001, 1005, 1006 and 4010.
  const [room] = await matchMaker.query({ name: 'world' });
  const here = matchMaker.getLocalRoomById(room?.roomId ?? '');
  const beganMs = performance.now();
  for (const seated of here?.clients ?? []) seated.leave(4321);
  await back;
  // At once, not only when the silence is noticed.
  expect(performance.now() - beganMs).toBeLessThan(5_000);
  await expect.poll(() => client.self()?.z).toBeCloseTo(before?.z ?? 99, 2);
  expect(house.live.all()).toMatchObject([{ players: 1 }]);
});
