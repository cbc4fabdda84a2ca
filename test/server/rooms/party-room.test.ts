/** Two people over real sockets: they gather at a gate, play a course for two together, and are judged as one. */
import { Client, type Room } from '@colyseus/sdk';
import { expect, onTestFinished, test } from 'vitest';
import { tapesPayload } from '#content/families/parkour/instance.ts';
import type { World } from '#server/world.ts';
import { toBase64 } from '#shared/base/hash.ts';
import { parseChallengeId } from '#shared/base/ids.ts';
import { Rng } from '#shared/base/rng.ts';
import type { PartyNews, PlayedNews, RunResult } from '#shared/protocol/messages.ts';
import { PROTOCOL_VERSION } from '#shared/protocol/version.ts';
import { WorldState } from '#shared/protocol/world-state.ts';
import type { Person } from '#shared/records/actor.ts';
import { parseFeedEntry } from '#shared/records/feed.ts';
import { pairFile, pairPayload, pairTapes } from '#test/support/pair-course.ts';
import { testWorld, visitor } from '#test/support/world.ts';

/** The server's stopwatch runs this much faster, so that the run takes less of ours. */
const HASTE = 3;
const BEAT_MS = 15;
const PIECE = 3;

/** A person in the room, with what they were told. */
class Guest {
  readonly person: Person;
  readonly room: Room<unknown, WorldState>;
  readonly news: PartyNews[] = [];
  readonly played: PlayedNews[] = [];
  readonly said: string[] = [];
  #told: () => void = () => undefined;

  constructor(person: Person, room: Room<unknown, WorldState>) {
    this.person = person;
    this.room = room;
    room.onMessage('party', (news: PartyNews) => {
      this.news.push(news);
      this.#told();
    });
    room.onMessage('played', (piece: PlayedNews) => this.played.push(piece));
    room.onMessage('news', ({ sentence }: { sentence: string }) => this.said.push(sentence));
    room.onMessage('said', () => undefined);
    room.reconnection.enabled = false;
  }

  /** Resolves once the last news is as claimed. */
  hears(claim: Partial<PartyNews>): Promise<PartyNews> {
    return new Promise((resolve) => {
      const look = () => {
        const last = this.news.at(-1);
        const fits = Object.entries(claim).every(([key, value]) => Reflect.get(last ?? {}, key) === value);
        if (last !== undefined && fits) resolve(last);
      };
      this.#told = look;
      look();
    });
  }

  /** Sends the whole tape piece by piece, as fast as the server's stopwatch allows. */
  async play(round: number, tape: Uint8Array, beginsInMs: number): Promise<void> {
    const startedAt = performance.now() + beginsInMs / HASTE;
    let from = 0;
    const answers: Promise<unknown>[] = [];
    await new Promise<void>((resolve) => {
      const beat = setInterval(() => {
        const due = Math.min(tape.length, Math.floor(((performance.now() - startedAt) / 1_000) * 60 * HASTE));
        for (; from < due && (due - from >= PIECE || due === tape.length); from += PIECE) {
          const bytes = toBase64(tape.slice(from, Math.min(from + PIECE, tape.length)));
          answers.push(this.room.request('steps', { round, from, bytes }));
        }
        if (from < tape.length) return;
        clearInterval(beat);
        resolve();
      }, BEAT_MS);
      onTestFinished(() => clearInterval(beat));
    });
    for (const answer of await Promise.all(answers)) expect(answer).toEqual({ ok: true, value: {} });
  }
}

async function comeIn(world: World, name: string, host = false): Promise<Guest> {
  const { person, token } = await visitor(world, name, host);
  const room = await new Client(world.url).joinOrCreate<WorldState>(
    'world',
    { token, protocol: PROTOCOL_VERSION },
    WorldState,
  );
  onTestFinished(() => void room.leave());
  return new Guest(person, room);
}

/** A world with the course for two at its frontier. */
async function pairWorld() {
  const world = await testWorld({ stopwatch: () => performance.now() * HASTE });
  const maker = await visitor(world, 'Maker');
  const intent = { kind: 'challenge', title: 'Pair', file: pairFile(), clear: pairPayload() } as const;
  const published = await world.door.submit(maker.person, intent);
  if (!published.accepted) throw new Error(published.sentence);
  await world.tries.idle();
  return { world, challenge: parseChallengeId(published.id) };
}

