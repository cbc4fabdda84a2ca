import { expect, test } from 'vitest';
import type { FeedEntry, PassedNews } from '#shared/records/feed.ts';
import { FeedLaurels, withPassedLaurels } from '#shared/records/feed-laurels.ts';
import { lineOf } from '#shared/records/feed-line.ts';
import { FeedHost, goldenRecord } from '#test/support/feed.ts';

const { challenge } = goldenRecord();
const passed = (from: number, index: number): PassedNews => ({
  kind: 'passed',
  ...{ challenge, title: 'A', from, index },
  holderName: 'Ada',
});

/** A feed of two records, the second of which had been sealed before the first, and what is said after them. */
function spoken(...news: readonly PassedNews[]): readonly FeedEntry[] {
  const host = new FeedHost('laurels');
  host.say(goldenRecord({ holderName: 'Ben' }), 2_000);
  host.say(goldenRecord({ holderName: 'Ada', index: 1 }), 1_000);
  for (const each of news) host.say(each, 3_000);
  return host.entries;
}

function heard(entries: readonly FeedEntry[]): FeedLaurels {
  const laurels = new FeedLaurels();
  for (const entry of entries) laurels.hear(lineOf(entry));
  return laurels;
}

test('a laurel that passed is not told of twice', () => {
  const entries = spoken(passed(0, 1));
  expect(heard(spoken()).count).toBe(2);
  expect(heard(entries).count).toBe(1);
  const lines = withPassedLaurels(entries.map(lineOf));
  expect(lines.map((line) => line.kind === 'record' && line.laurel)).toEqual([false, true, false]);
});

test.each([
  ['twice', [passed(0, 1), passed(0, 1)]],
  ['to who came later', [passed(1, 0)]],
  ['from a record that is not there', [passed(7, 1)]],
  ['to a record that is not there', [passed(0, 7)]],
])('a laurel does not pass %s', (_, news) => {
  expect(() => heard(spoken(...news))).toThrow(expect.objectContaining({ code: 'feed.laurel' }));
});
