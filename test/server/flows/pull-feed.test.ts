import { readFile } from 'node:fs/promises';
import { expect, onTestFinished, test } from 'vitest';
import { tapePayload, tapesPayload } from '#content/families/parkour/instance.ts';
import { openFeedSigner } from '#server/adapters/chain/verdict-signer.ts';
import { feedOfUrl } from '#server/adapters/feed-url.ts';
import { openStore } from '#server/adapters/store/open-store.ts';
import { checkedPages } from '#server/flows/check-feed.ts';
import { pullFeed } from '#server/flows/pull-feed.ts';
import type { FeedSource } from '#server/ports/feed-source.ts';
import type { Judge } from '#server/ports/pool.ts';
import { judgeFile } from '#server/work/judge-file.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { parseHash, sha256 } from '#shared/base/hash.ts';
import { parseAddress, parseAttemptId } from '#shared/base/ids.ts';
import { decodeTape } from '#shared/physics/tape.ts';
import type { RecordNews } from '#shared/records/feed.ts';
import { FeedHost, GOLDEN, goldenRecord, keepRecord } from '#test/support/feed.ts';
import { pairFile, pairPayload, pairTapes } from '#test/support/pair-course.ts';
import { playedCourse } from '#test/support/played-course.ts';
import { scratchFolder } from '#test/support/scratch.ts';
import { testWorld, visitor } from '#test/support/world.ts';

type TestWorld = Awaited<ReturnType<typeof testWorld>>;

function judgeOf(world: TestWorld): Judge {
  return (challenge, payload) => world.pool.run('judge', { challenge, payload }, 'people');
}

/** Pulls as the command does, into a world that is open. */
async function pull(world: TestWorld, source: FeedSource) {
  const key = (await readFile(`${world.dataDir}/keys/verdict.key`, 'utf8')).trim();
  const signer = openFeedSigner(key);
  return pullFeed(source, { store: world.store, judge: judgeOf(world), signer, clock: Date.now });
}

const feedOf = (world: TestWorld) => feedOfUrl(`http://localhost:${world.port}`);

test('records go from world to world, each judged anew, and give no laurel where they were not set', async () => {
  const [home, away] = [await testWorld(), await testWorld()];
  const course = await playedCourse(home, 'round');
  const ben = await visitor(home, 'Ben');
  const slow = await course.play(ben.person, 90);
  const quick = await course.play(ben.person, 0);
  expect([slow.laurel, quick.laurel]).not.toContain(null);

  expect(await pull(away, feedOf(home))).toMatchObject({ entries: 2, taken: 2, known: 0, behind: 0, strange: 0 });
  const [there] = await away.store.challenges({ limit: 9 });
  expect(there).toMatchObject({ id: course.id, state: 'training', title: 'Course round' });
  const records = await away.store.records({ challenge: quick.attempt.challenge, limit: 9 });
  expect(records.map(({ index, value, laurel }) => [index, value, laurel])).toEqual([
    [0, slow.record?.value, false],
    [1, quick.record?.value, false],
  ]);
  expect(await away.store.laurels({ limit: 9 })).toEqual([]);
  expect(await away.store.lessons({ limit: 9 })).toEqual([]);
  expect(await away.store.attempt(quick.attempt.id)).toMatchObject({ actor: { name: 'Ben' }, class: 'live' });

  // The same course is known here from now on.
  const ann = await visitor(away, 'Ann');
  const again = { kind: 'challenge', title: 'Once more', file: there?.file } as const;
  expect(await away.door.submit(ann.person, again)).toMatchObject({ accepted: false, code: 'challenge.duplicate' });
  expect(await pull(away, feedOf(home))).toMatchObject({ entries: 0, taken: 0 });

  // What was taken over is in the own feed with where it is from, signed by this world.
  const [first] = await away.store.feed({ from: 1, limit: 1, characters: 1 });
  const [told] = await home.store.feed({ from: 1, limit: 1, characters: 1 });
  expect(first).toMatchObject({ origin: { signer: told?.signer, hash: told?.hash }, laurel: false });
  expect(first?.signer).not.toBe(told?.signer);
  let entries = 0;
  for await (const page of checkedPages(feedOf(away), null, { judge: judgeOf(home) })) entries += page.length;
  expect(entries).toBe(2);
  // And going home it is known there.
  expect(await pull(home, feedOf(away))).toMatchObject({ entries: 2, taken: 0, known: 2 });
  await expect(pull(home, feedOf(home))).rejects.toThrow(expect.objectContaining({ code: 'feed.own' }));
});