/** They gather and play the recorded tapes, a little later each so that the run is their own. */
async function playTogether(challenge: string, ada: Guest, bo: Guest): Promise<readonly [RunResult, RunResult]> {
  expect(await ada.room.request('gather', { challenge })).toMatchObject({ ok: true });
  await ada.hears({ phase: 'gathering' });
  expect(await bo.room.request('gather', { challenge })).toMatchObject({ ok: true });
  const { round, inMs } = await bo.hears({ phase: 'running' });
  const tapes = pairTapes().map((tape) => Uint8Array.from([...new Uint8Array(20), ...tape]));
  const [first = new Uint8Array(), second = new Uint8Array()] = tapes;
  await Promise.all([ada.play(round, first, inMs), bo.play(round, second, inMs)]);
  const answers = await Promise.all([ada, bo].map(({ room }) => room.request('arrived', { round })));
  const [one, other] = answers.map((answer) => {
    const reply = answer as { ok: boolean; value: RunResult; sentence: string };
    if (!reply.ok) throw new Error(reply.sentence);
    return reply.value;
  });
  if (one === undefined || other === undefined) throw new Error('two answers');
  return [one, other];
}

test('two people play together, one record names both, and the chain has a share of the laurel for each', async () => {
  const { world, challenge } = await pairWorld();
  const [ada, bo, watcher] = [await comeIn(world, 'Ada'), await comeIn(world, 'Bo'), await comeIn(world, 'Cleo')];
  const results = await playTogether(challenge, ada, bo);
  expect(watcher.said).toContain('Ada waits for one more at "Pair".');
  for (const result of results)
    expect(result).toMatchObject({ holds: true, unit: 'tick', sentence: expect.stringContaining('Ada and Bo') });
  expect(results[0].laurel).not.toBe(results[1].laurel);
  // Each was told of the other's play only.
  expect(new Set(ada.played.map(({ by }) => by))).toEqual(new Set([1]));
  expect(new Set(bo.played.map(({ by }) => by))).toEqual(new Set([0]));

  const [record] = await world.store.records({ limit: 10 });
  const people = [ada, bo].map(({ person: { address, name } }) => ({ address, name }));
  expect(record).toMatchObject({ holderName: 'Ada and Bo', holder: ada.person.address, party: people, laurel: true });
  const attempt = await world.store.attempt((record ?? expect.fail('no record')).attempt);
  expect(attempt).toMatchObject({ class: 'live', party: [{ name: 'Ada' }, { name: 'Bo' }] });
  const [entry] = await world.store.feed({ from: 1, limit: 10, characters: 1e6 });
  expect(parseFeedEntry(JSON.parse(JSON.stringify(entry)))).toMatchObject({ party: people, holderName: 'Ada and Bo' });
  for (const [index, { person }] of [ada, bo].entries()) {
    const minted = async () => (await world.store.laurels({ holder: person.address, limit: 5 }))[0];
    await expect.poll(async () => (await minted())?.state, { timeout: 20_000 }).toBe('minted');
    expect(await minted()).toMatchObject({
      holderIndex: index,
      shareBasisPoints: 5_000,
      tokenId: results[index]?.laurel,
    });
  }
  // What is taken back is taken back from both.
  const host = await visitor(world, 'Host', true);
  for (const act of ['freeze', 'invalidate'] as const)
    expect(await world.door.submit(host.person, { kind: 'freeze', challenge, act, reason: 'A doubt.' })).toMatchObject({
      accepted: true,
    });
  const states = (await world.store.laurels({ limit: 5 })).map(({ state }) => state);
  expect(states).toEqual(['invalidated', 'invalidated']);
});

test('who made a course, or keeps its solution, gathers with nobody there: that would cost all of them the laurel', async () => {
  const { world, challenge } = await pairWorld();
  const [maker, host, bo] = [
    await comeIn(world, 'Maker'),
    await comeIn(world, 'Host', true),
    await comeIn(world, 'Bo'),
  ];
  expect(await maker.room.request('gather', { challenge })).toMatchObject({ ok: false, code: 'party.maker' });
  expect(await host.room.request('gather', { challenge })).toMatchObject({ ok: false, code: 'party.keeper' });
  expect(await bo.room.request('gather', { challenge })).toMatchObject({ ok: true });
  await bo.hears({ phase: 'gathering' });
  expect(bo.news.at(-1)?.members).toHaveLength(1);
  // Alone they may play.
  for (const { room } of [maker, host])
    expect(await room.request('begin', { run: 1, challenge })).toMatchObject({ ok: true });
});

