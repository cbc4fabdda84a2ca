import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { migrate } from '#server/adapters/store/migrations.ts';
import { openStore } from '#server/adapters/store/open-store.ts';
import { stateBefore } from '#server/flows/state-before.ts';
import { parseAddress, parseAttemptId, parseChallengeId } from '#shared/base/ids.ts';
import { scratchFolder } from '#test/support/scratch.ts';

const FIRST_RELEASE = 2;
/** The release in which people first played together. */
const FIRST_PARTIES = 10;
const hex = (digit: string) => digit.repeat(64);
const ADDRESS = `0x${'a'.repeat(40)}`;

/** A world as the first release left it: one course in training, one solved, one hidden, a laurel on its way. */
async function oldWorld(): Promise<string> {
  const dataDir = await scratchFolder();
  const database = new DatabaseSync(join(dataDir, 'dimension.sqlite'));
  database.exec('pragma journal_mode = wal');
  migrate(database, FIRST_RELEASE);
  const file = JSON.stringify({ family: 'parkour', rules: 1, instance: {} });
  const challenge = database.prepare(
    'insert into challenges (id, file_json, title, state, creator, witness_hash, changed_at_ms) values (?, ?, ?, ?, ?, null, 1)',
  );
  for (const [digit, state] of Object.entries({ 1: 'training', 2: 'solved', 3: 'hidden', 4: 'frontier' }))
    challenge.run(hex(digit), file, `Course ${digit}`, state, ADDRESS);
  database.prepare('insert into facts (key, value) values (?, ?)').run(`hidden.${hex('3')}`, 'frontier');
  const event = database.prepare('insert into events (kind, subject, body, at_ms) values (?, ?, ?, 1)');
  event.run('hidden', hex('3'), '');
  event.run('opened', hex('4'), 'frontier');
  const actor = JSON.stringify({ kind: 'person', address: ADDRESS, name: 'Ben', host: false });
  const verdict = JSON.stringify({ ok: true, value: 90, unit: 'tick', digest: hex('d'), cpuMs: 1 });
  const attempt = database.prepare(
    `insert into attempts (id, challenge, address, actor_json, class, payload_json, wall_ms, received_at_ms, verdict_json)
     values (?, ?, ?, ?, 'live', '{"kind":"tape","bytes":""}', 1, 1, ?)`,
  );
  const record = database.prepare(
    `insert into records (challenge, position, attempt, holder, holder_name, holder_kind, value_json, unit, digest, at_ms, laurel)
     values (?, ?, ?, ?, 'Ben', 'person', '90', 'tick', ?, 1, 1)`,
  );
  for (const [position, digit] of ['e', 'f'].entries()) {
    attempt.run(hex(digit), hex('2'), ADDRESS, actor, verdict);
    record.run(hex('2'), position, hex(digit), ADDRESS, hex('d'));
  }
  database
    .prepare('insert into lessons (attempt, challenge, payload_hash, learnt_at_ms) values (?, ?, ?, 1)')
    .run(hex('e'), hex('2'), hex('d'));
  database.prepare("insert into people (address, name, host, seen_at_ms) values (?, 'Ben', 0, 1)").run(ADDRESS);
  database.close();
  return dataDir;
}

test('a world of the first release opens with everything it had', async () => {
  const store = await openStore({ dataDir: await oldWorld() });
  onTestFinished(() => store.close());
  const states = (await store.challenges({ limit: 9 })).map(({ title, state }) => `${title}: ${state}`).sort();
  expect(states).toEqual(['Course 1: training', 'Course 2: solved', 'Course 3: hidden', 'Course 4: frontier']);
  const records = await store.records({ challenge: parseChallengeId(hex('2')), limit: 9 });
  expect(records.map(({ creditClass, basin, parent }) => [creditClass, basin, parent])).toEqual([
    ['first', null, null],
    ['new-basin', null, null],
  ]);
  expect(await store.attempt(parseAttemptId(hex('e')))).not.toHaveProperty('handedIn');
  // Nobody was asked then: nothing is learned from until they say yes.
  const ben = parseAddress(ADDRESS);
  expect(await store.consent(ben)).toBeNull();
  expect(await store.lessons({ limit: 9 })).toEqual([]);
  expect((await store.attemptsWithRecord(ben)).map(({ id, consent }) => [id, consent])).toEqual([
    [hex('e'), undefined],
    [hex('f'), undefined],
  ]);
  expect(await store.supply()).toEqual({ candidates: 0, frontier: 0, cpuSeconds: 0 });
  const hidden = await store.challenge(parseChallengeId(hex('3')));
  if (hidden === null) throw new Error('it is kept');
  expect(await stateBefore(hidden, 'hidden', store)).toEqual({ state: 'frontier', why: null });
});

test('what a party did stays a lesson only where all of them had said yes', async () => {
  const dataDir = await scratchFolder();
  const database = new DatabaseSync(join(dataDir, 'dimension.sqlite'));
  database.exec('pragma journal_mode = wal');
  migrate(database, FIRST_PARTIES);
  const [ada, bo, cleo] = ['a', 'b', 'c'].map((digit) => `0x${digit.repeat(40)}`);
  const person = database.prepare(
    'insert into people (address, name, host, seen_at_ms, consent) values (?, ?, 0, 1, ?)',
  );
  for (const [address, consent] of [
    [ada, 1],
    [bo, 1],
    [cleo, null],
  ] as const)
    person.run(address ?? '', 'One', consent);
  database
    .prepare(
      "insert into challenges (id, file_json, title, state, creator, changed_at_ms) values (?, '{}', '', 'training', '', 1)",
    )
    .run(hex('1'));
  const attempt = database.prepare(
    `insert into attempts (id, challenge, address, actor_json, class, payload_json, wall_ms, received_at_ms, verdict_json, party_json)
     values (?, ?, ?, '{}', 'live', '{}', 1, 1, '{}', ?)`,
  );
  const lesson = database.prepare(
    "insert into lessons (attempt, challenge, payload_hash, learnt_at_ms) values (?, ?, '', 1)",
  );
  for (const [digit, party] of [
    ['d', null],
    ['e', [ada, bo]],
    ['f', [ada, cleo]],
  ] as const) {
    const members = party?.map((address) => ({ kind: 'person', address, name: 'One', host: false }));
    attempt.run(hex(digit), hex('1'), ada ?? '', members === undefined ? null : JSON.stringify(members));
    lesson.run(hex(digit), hex('1'));
  }
  migrate(database);
  const left = database.prepare('select attempt from lessons order by attempt').all();
  database.close();
  expect(left.map((row) => row['attempt'])).toEqual([hex('d'), hex('e')]);
});