test('a record that several hold together names them all wherever it goes', async () => {
  const [home, away] = [await testWorld(), await testWorld()];
  const maker = await visitor(home, 'Maker');
  const [ada, bo] = [(await visitor(home, 'Ada')).person, (await visitor(home, 'Bo')).person];
  const intent = { kind: 'challenge', title: 'Pair', file: pairFile(), clear: pairPayload() } as const;
  const published = await home.door.submit(maker.person, intent);
  const challenge = published.accepted ? published.id : '';
  await home.tries.idle();
  const tapes = pairTapes().map((tape) => Uint8Array.from([...new Uint8Array(30), ...tape]));
  const wallMs = ((tapes[0]?.length ?? 0) / 60) * 1_000;
  const handedIn = { actor: ada, party: [ada, bo], challenge, payload: tapesPayload(tapes), class: 'live' } as const;
  const { record, laurels } = await home.door.attempt({ ...handedIn, wallMs });
  expect(laurels.map(({ holder, shareBasisPoints }) => [holder, shareBasisPoints])).toEqual([
    [ada.address, 5_000],
    [bo.address, 5_000],
  ]);
  expect(await pull(away, feedOf(home))).toMatchObject({ taken: 1 });
  const [there] = await away.store.records({ limit: 9 });
  expect(there).toMatchObject({ holderName: 'Ada and Bo', party: record?.party, laurel: false });
  // And what this world says of it in turn holds together.
  let entries = 0;
  for await (const page of checkedPages(feedOf(away), null, { judge: judgeOf(home) })) entries += page.length;
  expect(entries).toBe(1);
  const citation = await (await fetch(`http://localhost:${away.port}/api/CITATION.cff`)).text();
  for (const name of ['"Ada"', '"Bo"']) expect(citation).toContain(`name: ${name}`);
});

/** A store and a judge without the rest of a world. */
async function bareWorld(judge: Judge = (challenge, payload, wishes) => judgeFile({ challenge, payload, ...wishes })) {
  const store = await openStore({ dataDir: await scratchFolder() });
  onTestFinished(() => store.close());
  const signer = openFeedSigner(`0x${'7'.repeat(64)}`);
  const needs: Parameters<typeof pullFeed>[1] = {
    store,
    signer,
    clock: Date.now,
    judge,
  };
  return { store, pull: (source: FeedSource) => pullFeed(source, needs) };
}

/** The golden run after standing still for that many ticks, as its holder's host would tell it. */
async function delayed(ticks: number, change: Partial<RecordNews>): Promise<RecordNews> {
  if (GOLDEN.payload.kind !== 'tape') throw new Error('not a tape');
  const inputs = Uint8Array.from([...new Uint8Array(ticks), ...decodeTape(GOLDEN.payload.bytes, 1_800)]);
  const payload = tapePayload(inputs);
  const { verdict } = await judgeFile({ challenge: GOLDEN.file, payload });
  if (!verdict.ok) throw new Error(verdict.reason.sentence);
  return goldenRecord({ payload, value: verdict.value, digest: parseHash(verdict.digest), ...change });
}

test('an own record gives way only to one that is better by more than the judge’s step', async () => {
  const { store, pull } = await bareWorld();
  const own = await delayed(60, { holderName: 'Ben' });
  const id = own.challenge;
  await keepRecord(own, store);
  const host = new FeedHost('elsewhere');
  const cara = { holder: parseAddress(`0x${'c'.repeat(40)}`), holderName: 'Cara' };
  // One tick is less than a record moves by; a second is more.
  host.say(await delayed(59, cara));
  expect(await pull(host.source())).toMatchObject({ taken: 0, behind: 1 });
  expect((await store.challenge(id))?.state).toBe('frontier');
  host.say(await delayed(0, cara));
  expect(await pull(host.source())).toMatchObject({ entries: 1, taken: 1 });
  const records = await store.records({ challenge: id, limit: 9 });
  expect(records.map(({ index, holderName, laurel }) => [index, holderName, laurel])).toEqual([
    [0, 'Ben', true],
    [1, 'Cara', false],
  ]);
  // It was done, elsewhere: nobody is sent to do it for the first time.
  expect((await store.challenge(id))?.state).toBe('advanced');
  const [step] = await store.events({ subject: id, limit: 1 });
  expect(step?.body).toContain('elsewhere');
  expect(await store.laurels({ limit: 9 })).toEqual([]);
});