test('nobody of a party earns by a course that one of them made or keeps the solution of', async () => {
  const { world, challenge } = await pairWorld();
  const { person: maker } = await visitor(world, 'Maker');
  const { person: bo } = await visitor(world, 'Bo');
  const { person: host } = await visitor(world, 'Host', true);
  const tapes = pairTapes().map((tape) => Uint8Array.from([...new Uint8Array(20), ...tape]));
  for (const party of [
    [bo, maker],
    [host, bo],
  ]) {
    const [actor = bo] = party;
    const wallMs = ((tapes[0]?.length ?? 0) / 60) * 1_000;
    const handedIn = { actor, party, challenge, payload: tapesPayload(tapes), class: 'live', wallMs } as const;
    const { attempt, laurels, sentence } = await world.door.attempt(handedIn);
    expect(attempt.verdict.ok).toBe(true);
    expect(laurels).toEqual([]);
    expect(sentence).toContain('One of you');
  }
  expect(await world.store.records({ limit: 10 })).toEqual([]);
  expect(await world.store.laurels({ limit: 10 })).toEqual([]);
});

test('whoever goes away in the middle ends it for the other, the gate says who waits, and the room goes on', async () => {
  const { world, challenge } = await pairWorld();
  const [ada, bo] = [await comeIn(world, 'Ada'), await comeIn(world, 'Bo')];
  await ada.room.request('gather', { challenge });
  await expect.poll(() => bo.room.state.gates.get(challenge)?.waiting).toBe('Ada');
  expect(bo.room.state.gates.get(challenge)?.wanted).toBe(1);
  await bo.room.request('gather', { challenge });
  await ada.hears({ phase: 'running' });
  await expect.poll(() => bo.room.state.gates.get(challenge)?.waiting).toBe('');
  await bo.room.leave();
  expect(await ada.hears({ phase: 'ended' })).toMatchObject({ sentence: expect.stringMatching(/^Bo has left/) });
  // Silence ends it too: a line that is gone without a word.
  const cleo = await comeIn(world, 'Cleo');
  await ada.room.request('gather', { challenge });
  await cleo.room.request('gather', { challenge });
  await ada.hears({ phase: 'running' });
  cleo.room.connection.close();
  const ended = await ada.hears({ phase: 'ended' });
  expect(ended.sentence).toContain('Cleo');
  expect(await ada.room.request('emote', { emote: 1 })).toMatchObject({ ok: true });
});

test('noise in the messages of parties is refused with a code, and never ends what others play', async () => {
  const { world, challenge } = await pairWorld();
  const [ada, bo, rude] = [await comeIn(world, 'Ada'), await comeIn(world, 'Bo'), await comeIn(world, 'Rude')];
  for (const { room } of [ada, bo]) await room.request('gather', { challenge });
  await ada.hears({ phase: 'running' });
  const rng = new Rng('party noise');
  const noise = [null, 7, '', [], {}, { challenge }, { round: 1 }, { round: 1, from: 0, bytes: 'AAAA' }, { round: -1 }];
  const odd = [{ challenge: `${challenge}0` }, { round: 1e12 }, { round: 1, from: 0.5, bytes: '====' }, { bytes: 'x' }];
  for (const type of ['gather', 'tell-again', 'set-off', 'steps', 'arrived'])
    for (let at = 0; at < 4; at++) {
      const body = rng.pick([...noise, ...odd]);
      const answer: unknown = await rude.room.request(type, body);
      const fine = type === 'gather' && Reflect.get(Object(body), 'challenge') === challenge;
      if (fine) await rude.room.request('part', {});
      else expect(answer).toMatchObject({ ok: false, code: expect.stringMatching(/^(message|run|party)\./) });
    }
  expect(ada.news.at(-1)).toMatchObject({ phase: 'running', round: 1 });
  expect(rude.room.connection.isOpen).toBe(true);
  expect(await rude.room.request('gather', { challenge: '0'.repeat(64) })).toMatchObject({ ok: false });
});
