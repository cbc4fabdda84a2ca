import { expect, test } from 'vitest';
import { exportedRecords } from '#server/http/record-export.ts';
import { parseFeedEntry } from '#shared/records/feed.ts';
import { checkLink } from '#shared/records/feed-chain.ts';
import { openLoop, personNamed } from '#test/support/loop.ts';
import { hollow, openPlanet, SALT } from '#test/support/open-planet.ts';

const HOUR_MS = 3_600_000;

test('who sealed first and opens within the window takes the laurel over', async () => {
  const loop = await openLoop({ windowMs: HOUR_MS });
  const planet = await openPlanet(loop, hollow(1));
  await planet.seal('Ada', hollow(0).payload);
  loop.pass(1_000);
  const open = await planet.handIn('Ben', hollow(0).payload);
  expect(open.laurel).toMatchObject({ holder: personNamed('Ben').address });
  loop.pass(1_000);
  await expect(planet.handIn('Cara', hollow(0).payload, SALT)).rejects.toMatchObject({ code: 'commit.unknown' });
  const opened = await planet.handIn('Ada', hollow(0).payload, SALT);
  expect(opened.laurel).toMatchObject({ holder: personNamed('Ada').address, tokenId: open.laurel?.tokenId });
  expect(await loop.store.laurels({ limit: 9 })).toMatchObject([
    { holder: personNamed('Ada').address, recordIndex: 2 },
  ]);
  expect((await planet.records()).map(({ holderName, laurel }) => [holderName, laurel])).toEqual([
    ['thomson-hopping', false],
    ['Ben', false],
    ['Ada', true],
  ]);
  // The feed says it in a later entry, and whoever reads it hears of it.
  const feed = await loop.store.feed({ from: 1, limit: 9, characters: 1e6 });
  expect(feed.map(({ kind }) => kind)).toEqual(['record', 'record', 'record', 'passed']);
  expect(feed.at(-1)).toMatchObject({ from: 1, index: 2, holderName: 'Ada' });
  for (const [index, entry] of feed.entries())
    checkLink(parseFeedEntry(JSON.parse(JSON.stringify(entry))), feed[index - 1] ?? null);
  const lines = await loop.store.feedLines({ from: 1, limit: 9 });
  expect(exportedRecords(lines).map(({ holderName, laurel }) => [holderName, laurel])).toEqual([
    ['thomson-hopping', false],
    ['Ben', false],
    ['Ada', true],
  ]);
  loop.pass(HOUR_MS);
  await planet.settle();
  expect(await planet.state()).toBe('frontier');
  expect((await loop.store.outbox(9)).filter(({ kind }) => kind === 'laurel')).toHaveLength(1);
});

test('a laurel passes to who sealed first although a polish and a better record came in between', async () => {
  const loop = await openLoop({ windowMs: HOUR_MS });
  const planet = await openPlanet(loop, hollow(2));
  await planet.seal('Ada', hollow(1).payload);
  loop.pass(1_000);
  const ben = await planet.handIn('Ben', hollow(1).payload);
  const [, held] = await planet.records();
  if (held === undefined) throw new Error('Ben has a record');
  const polished = { ...held, index: 2, holderName: 'polish', holderKind: 'automaton', laurel: false } as const;
  await loop.store.transact((tx) => tx.addRecord({ ...polished, value: (Number(held.value) - 1e-9).toFixed(12) }));
  loop.pass(1_000);
  const cara = await planet.handIn('Cara', hollow(0).payload);
  expect([ben.laurel, cara.laurel]).not.toContain(null);
  loop.pass(1_000);
  const ada = await planet.handIn('Ada', hollow(1).payload, SALT);
  expect(ada).toMatchObject({ record: { index: 4 }, laurel: { tokenId: ben.laurel?.tokenId } });
  // It stands where it belongs: the best stays the last.
  expect((await planet.records()).map(({ holderName, laurel }) => [holderName, laurel])).toEqual([
    ['thomson-hopping', false],
    ['Ada', true],
    ['Ben', false],
    ['polish', false],
    ['Cara', true],
  ]);
  expect((await planet.handIn('Dan', hollow(1).payload)).record).toBeNull();
  loop.pass(HOUR_MS);
  await planet.settle();
  expect(await planet.state()).toBe('frontier');
  const laurels = (await loop.store.outbox(9)).filter(({ kind }) => kind === 'laurel');
  expect(laurels.map(({ subject }) => subject)).toEqual([ben.laurel?.tokenId, cara.laurel?.tokenId]);
  expect(laurels[0]?.data).toContain(personNamed('Ada').address.slice(2));
  // The next record of all has a number of its own.
  expect(new Set((await planet.records()).map(({ index }) => index)).size).toBe(5);
});

