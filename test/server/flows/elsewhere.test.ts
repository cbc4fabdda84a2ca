import { expect, onTestFinished, test } from 'vitest';
import { thomson } from '#content/families/thomson.ts';
import { openFeedSigner } from '#server/adapters/chain/verdict-signer.ts';
import { openStore } from '#server/adapters/store/open-store.ts';
import { attemptFlow } from '#server/flows/attempt.ts';
import { genesis } from '#server/flows/genesis.ts';
import { pullFeed } from '#server/flows/pull-feed.ts';
import { judgeFile } from '#server/work/judge-file.ts';
import { machineNamed } from '#shared/records/actor.ts';
import { FeedHost, GOLDEN, goldenRecord, keepRecord } from '#test/support/feed.ts';
import { openLoop, personNamed } from '#test/support/loop.ts';
import { planetFile, planetRecord, rested, scattered } from '#test/support/planet.ts';
import { scratchFolder } from '#test/support/scratch.ts';

/** A store that pulls with the key and the clock of a test's loop. */
async function puller(options: { readonly dataDir?: string; readonly nowMs?: number } = {}) {
  const dataDir = options.dataDir ?? (await scratchFolder());
  const store = await openStore({ dataDir });
  onTestFinished(() => store.close());
  const needs: Parameters<typeof pullFeed>[1] = {
    store,
    signer: openFeedSigner(`0x${'11'.repeat(32)}`),
    clock: () => options.nowMs ?? 1_000_000,
    judge: (challenge, payload, wishes) => judgeFile({ challenge, payload, ...wishes }),
  };
  return { dataDir, store, pull: (host: FeedHost, name?: string) => pullFeed(host.source(100, name), needs) };
}

const TOCK = machineNamed('Tock');
const byMachine = { holder: TOCK.address, holderName: TOCK.name, holderKind: 'automaton', class: 'machine' } as const;

test('what comes from elsewhere is polished before it is compared, and known by its idea', async () => {
  const { store, pull } = await puller();
  const host = new FeedHost('rough');
  const file = planetFile(3);
  const rough = scattered(file, 'rough');
  host.say(await planetRecord(3, rough));
  expect(await pull(host)).toMatchObject({ taken: 1 });
  const [record] = await store.records({ limit: 9 });
  const polished = thomson.polish(file.instance, rough);
  expect(record).toMatchObject({ basin: await thomson.basin(file.instance, polished), holderName: 'Ines' });
  expect(Number(record?.value)).toBeLessThan(Number(host.entries[0]?.kind === 'record' ? host.entries[0].value : 0));
  expect(await store.attempt((await planetRecord(3, rough)).attempt)).toMatchObject({
    payload: polished,
    handedIn: rough,
  });
  // The same idea with other digits is nothing new.
  host.say(await planetRecord(3, polished, { holder: TOCK.address, index: 1 }));
  expect(await pull(host)).toMatchObject({ taken: 0 });
});

test('a laurel that passed elsewhere is read over: no record gives one here', async () => {
  const { store, pull } = await puller();
  const host = new FeedHost('passing');
  const news = await planetRecord(3, rested(planetFile(3), 'a'));
  host.say(news, 2_000);
  host.say(await planetRecord(3, rested(planetFile(3), 'a'), { holder: TOCK.address, index: 1 }), 1_000);
  host.say({ kind: 'passed', challenge: news.challenge, title: 'A', from: 0, index: 1, holderName: 'Ada' }, 3_000);
  expect(await pull(host)).toMatchObject({ entries: 3, head: { seq: 3 } });
  expect((await store.records({ limit: 9 })).map(({ laurel }) => laurel)).toEqual([false]);
  expect(await store.laurels({ limit: 9 })).toEqual([]);
});

