import { expect, onTestFinished, test, vi } from 'vitest';
import { openStore } from '#server/adapters/store/open-store.ts';
import { FeedHost, goldenRecord } from '#test/support/feed.ts';
import { scratchFolder } from '#test/support/scratch.ts';

const PAGE = { from: 1, limit: 9, characters: 1e6 };

test('an entry of the feed is parsed once, however many ask for it', async () => {
  const store = await openStore({ dataDir: await scratchFolder() });
  onTestFinished(() => store.close());
  const host = new FeedHost('kept');
  const said = [goldenRecord(), goldenRecord({ index: 1 })].map((news) => host.say(news));
  await store.transact(async (tx) => {
    for (const entry of said) await tx.appendFeed(entry);
  });
  const parse = vi.spyOn(JSON, 'parse');
  onTestFinished(() => parse.mockRestore());
  for (let times = 0; times < 3; times++) {
    expect(await store.feed(PAGE)).toEqual(said);
    expect(await store.feedLines(PAGE)).toMatchObject([{ seq: 1 }, { seq: 2 }]);
  }
  // Two entries and their two lines.
  expect(parse.mock.calls.filter(([text]) => text.includes('"kind":"record"'))).toHaveLength(4);
});

test('an entry that was taken back before it was kept is not remembered', async () => {
  const store = await openStore({ dataDir: await scratchFolder() });
  onTestFinished(() => store.close());
  const [first, second] = [new FeedHost('one').say(goldenRecord()), new FeedHost('two').say(goldenRecord())];
  const broken = store.transact(async (tx) => {
    await tx.appendFeed(first);
    expect(await tx.feed(PAGE)).toEqual([first]);
    throw new Error('Taken back.');
  });
  await expect(broken).rejects.toThrow('Taken back.');
  await store.transact((tx) => tx.appendFeed(second));
  expect(await store.transact((tx) => tx.feed(PAGE))).toEqual([second]);
});
