import { expect, test } from 'vitest';
import type { World } from '#server/world.ts';
import { parseFeedEntry } from '#shared/records/feed.ts';
import { checkLink } from '#shared/records/feed-chain.ts';
import { playedCourse } from '#test/support/played-course.ts';
import { testWorld, visitor } from '#test/support/world.ts';

async function get(world: World, path: string) {
  const response = await fetch(`http://localhost:${world.port}${path}`);
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
}

test('records are handed out as a signed feed, as tables, as a history and with a citation', async () => {
  const world = await testWorld();
  expect(JSON.parse((await get(world, '/api/feed')).text)).toMatchObject({ head: null, entries: [] });
  expect(JSON.parse((await get(world, '/api/feed/lines')).text)).toEqual([]);
  const course = await playedCourse(world, 'handed out');
  const ben = await visitor(world, 'Ben');
  await course.play(ben.person, 60);
  const best = await course.play(ben.person, 0);

  const feed = JSON.parse((await get(world, '/api/feed?from=1')).text);
  expect(feed.head).toMatchObject({ seq: 2, signer: feed.signer });
  const [first, second] = feed.entries.map(parseFeedEntry);
  expect(() => {
    checkLink(first, null);
    checkLink(second, first);
  }).not.toThrow();
  expect(JSON.parse((await get(world, '/api/feed?from=2')).text).entries).toEqual([feed.entries[1]]);
  expect(JSON.parse((await get(world, '/api/feed?from=3')).text).entries).toEqual([]);

  const lines = JSON.parse((await get(world, '/api/feed/lines')).text);
  expect(lines).toMatchObject([
    { seq: 2, value: best.record?.value, family: 'parkour', holderName: 'Ben', credit: 'new-basin' },
    { seq: 1, credit: 'first' },
  ]);
  expect(JSON.stringify(lines)).not.toContain('"payload"');
  expect(JSON.parse((await get(world, '/api/feed/lines?before=2')).text)).toMatchObject([{ seq: 1 }]);
  const history = JSON.parse((await get(world, `/api/challenges/${course.id}/history`)).text);
  expect(history.map(({ index }: { index: number }) => index)).toEqual([0, 1]);

  const table = JSON.parse((await get(world, '/api/records.json')).text);
  expect(table).toMatchObject({ signer: feed.signer, records: [{ index: 0 }, { index: 1, invalidated: null }] });
  expect(JSON.parse((await get(world, table.records[1].certificate)).text)).toMatchObject({ id: best.attempt.id });
  const csv = await get(world, '/api/records.csv');
  expect(csv.type).toBe('text/csv; charset=utf-8');
  expect(csv.text.split('\r\n')).toHaveLength(4);
  const cff = await get(world, '/api/CITATION.cff');
  expect(cff.type).toBe('text/yaml; charset=utf-8');
  expect(cff.text).toContain('  - name: "Ben"\n');
  expect(Array.isArray(JSON.parse((await get(world, '/api/published')).text))).toBe(true);

  // What the host hides loses its title in every list; the signed feed itself stays as it is.
  const host = await visitor(world, 'Hanna', true);
  const hide = { kind: 'moderate', target: 'challenge', id: course.id, hidden: true } as const;
  expect(await world.door.submit(host.person, hide)).toMatchObject({ accepted: true });
  for (const path of [
    '/api/feed/lines',
    `/api/challenges/${course.id}/history`,
    '/api/records.json',
    '/api/records.csv',
  ])
    expect((await get(world, path)).text).not.toContain('handed out');
  expect(JSON.parse((await get(world, '/api/feed?from=1')).text)).toEqual(feed);
});

test('a place in the feed that is no number is refused', async () => {
  const world = await testWorld();
  for (const query of ['from=0', 'from=-1', 'from=1e3', 'from=1&from=2', 'from=']) {
    const { status, text } = await get(world, `/api/feed?${query}`);
    expect([query, status, JSON.parse(text).code]).toEqual([query, 400, 'http.query']);
  }
  const none = await get(world, `/api/published/${'0'.repeat(64)}`);
  expect([none.status, JSON.parse(none.text).code]).toEqual([404, 'published.unknown']);
});