test('a clock elsewhere that runs ahead is not believed', async () => {
  const { store, pull } = await puller({ nowMs: 5_000 });
  const host = new FeedHost('ahead');
  host.say(await planetRecord(3, rested(planetFile(3), 'a')), 9_000_000);
  host.say(await planetRecord(4, rested(planetFile(4), 'a')), 2_000);
  await pull(host);
  expect((await store.records({ limit: 9 })).map(({ atMs }) => atMs)).toEqual([2_000, 5_000]);
  expect((await store.challenges({ limit: 9 })).map(({ changedAtMs }) => changedAtMs)).toEqual([5_000, 5_000]);
  const feed = await store.feed({ from: 1, limit: 9, characters: 1e6 });
  expect(feed.map(({ atMs }) => atMs)).toEqual([5_000, 5_000]);
});

test('one pull adds so many challenges at most, and the next goes on where it ended', async () => {
  const { store, pull } = await puller();
  const host = new FeedHost('flood');
  for (let number = 0; number < 55; number++) host.say(await planetRecord(number, rested(planetFile(number), 'a')));
  expect(await pull(host)).toMatchObject({ entries: 50, taken: 50, added: 50, full: true, head: { seq: 50 } });
  expect(await store.challenges({ limit: 99 })).toHaveLength(50);
  expect(await pull(host)).toMatchObject({ entries: 5, taken: 5, added: 5, full: false, head: { seq: 55 } });
});

test('who takes a record back takes it back here too, and nobody else’s', async () => {
  const { store, pull } = await puller();
  const [host, other] = [new FeedHost('host'), new FeedHost('other')];
  const news = await planetRecord(3, rested(planetFile(3), 'a'));
  host.say(news);
  await pull(host);
  const invalid = {
    kind: 'invalidated',
    challenge: news.challenge,
    title: 'A',
    index: 0,
    reason: 'A wrong judge.',
  } as const;
  other.say(invalid);
  expect(await pull(other, 'http://other/api/feed')).toMatchObject({ entries: 1, invalidated: 0 });
  expect(await store.records({ challenge: news.challenge, limit: 9 })).toHaveLength(1);
  host.say(invalid);
  expect(await pull(host)).toMatchObject({ invalidated: 1 });
  expect(await store.records({ challenge: news.challenge, limit: 9 })).toEqual([]);
  const lines = await store.feedLines({ challenge: news.challenge, from: 1, limit: 9 });
  expect(lines.map(({ kind }) => kind)).toEqual(['record', 'invalidated']);
  const kinds = (await store.events({ subject: news.challenge, limit: 9 })).map(({ kind }) => kind);
  expect(kinds).toContain('invalidated-elsewhere');
  // What comes next has a number of its own.
  host.say(await planetRecord(3, rested(planetFile(3), 'a'), { holder: TOCK.address, index: 1 }));
  host.say(await planetRecord(3, rested(planetFile(3), 'b'), { holder: TOCK.address, index: 2 }));
  await pull(host);
  expect((await store.records({ challenge: news.challenge, limit: 9 })).map(({ index }) => index)).not.toContain(0);
});

test('what was taken back elsewhere is free to be found here, and elsewhere', async () => {
  const dataDir = await scratchFolder();
  const loop = await openLoop({ dataDir });
  const { pull } = await puller({ dataDir });
  const [host, other] = [new FeedHost('host'), new FeedHost('other')];
  const found = rested(planetFile(3), 'a');
  const three = await planetRecord(3, found);
  const four = await planetRecord(4, rested(planetFile(4), 'a'));
  const findHere = (name: string) => {
    const handedIn = { challenge: three.challenge, payload: found, class: 'tool', wallMs: 0 } as const;
    const needs = { ...loop.needs, finality: { poke: () => undefined } };
    return attemptFlow({ actor: personNamed(name), atMs: loop.needs.clock(), ...handedIn }, needs);
  };
  for (const news of [three, four]) host.say(news);
  await pull(host);
  expect((await findHere('Early')).record).toBeNull();
  const invalid = { kind: 'invalidated', title: 'A', index: 0, reason: 'A wrong judge.' } as const;
  for (const { challenge } of [three, four]) host.say({ ...invalid, challenge });
  expect(await pull(host)).toMatchObject({ invalidated: 2 });

  // Here by a person; their own find then stands, and is known to whoever comes after.
  expect((await findHere('Dora')).record).toMatchObject({ holderName: 'Dora', index: 1 });
  expect((await findHere('Emil')).record).toBeNull();
  // On another host by a machine.
  other.say(await planetRecord(4, four.payload, { holder: TOCK.address }));
  expect(await pull(other, 'http://other/api/feed')).toMatchObject({ taken: 1, known: 0 });
});

