import { expect, test } from 'vitest';
import { keccak256, sha256 } from '#shared/base/hash.ts';
import { Rng } from '#shared/base/rng.ts';
import { type FeedEntry, type FeedHead, parseFeedEntry } from '#shared/records/feed.ts';
import { checkLink } from '#shared/records/feed-chain.ts';
import { FeedHost, goldenRecord } from '#test/support/feed.ts';

function spoken(name: string): FeedHost {
  const host = new FeedHost(name);
  host.say(goldenRecord());
  host.say({
    kind: 'closed',
    challenge: goldenRecord().challenge,
    title: 'The golden course',
    by: 'Tock',
    attempt: null,
  });
  host.say({ kind: 'invalidated', challenge: goldenRecord().challenge, title: 'A', index: 0, reason: 'A wrong wall.' });
  host.say(goldenRecord({ index: 1, holderName: 'Żofia 😀', laurel: false }));
  return host;
}

/** Checks a feed as it would arrive, text by text. */
function check(lines: readonly string[]): FeedHead | null {
  let before: FeedHead | null = null;
  for (const line of lines) {
    const entry = parseFeedEntry(JSON.parse(line));
    checkLink(entry, before);
    before = entry;
  }
  return before;
}

function codeOf(act: () => unknown): string {
  try {
    act();
    return 'none';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'json';
  }
}

test('a feed that was signed entry by entry holds', () => {
  const host = spoken('sound');
  expect(check(host.entries.map((entry) => JSON.stringify(entry)))).toMatchObject({ seq: 4, signer: host.signer });
});

test('whichever byte is flipped, and however, the feed no longer holds', () => {
  const host = spoken('flipped');
  const lines = host.entries.map((entry) => JSON.stringify(entry));
  const rng = new Rng('flips');
  for (let round = 0; round < 400; round++) {
    const at = rng.int(0, lines.length - 1);
    const bytes = new TextEncoder().encode(lines[at]);
    const place = rng.int(0, bytes.length - 1);
    bytes[place] = (bytes[place] ?? 0) ^ (1 << rng.int(0, 7));
    const changed = lines.with(at, new TextDecoder().decode(bytes));
    // A space in a name may become another kind of space that its parser trims; the hash still tells.
    expect([round, codeOf(() => check(changed))]).toEqual([round, expect.stringMatching(/^(?:json|feed\.\w+)$/)]);
  }
});

test('entries cannot be dropped, swapped, repeated, or put in from another feed', () => {
  const { entries } = spoken('order');
  const [first, second, third] = entries as [FeedEntry, FeedEntry, FeedEntry, FeedEntry];
  const other = spoken('other').entries[1] as FeedEntry;
  const run = (list: readonly FeedEntry[]) => codeOf(() => check(list.map((entry) => JSON.stringify(entry))));
  expect(run([second])).toBe('feed.order');
  expect(run([first, third])).toBe('feed.order');
  expect(run([first, first])).toBe('feed.order');
  expect(run([first, other])).toBe('feed.broken');
});

test('another key, a foreign signature and a rewritten history are told apart', () => {
  const host = spoken('told');
  const thief = new FeedHost('thief');
  const [first, second] = host.entries as [FeedEntry, FeedEntry];
  const { hash: _hash, signature: _signature, ...unsigned } = second;
  expect(codeOf(() => checkLink(thief.sign(unsigned), first))).toBe('feed.signature');
  expect(codeOf(() => checkLink(thief.sign({ ...unsigned, signer: thief.signer }), first))).toBe('feed.signer');
  expect(codeOf(() => checkLink(host.sign({ ...unsigned, previous: sha256('no') }), first))).toBe('feed.broken');
  expect(codeOf(() => checkLink({ ...second, atMs: second.atMs + 1 }, first))).toBe('feed.hash');
  expect(codeOf(() => checkLink({ ...second, signature: `0x${'0'.repeat(128)}1b` }, first))).toBe('feed.signature');
});

test.each([
  ['nothing', null],
  ['a text', 'feed'],
  ['a deep bomb', JSON.parse(`${'['.repeat(5_000)}${']'.repeat(5_000)}`)],
  ['a huge seq', { ...spoken('a').entries[0], seq: 1e300 }],
  ['a value that is no number', { ...spoken('a').entries[0], value: 'NaN' }],
  ['one part too many', { ...spoken('a').entries[0], more: 1 }],
  ['markup in a name', { ...spoken('a').entries[0], holderName: '<b>' }],
  ['an id that leads elsewhere', { ...spoken('a').entries[0], attempt: '../../etc/passwd' }],
  ['another spelling of a hash', { ...spoken('a').entries[0], hash: keccak256('a').toUpperCase() }],
  ['an address with a script', { ...spoken('a').entries[0], origin: { signer: 'x', url: 'javascript:1', hash: '' } }],
])('%s is no entry', (_, raw) => {
  expect(codeOf(() => parseFeedEntry(raw))).toBe('feed.entry');
});
