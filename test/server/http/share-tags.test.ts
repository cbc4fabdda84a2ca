/** What a shared link says: names and titles of people are text there and nothing else. */
import { expect, test } from 'vitest';
import { shareTags } from '#server/http/share-tags.ts';
import { withTags, wordsOf } from '#server/http/watch-page.ts';
import { escaped } from '#shared/base/escaped.ts';
import { parseAddress, parseAttemptId, parseChallengeId } from '#shared/base/ids.ts';
import type { JudgedAttempt } from '#shared/records/attempt.ts';

const NASTY = `"><script>alert('x')</script>&amp; $& $' $\``;
const ATTEMPT: JudgedAttempt = {
  id: parseAttemptId('a'.repeat(64)),
  challenge: parseChallengeId('b'.repeat(64)),
  actor: { kind: 'person', address: parseAddress(`0x${'1'.repeat(40)}`), name: NASTY, host: false },
  class: 'live',
  payload: { kind: 'tape', bytes: '' },
  wallMs: 0,
  receivedAtMs: 0,
  verdict: { ok: true, value: 252, unit: 'tick', digest: 'c'.repeat(64), cpuMs: 1 },
};
const PAGE = '<html><head><title>Watch</title></head><body></body></html>';

/** Every tag of a page, as a browser would count them. */
const tagsIn = (page: string) => page.match(/<[a-z/!][^>]*>/gi) ?? [];

test('whatever a person or a challenge is called, the page has the tags that it was built with and ours', () => {
  const plain = withTags(
    PAGE,
    wordsOf({ ...ATTEMPT, actor: { ...ATTEMPT.actor, name: 'Ada' } }, 'One gap', 'http://x', 'en'),
  );
  const nasty = withTags(PAGE, wordsOf(ATTEMPT, NASTY, 'http://x', 'de'));
  expect(tagsIn(nasty).length).toBe(tagsIn(plain).length);
  expect(nasty).not.toContain('<script');
  expect(plain).toContain('<title>One gap: 4.20 s by Ada · Autonomous Dimension</title>');
  expect(plain).toContain('<meta property="og:title" content="One gap: 4.20 s by Ada" />');
  expect(plain).toContain(`content="http://x/api/attempts/${'a'.repeat(64)}/picture.png"`);
  expect(plain).toContain('<meta name="twitter:card" content="summary_large_image" />');
});

test('escaping takes every sign that ends a text or an attribute, once', () => {
  expect(escaped(`<a href="x" b='y'>&lt;`)).toBe('&lt;a href=&quot;x&quot; b=&#39;y&#39;&gt;&amp;lt;');
});

test('a page without a picture says so to whoever shows cards', () => {
  const tags = shareTags({ language: 'en', title: 't', description: 'd', url: 'u', picture: null });
  expect(tags).toContain('content="summary"');
  expect(tags).not.toContain('og:image');
});

test('a party is named whole, and what does not hold is a try', () => {
  const party = ['Ada', 'Bo'].map((name) => ({
    kind: 'person' as const,
    address: ATTEMPT.actor.address,
    name,
    host: false,
  }));
  expect(wordsOf({ ...ATTEMPT, party }, 'One gap', '', 'en').title).toBe('One gap: 4.20 s by Ada and Bo');
  const fails = { ok: false, reason: { code: 'x.y', sentence: 'No.' }, cpuMs: 1 } as const;
  expect(wordsOf({ ...ATTEMPT, party, verdict: fails }, 'One gap', '', 'en').title).toBe(
    'One gap: a try by Ada and Bo',
  );
});
