/** First results: named once for ever, on courses and at workbenches, alone and together. */
import { expect, test } from 'vitest';
import { BY_PAGE } from '#client/i18n/english.ts';
import type { Worth } from '#server/ports/loop.ts';
import { firstResults } from '#server/stages/first-results.ts';
import { attemptId } from '#shared/base/content-ids.ts';
import { NEWS_SAYINGS } from '#shared/protocol/news.ts';
import type { JudgedAttempt } from '#shared/records/attempt.ts';
import { openLoop, personNamed } from '#test/support/loop.ts';
import { hollow, openPlanet } from '#test/support/open-planet.ts';
import { scratchFolder } from '#test/support/scratch.ts';

const BEHIND: Worth = { kind: 'behind', bar: { value: 1, holderName: 'Zoe' } };

test('a first verified solution at a workbench is named once, also after a restart', async () => {
  const dataDir = await scratchFolder();
  const loop = await openLoop({ dataDir });
  const planet = await openPlanet(loop, hollow(1));
  await planet.handIn('Ben', hollow(3).payload);
  const [first] = loop.news.filter(({ kind }) => kind === 'first');
  expect(first).toMatchObject({
    id: planet.id,
    who: personNamed('Ben').address,
    parts: { says: 'first-solution', title: 'A heavy planet', names: ['Ben'], unit: 'energy' },
  });
  expect(first?.sentence).toContain('Ben solved "A heavy planet"');
  await planet.handIn('Ben', hollow(0).payload);
  expect(loop.news.filter(({ kind }) => kind === 'first')).toHaveLength(1);

  const again = await openLoop({ dataDir });
  expect(await again.store.hasResult(personNamed('Ben').address)).toBe(true);
  expect(await again.store.hasResult(personNamed('Ann').address)).toBe(false);
});

test('a party names all whose first it is, and nobody else', async () => {
  const loop = await openLoop();
  const planet = await openPlanet(loop, hollow(1));
  await planet.handIn('Ben', hollow(3).payload);
  const challenge = await loop.store.challenge(planet.id);
  if (challenge === null) throw new Error('the planet is open');
  const [ben, cara, dora] = [personNamed('Ben'), personNamed('Cara'), personNamed('Dora')];
  const { payload } = hollow(2);
  const attempt: JudgedAttempt = {
    ...{ id: attemptId({ actor: cara.address, challenge: planet.id, payload }), challenge: planet.id, actor: cara },
    ...{ party: [cara, ben, dora], class: 'live', payload, wallMs: 1, receivedAtMs: 7 },
    verdict: { ok: true, value: 400, unit: 'tick', digest: 'd', cpuMs: 1 },
  };
  const verified = { challenge, attempt, canonical: 'c', basin: null, kin: [], seal: null };
  const named = (worth: Worth, change: Partial<JudgedAttempt> = {}) =>
    loop.store.transact((tx) =>
      firstResults({ ...verified, attempt: { ...attempt, ...change } }, worth, true, tx).then((all) =>
        all.map(({ name }) => name),
      ),
    );
  expect(await named(BEHIND, { class: 'tool' })).toEqual([]);
  expect(await named({ kind: 'own' })).toEqual([]);
  expect(await named({ kind: 'known', by: 'Ann' })).toEqual([]);
  expect(await named(BEHIND)).toEqual(['Cara', 'Dora']);
  expect(await named(BEHIND)).toEqual([]);
});

test('every piece of news has its words', () => {
  const keys = BY_PAGE.flatMap((page) => Object.keys(page));
  for (const says of NEWS_SAYINGS) expect(keys).toContain(`news.${says}`);
});
