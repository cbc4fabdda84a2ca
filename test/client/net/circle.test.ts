import { expect, onTestFinished, test } from 'vitest';
import { Api } from '#client/net/api.ts';
import { openGuestKey } from '#client/net/guest-key.ts';
import { memoryKeyStore } from '#client/net/key-store.ts';
import { signIn } from '#client/net/sign-in.ts';
import { joinWorld, type WorldClient } from '#client/net/world-client.ts';
import { decodeTape } from '#shared/physics/tape.ts';
import type { Session } from '#shared/protocol/routes.ts';
import { madeCourse, testWorld, visitor } from '#test/support/world.ts';

/** The server's stopwatch runs this much faster, so that the runs take less of ours. */
const HASTE = 2;
const BEAT_MS = 25;

async function comeIn(url: string, name: string): Promise<{ api: Api; session: Session; client: WorldClient }> {
  const key = await openGuestKey(memoryKeyStore());
  const session = await signIn({ api: new Api(url), key, name, origin: url });
  expect(session).toMatchObject({ address: key.address, name, host: false });
  const client = await joinWorld({ url, token: async () => session.token });
  onTestFinished(() => client.leave());
  return { api: new Api(url, () => session.token), session, client };
}

/** Plays a tape as fast as the server's stopwatch allows. */
function play(client: WorldClient, tape: Uint8Array): Promise<void> {
  const startedAt = performance.now();
  let at = 0;
  return new Promise((resolve) => {
    const beat = setInterval(() => {
      const due = Math.min(tape.length, Math.floor(((performance.now() - startedAt) / 1_000) * 60 * HASTE));
      for (; at < due; at++) client.push(tape[at] ?? 0);
      if (at < tape.length) return;
      clearInterval(beat);
      resolve();
    }, BEAT_MS);
    onTestFinished(() => clearInterval(beat));
  });
}

test('from a link to a laurel: sign in, join, play a gate live, be judged, and everybody sees it', async () => {
  const world = await testWorld({ stopwatch: () => performance.now() * HASTE });
  const maker = await visitor(world, 'Maker');
  const { intent, witness } = await madeCourse(world, 'live');
  const published = await world.door.submit(maker.person, intent);
  if (!published.accepted || witness.kind !== 'tape') throw new Error('The course should be in.');
  await world.tries.idle();

  const player = await comeIn(world.url, 'Player');
  const watcher = await comeIn(world.url, 'Watcher');
  const heard: string[] = [];
  watcher.client.onNews(({ kind }) => heard.push(kind));
  expect(player.client.state.gates.get(published.id)).toMatchObject({
    title: intent.title,
    state: 'frontier',
    holder: '',
  });

  const tape = decodeTape(witness.bytes, 7_200);
  expect(await player.client.begin(published.id)).toMatchObject({ ok: true });
  player.client.push(64);
  // Restarting is one message; nothing of the first try is left.
  expect(await player.client.begin(published.id)).toMatchObject({ ok: true });
  await play(player.client, tape);
  const reply = await player.client.finish();
  if (!reply.ok) throw new Error(reply.sentence);
  expect(reply.value).toMatchObject({ holds: true, unit: 'tick', reason: null, laurel: expect.stringMatching(/^0x/) });

  const seen = await new Promise<string>((resolve) => {
    const look = () => {
      const gate = watcher.client.state.gates.get(published.id);
      if (gate?.holder === 'Player' && watcher.client.state.board.length > 0) resolve(gate.record);
    };
    watcher.client.onChange(look);
    look();
  });
  expect(seen).toMatch(/^\d+\.\d\d s$/);
  expect(watcher.client.state.board[0]).toContain('Player');
  expect(heard).toContain('laurel');
  expect((await player.api.profile()).laurels).toHaveLength(1);

  // The very same tape a second time is answered the same and gives nothing more.
  await player.client.begin(published.id);
  await play(player.client, tape);
  const again = await player.client.finish();
  expect(again).toMatchObject({ ok: true, value: { laurel: reply.value.laurel } });
  expect((await player.api.profile()).laurels).toHaveLength(1);
  // A run that is cut short is judged too, and the sentence says what was missing.
  await player.client.begin(published.id);
  await play(player.client, tape.subarray(0, 90));
  expect(await player.client.finish()).toMatchObject({ ok: true, value: { holds: false, value: null, laurel: null } });
});

test('a wrong signature is refused in words, and so is a host word that is not the one', async () => {
  const world = await testWorld();
  const key = await openGuestKey(memoryKeyStore());
  const other = await openGuestKey(memoryKeyStore());
  const api = new Api(world.url);
  const forged = { address: key.address, sign: (text: string) => other.sign(text) };
  const origin = world.url;
  await expect(signIn({ api, key: forged, name: 'Mallory', origin })).rejects.toMatchObject({
    code: expect.stringMatching(/^sign-in\./),
  });
  await expect(signIn({ api, key, name: 'Mallory', origin, hostWord: 'guess' })).rejects.toMatchObject({
    message: expect.stringMatching(/\w/),
  });
  await expect(joinWorld({ url: origin, token: async () => 'f'.repeat(64) })).rejects.toMatchObject({
    code: 'sign-in.expired',
  });
});
