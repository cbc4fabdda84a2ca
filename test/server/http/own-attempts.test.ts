/** What somebody tried: told to themselves alone, by the bearer of their session. */
import { expect, test } from 'vitest';
import { ownAttempts } from '#server/http/profile.ts';
import { sha256 } from '#shared/base/hash.ts';
import { parseAttemptId } from '#shared/base/ids.ts';
import { ROUTES } from '#shared/protocol/routes.ts';
import { ADA, BO, CLEO, playedByTwo } from '#test/support/played-by-two.ts';
import { madeCourse, testWorld, visitor } from '#test/support/world.ts';

test('the newest comes first, what was done with others among it, and what is out of sight has no title', async () => {
  const { store, challenge } = await playedByTwo();
  const told = async ({ address }: typeof ADA) =>
    (await ownAttempts(address, store)).map(({ title, verdict }) => [title, verdict.ok && verdict.value]);
  expect(await told(ADA)).toEqual([
    ['For two', 89],
    ['For two', 90],
  ]);
  expect(await told(BO)).toEqual([['For two', 89]]);
  expect(await told(CLEO)).toEqual([]);
  const kept = await store.challenge(challenge);
  if (kept === null) throw new Error('it is kept');
  await store.transact((tx) => tx.putChallenge({ ...kept, state: 'hidden' }));
  expect(await told(BO)).toEqual([[null, 89]]);
});

test('why a try does not hold is told, and no more of it than that', async () => {
  const { store, challenge } = await playedByTwo();
  const [{ attempt: last } = { attempt: null }] = await store.records({ challenge, limit: 1 });
  const done = last === null ? null : await store.attempt(last);
  if (done === null) throw new Error('it is kept');
  const reason = { code: 'tape.fell', sentence: 'It fell.' };
  const failed = { ...done, id: parseAttemptId(sha256('failed')), receivedAtMs: 9 };
  const verdict = { ok: false, reason, cpuMs: 3 } as const;
  await store.transact((tx) => tx.addAttempt({ ...failed, verdict }, null));
  const [first] = await ownAttempts(ADA.address, store);
  expect(first).toEqual({
    ...{ attempt: failed.id, challenge, title: 'For two', atMs: 9 },
    verdict: { ok: false, reason },
  });
});

test('only whoever is signed in is told, and only of what is theirs', async () => {
  const world = await testWorld();
  const [ann, ben] = [await visitor(world, 'Ann'), await visitor(world, 'Ben')];
  const { intent, witness } = await madeCourse(world, 'tries');
  const published = await world.door.submit(ann.person, intent);
  if (!published.accepted) throw new Error(published.sentence);
  await world.tries.idle();
  const handed = await world.door.submit(ben.person, {
    kind: 'attempt',
    challenge: published.id,
    payload: witness,
  });
  if (!handed.accepted) throw new Error(handed.sentence);
  const ask = async (token: string | null) => {
    const headers = token === null ? {} : { authorization: `Bearer ${token}` };
    const response = await fetch(`http://localhost:${world.port}${ROUTES.ownAttempts.path}`, { headers });
    return { status: response.status, body: (await response.json()) as unknown };
  };
  expect(await ask(ben.token)).toMatchObject({
    status: 200,
    body: [{ attempt: handed.id, challenge: published.id, title: 'Course tries', verdict: { ok: true } }],
  });
  expect(await ask(ann.token)).toEqual({ status: 200, body: [] });
  expect(await ask(null)).toMatchObject({ status: 401, body: { code: 'session.missing' } });
  expect(await ask('f'.repeat(64))).toMatchObject({ status: 401 });
});