test('a feed that lies is refused and nothing of the page it lies on is written', async () => {
  const { store, pull } = await bareWorld();
  const lies = [
    goldenRecord({ value: 3 }),
    goldenRecord({ digest: sha256('another end') }),
    goldenRecord({ payload: { kind: 'tape', bytes: '' } }),
    goldenRecord({ payload: { kind: 'moves', moves: 'RUF' } }),
    goldenRecord({ file: { ...goldenRecord().file, instance: { hello: 1 } } }),
  ];
  for (const [index, lie] of lies.entries()) {
    const host = new FeedHost(`liar ${index}`);
    host.say(goldenRecord());
    host.say(lie);
    await expect(pull(host.source())).rejects.toThrow(expect.objectContaining({ code: 'feed.certificate' }));
  }
  const host = new FeedHost('rewriter');
  host.say(goldenRecord());
  host.say(goldenRecord({ index: 1 }));
  const [entry] = host.entries;
  if (entry !== undefined) host.entries[0] = { ...entry, atMs: 5 };
  await expect(pull(host.source())).rejects.toThrow(expect.objectContaining({ code: 'feed.hash' }));
  expect(await store.challenges({ limit: 9 })).toEqual([]);
  expect(await store.feedHead()).toBeNull();
  expect(await store.fact('feed.cursor http://elsewhere/api/feed')).toBeNull();
});

test('a certificate whose polish breaks the worker holds all the same, and the time counts', async () => {
  const asked: boolean[] = [];
  const { pull } = await bareWorld(async (challenge, payload, wishes = {}) => {
    asked.push(wishes.polish === true);
    if (wishes.polish === true) throw new DimensionError('pool.timeout', 'It took too long.');
    return judgeFile({ challenge, payload });
  });
  const host = new FeedHost('slow');
  host.say(goldenRecord());
  expect(await pull(host.source())).toMatchObject({ entries: 1, taken: 1 });
  expect(asked).toEqual([true, false]);
});

test('what judging costs is all that it costs, not the verdict alone', async () => {
  const { file, payload } = goldenRecord();
  const judged = await judgeFile({ challenge: file, payload, polish: true });
  expect(judged.cpuMs).toBeGreaterThanOrEqual(judged.verdict.cpuMs);
});

test('what this release cannot judge is passed over, and a pull goes on where the last one ended', async () => {
  const { store, pull } = await bareWorld();
  const host = new FeedHost('later release');
  host.say(goldenRecord({ file: { ...goldenRecord().file, family: 'chess' } }));
  host.say(goldenRecord({ file: { ...goldenRecord().file, rules: 60_000 } }));
  const other = { package: 'another-engine', version: '1.0.0', wasmSha256: sha256('wasm') };
  const { scene } = GOLDEN.file.instance;
  host.say(goldenRecord({ file: { ...goldenRecord().file, instance: { scene, engine: other } } }));
  expect(await pull(host.source(1))).toMatchObject({ entries: 3, taken: 0, strange: 3 });
  // What a host calls an attempt is its own affair.
  host.say({ ...goldenRecord(), attempt: parseAttemptId('0'.repeat(64)) });
  const report = await pull(host.source(1));
  expect(report).toMatchObject({ entries: 1, taken: 1, head: { seq: 4, signer: host.signer } });
  expect(await store.attempt(goldenRecord().attempt)).toMatchObject({ actor: { name: 'Ines' } });
  // A page that lies comes after good ones: the good ones stay, and the next pull comes to the same lie.
  host.say({ kind: 'closed', challenge: goldenRecord().challenge, title: 'A', by: 'Tock', attempt: null });
  host.say(goldenRecord({ value: 1 }));
  for (const reached of [5, 5]) {
    await expect(pull(host.source(1))).rejects.toThrow(expect.objectContaining({ code: 'feed.certificate' }));
    expect(JSON.parse((await store.fact('feed.cursor http://elsewhere/api/feed')) ?? '')).toMatchObject({
      seq: reached,
    });
  }
});