test('a closing closes what people hold here only with a certificate that was judged here', async () => {
  const { store, pull } = await puller();
  const own = goldenRecord();
  await keepRecord(own, store);
  const host = new FeedHost('closing');
  const closed = { kind: 'closed', challenge: own.challenge, title: 'A', by: 'Tock' } as const;
  host.say({ ...closed, attempt: null });
  host.say({ ...closed, attempt: own.attempt });
  expect(await pull(host)).toMatchObject({ entries: 2, closed: 0 });
  expect((await store.challenge(own.challenge))?.state).toBe('frontier');
  const noted = (await store.events({ subject: own.challenge, limit: 9 })).map(({ kind }) => kind);
  expect(noted).toEqual(['closed-elsewhere']);
  // A machine's attempt that was judged here when it was taken over, before people held the challenge.
  const { verdict } = GOLDEN;
  if (!verdict.ok) throw new Error('the golden run holds');
  const theirs = goldenRecord(byMachine);
  await store.transact((tx) =>
    tx.addAttempt(
      {
        ...{ id: theirs.attempt, challenge: own.challenge, payload: own.payload, class: 'machine', wallMs: 0 },
        actor: TOCK,
        receivedAtMs: 1,
        verdict: { ...verdict, cpuMs: 1 },
      },
      null,
    ),
  );
  host.say({ ...closed, attempt: theirs.attempt });
  expect(await pull(host)).toMatchObject({ entries: 1, closed: 1 });
  expect((await store.challenge(own.challenge))?.state).toBe('training');
  const lines = await store.feedLines({ challenge: own.challenge, from: 1, limit: 9 });
  expect(lines).toMatchObject([{ kind: 'closed', attempt: theirs.attempt }]);
});

test('a world that took records over before its first start begins with its own challenges all the same', async () => {
  const first = await puller();
  const host = new FeedHost('before');
  const [three, four] = [planetFile(3), planetFile(4)];
  host.say(await planetRecord(3, rested(three, 'a')));
  host.say(goldenRecord());
  host.say(await planetRecord(9, rested(planetFile(9), 'a')));
  await first.pull(host);
  await first.store.close();
  const loop = await openLoop({ dataDir: first.dataDir });
  const run = { solver: 'thomson-hopping', release: 1, cpuSeconds: 1, steps: 1, progress: 1, solved: true };
  const log = async (file: typeof three) => {
    const best = rested(file, 'a');
    const verdict = await thomson.judge(file.instance, best);
    return [{ ...run, seed: '1', budgetCpuSeconds: 1, value: verdict.ok ? verdict.value : 0, best: { ...best } }];
  };
  const starter = { creator: 'orrin', witnessHash: null };
  const starters = [
    { ...starter, title: 'Three', file: three, machine: await log(three) },
    { ...starter, title: 'Golden', file: GOLDEN.file, machine: [] },
    { ...starter, title: 'Four', file: four, machine: await log(four) },
  ];
  const ladder = { budgetsCpuSeconds: [1], seeds: 1 };
  const needs = { ...loop.needs, ladder, account: () => personNamed('Orrin').address };
  expect(await genesis(starters, needs)).toBe(2);
  const states = (await loop.store.challenges({ limit: 9 })).map(({ title, state }) => `${title}: ${state}`).sort();
  expect(states).toEqual(['Four: frontier', 'Planet 9: training', 'The golden course: training', 'Three: frontier']);
  const three0 = await loop.store.records({
    challenge: (await planetRecord(3, rested(three, 'a'))).challenge,
    limit: 9,
  });
  expect(three0.map(({ holderName }) => holderName)).toEqual(['Ines']);
  expect(await genesis(starters, needs)).toBe(0);
});