test('who sealed later than the record, or opens when the laurel is final, gets nothing', async () => {
  const loop = await openLoop({ windowMs: HOUR_MS });
  const planet = await openPlanet(loop, hollow(1));
  await planet.seal('Ada', hollow(0).payload);
  loop.pass(1_000);
  const { laurel } = await planet.handIn('Ben', hollow(0).payload);
  loop.pass(1_000);
  await planet.seal('Cara', hollow(0).payload);
  expect(await planet.handIn('Cara', hollow(0).payload, SALT)).toMatchObject({ record: null, laurel: null });
  loop.pass(HOUR_MS);
  await planet.settle();
  expect(await planet.handIn('Ada', hollow(0).payload, SALT)).toMatchObject({ record: null, laurel: null });
  expect(await loop.store.laurel(laurel?.tokenId ?? '')).toMatchObject({ holder: personNamed('Ben').address });
});

test('only seals that are not opened fill the room for them, and each ends after ninety days', async () => {
  const loop = await openLoop({ windowMs: HOUR_MS });
  const planet = await openPlanet(loop, hollow(2));
  const salts = Array.from({ length: 32 }, (_, index) => index.toString(16).padStart(32, '0'));
  for (const salt of salts) await planet.seal('Ada', hollow(1).payload, salt);
  await expect(planet.seal('Ada', hollow(0).payload)).rejects.toMatchObject({
    code: 'commit.many',
    message: expect.stringContaining('90 days'),
  });
  expect((await planet.handIn('Ada', hollow(1).payload, salts[0])).laurel).not.toBeNull();
  await planet.seal('Ada', hollow(0).payload);
  await expect(planet.seal('Ada', hollow(0).payload, 'cd'.repeat(16))).rejects.toMatchObject({ code: 'commit.many' });
  loop.pass(91 * 24 * HOUR_MS);
  await expect(planet.handIn('Ada', hollow(0).payload, SALT)).rejects.toMatchObject({
    code: 'commit.unknown',
    message: expect.stringContaining('90 days'),
  });
  await planet.seal('Ada', hollow(0).payload);
  expect((await planet.handIn('Ada', hollow(0).payload, SALT)).record).toMatchObject({ atMs: loop.needs.clock() });
});

test('what was handed in once without its salt can still be opened, once', async () => {
  const loop = await openLoop({ windowMs: HOUR_MS });
  const planet = await openPlanet(loop, hollow(1));
  await planet.seal('Ada', hollow(0).payload);
  loop.pass(1_000);
  await planet.handIn('Ben', hollow(0).payload);
  expect(await planet.handIn('Ada', hollow(0).payload)).toMatchObject({ record: null, laurel: null });
  const opened = await planet.handIn('Ada', hollow(0).payload, SALT);
  expect(opened.laurel).toMatchObject({ holder: personNamed('Ada').address });
  const again = await planet.handIn('Ada', hollow(0).payload, SALT);
  expect([again.record, again.laurel]).toEqual([opened.record, opened.laurel]);
  expect(await planet.records()).toHaveLength(3);
});
