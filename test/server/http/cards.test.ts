import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '#server/adapters/store/open-store.ts';
import { Briefs, cardOf } from '#server/http/cards.ts';
import { goldenRecord, keepRecord } from '#test/support/feed.ts';
import { scratchFolder } from '#test/support/scratch.ts';

test('of very many records the card shows the newest, and the one that stands last', async () => {
  const store = await openStore({ dataDir: await scratchFolder() });
  onTestFinished(() => store.close());
  const news = goldenRecord();
  await keepRecord(news, store);
  const [first] = await store.records({ challenge: news.challenge, limit: 1 });
  const challenge = await store.challenge(news.challenge);
  if (first === undefined || challenge === null) throw new Error('it was kept');
  await store.transact(async (tx) => {
    for (let index = 1; index <= 600; index++) await tx.addRecord({ ...first, index, laurel: false });
  });
  const { records } = await cardOf(challenge, new Map(), store, new Briefs());
  expect(records.at(-1)?.index).toBe(600);
  expect(records).toHaveLength(500);
});
