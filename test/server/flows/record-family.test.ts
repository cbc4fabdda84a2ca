import { expect, test } from 'vitest';
import { chargesOf } from '#content/families/thomson/instance.ts';
import { thomson } from '#content/families/thomson.ts';
import { attemptFlow } from '#server/flows/attempt.ts';
import { challengeFlow } from '#server/flows/challenge.ts';
import { commitFlow } from '#server/flows/commit.ts';
import { Finality } from '#server/flows/finality.ts';
import { genesis } from '#server/flows/genesis.ts';
import { MachineTries } from '#server/flows/machine-tries.ts';
import { FrontierRecheck } from '#server/flows/recheck.ts';
import { exportedRecords } from '#server/http/record-export.ts';
import { parseChallengeId } from '#shared/base/ids.ts';
import { Rng } from '#shared/base/rng.ts';
import { commitmentOf } from '#shared/records/commitment.ts';
import { parseFeedEntry } from '#shared/records/feed.ts';
import { checkLink } from '#shared/records/feed-chain.ts';
import type { Payload } from '#shared/records/payload.ts';
import { type Loop, openLoop, personNamed } from '#test/support/loop.ts';

const HOUR_MS = 3_600_000;
/** Weights that nobody has published. */
const INSTANCE = { n: 22, charges: [4, 4, 2, ...Array.from({ length: 19 }, () => 1)] };
const FILE = { family: thomson.id, rules: thomson.rules, instance: INSTANCE };
const SALT = 'ab'.repeat(16);

interface Hollow {
  readonly payload: Payload;
  readonly value: number;
}

/** Beacons at rest in different hollows, the best first. */
async function hollows(): Promise<readonly Hollow[]> {
  const rng = new Rng('hollows');
  const found = new Map<string, Hollow>();
  for (let round = 0; round < 40; round++) {
    const payload = thomson.polish(INSTANCE, scattered(rng));
    const judged = await thomson.judge(INSTANCE, payload);
    if (judged.ok) found.set(await thomson.basin(INSTANCE, payload), { payload, value: Number(judged.value) });
  }
  const all = [...found.values()].sort((a, b) => a.value - b.value);
  return all.filter((hollow, index) => index === 0 || hollow.value - (all[index - 1]?.value ?? 0) > 0.01);
}

function scattered(rng: Rng): Payload {
  const vectors = Array.from(chargesOf(INSTANCE), () => [0, 1, 2].map(() => rng.between(-1, 1).toFixed(9)));
  return thomson.parsePayload({ kind: 'vectors', vectors }, INSTANCE);
}

/** The same hollow, with fewer digits. */
function roughened({ payload }: Hollow, digits: number): Payload {
  if (payload.kind !== 'vectors') throw new Error('beacons are vectors');
  const vectors = payload.vectors.map((row) => row.map((text) => Number(text).toFixed(digits)));
  return thomson.parsePayload({ kind: 'vectors', vectors }, INSTANCE);
}

/** Opened with the machines' best at hollow number `machine`. */
async function openPlanet(loop: Loop, machine: Hollow) {
  const needs = { ...loop.needs, ladder: { budgetsCpuSeconds: [1], seeds: 1 } };
  loop.machines(async () => ({ solved: true, progress: 1, best: { ...machine.payload } }));
  const tries = new MachineTries({ ...needs, cpuShare: 1 });
  const intent = { kind: 'challenge', title: 'A heavy planet', file: FILE } as const;
  const ruling = await challengeFlow({ actor: personNamed('Ann'), intent, atMs: needs.clock() }, { ...needs, tries });
  await tries.idle();
  const id = parseChallengeId(ruling.id);
  const finality = new Finality({ ...needs, secondOpinion: loop.opinion });
  const handIn = (name: string, payload: Payload, salt?: string) =>
    attemptFlow(
      {
        ...{ actor: personNamed(name), challenge: id, payload, class: 'tool', wallMs: 0, atMs: needs.clock() },
        ...(salt === undefined ? {} : { salt }),
      },
      { ...needs, finality },
    );
  return {
    id,
    handIn,
    seal: (name: string, payload: Payload, salt = SALT) => {
      const actor = personNamed(name);
      const hash = commitmentOf({ payload, salt, address: actor.address });
      return commitFlow({ actor, intent: { kind: 'commit', challenge: id, hash }, atMs: needs.clock() }, needs);
    },
    settle: async () => {
      finality.poke();
      await finality.idle();
    },
    state: async () => (await loop.store.challenge(id))?.state,
    records: () => loop.store.records({ challenge: id, limit: 99 }),
  };
}

const KNOWN = await hollows();
function hollow(place: number): Hollow {
  const found = KNOWN[place];
  if (found === undefined) throw new Error('this sphere has more hollows than that');
  return found;
}

test('the machines’ best is the first record; a better hollow is a person’s, better digits are a machine’s', async () => {
  const loop = await openLoop({ windowMs: HOUR_MS });
  const planet = await openPlanet(loop, hollow(2));
  expect(await planet.state()).toBe('frontier');
  expect(await planet.records()).toMatchObject([
    { index: 0, holderName: 'thomson-hopping', holderKind: 'automaton', laurel: false, creditClass: 'first' },
  ]);
  expect(await planet.handIn('Ben', hollow(2).payload)).toMatchObject({ record: null, laurel: null });

  const rough = await planet.handIn('Ben', roughened(hollow(1), 2));
  expect(rough.record).toMatchObject({ index: 1, holderName: 'Ben', laurel: true, parent: null });
  expect(Number(rough.record?.value)).toBeLessThan(hollow(1).value + 1e-6);
  expect(rough.attempt.handedIn).toEqual(roughened(hollow(1), 2));
  expect(rough.attempt.payload).not.toEqual(rough.attempt.handedIn);
  expect(await planet.state()).toBe('advanced');
  expect(await planet.handIn('Cara', roughened(hollow(1), 3))).toMatchObject({ laurel: null });
  expect((await planet.records()).filter(({ laurel }) => laurel)).toHaveLength(1);
  expect(await planet.handIn('Ann', hollow(0).payload)).toMatchObject({ record: null, laurel: null });
  loop.pass(HOUR_MS);
  await planet.settle();
  expect(await planet.state()).toBe('frontier');
  // On chain the person's laurel is the first: the machine's record gave none.
  expect((await loop.store.outbox(9)).map(({ kind }) => kind)).toEqual(['laurel', 'challenge']);
});

test('better digits of the record’s own hollow move its value and credit the machine', async () => {
  const loop = await openLoop();
  const planet = await openPlanet(loop, hollow(1));
  const [first] = await planet.records();
  if (first === undefined) throw new Error('the machines have a record');
  // As if polish had been less patient when the first record was made.
  const worse = (Number(first.value) + 1e-7).toFixed(12);
  const kept = loop.store.records;
  const blurred = { ...loop.store, transact: loop.store.transact, records: kept };
  await blurred.transact(async (tx) => {
    await tx.addRecord({ ...first, index: 1, value: worse });
  });
  const outcome = await planet.handIn('Ben', roughened(hollow(1), 4));
  expect(outcome).toMatchObject({
    laurel: null,
    record: { creditClass: 'polish', holderName: 'polish', laurel: false },
  });
  expect(outcome.sentence).toContain('the machine');
  expect(await planet.state()).toBe('frontier');
});

test('who sealed first and opens within the window takes the laurel over', async () => {
  const loop = await openLoop({ windowMs: HOUR_MS });
  const planet = await openPlanet(loop, hollow(1));
  await planet.seal('Ada', hollow(0).payload);
  loop.pass(1_000);
  const open = await planet.handIn('Ben', hollow(0).payload);
  expect(open.laurel).toMatchObject({ holder: personNamed('Ben').address });
  loop.pass(1_000);
  await expect(planet.handIn('Cara', hollow(0).payload, SALT)).rejects.toMatchObject({ code: 'commit.unknown' });
  const opened = await planet.handIn('Ada', hollow(0).payload, SALT);
  expect(opened.laurel).toMatchObject({ holder: personNamed('Ada').address, tokenId: open.laurel?.tokenId });
  expect(await loop.store.laurels({ limit: 9 })).toMatchObject([
    { holder: personNamed('Ada').address, recordIndex: 2 },
  ]);
  expect((await planet.records()).map(({ holderName, laurel }) => [holderName, laurel])).toEqual([
    ['thomson-hopping', false],
    ['Ben', false],
    ['Ada', true],
  ]);
  // The feed says it in a later entry, and whoever reads it hears of it.
  const feed = await loop.store.feed({ from: 1, limit: 9, characters: 1e6 });
  expect(feed.map(({ kind }) => kind)).toEqual(['record', 'record', 'record', 'passed']);
  expect(feed.at(-1)).toMatchObject({ from: 1, index: 2, holderName: 'Ada' });
  for (const [index, entry] of feed.entries())
    checkLink(parseFeedEntry(JSON.parse(JSON.stringify(entry))), feed[index - 1] ?? null);
  const lines = await loop.store.feedLines({ from: 1, limit: 9 });
  expect(exportedRecords(lines).map(({ holderName, laurel }) => [holderName, laurel])).toEqual([
    ['thomson-hopping', false],
    ['Ben', false],
    ['Ada', true],
  ]);
  loop.pass(HOUR_MS);
  await planet.settle();
  expect(await planet.state()).toBe('frontier');
  expect((await loop.store.outbox(9)).filter(({ kind }) => kind === 'laurel')).toHaveLength(1);
});

test('a laurel passes to who sealed first although a polish and a better record came in between', async () => {
  const loop = await openLoop({ windowMs: HOUR_MS });
  const planet = await openPlanet(loop, hollow(2));
  await planet.seal('Ada', hollow(1).payload);
  loop.pass(1_000);
  const ben = await planet.handIn('Ben', hollow(1).payload);
  const [, held] = await planet.records();
  if (held === undefined) throw new Error('Ben has a record');
  const polished = { ...held, index: 2, holderName: 'polish', holderKind: 'automaton', laurel: false } as const;
  await loop.store.transact((tx) => tx.addRecord({ ...polished, value: (Number(held.value) - 1e-9).toFixed(12) }));
  loop.pass(1_000);
  const cara = await planet.handIn('Cara', hollow(0).payload);
  expect([ben.laurel, cara.laurel]).not.toContain(null);
  loop.pass(1_000);
  const ada = await planet.handIn('Ada', hollow(1).payload, SALT);
  expect(ada).toMatchObject({ record: { index: 4 }, laurel: { tokenId: ben.laurel?.tokenId } });
  // It stands where it belongs: the best stays the last.
  expect((await planet.records()).map(({ holderName, laurel }) => [holderName, laurel])).toEqual([
    ['thomson-hopping', false],
    ['Ada', true],
    ['Ben', false],
    ['polish', false],
    ['Cara', true],
  ]);
  expect((await planet.handIn('Dan', hollow(1).payload)).record).toBeNull();
  loop.pass(HOUR_MS);
  await planet.settle();
  expect(await planet.state()).toBe('frontier');
  const laurels = (await loop.store.outbox(9)).filter(({ kind }) => kind === 'laurel');
  expect(laurels.map(({ subject }) => subject)).toEqual([ben.laurel?.tokenId, cara.laurel?.tokenId]);
  expect(laurels[0]?.data).toContain(personNamed('Ada').address.slice(2));
  // The next record of all has a number of its own.
  expect(new Set((await planet.records()).map(({ index }) => index)).size).toBe(5);
});

test('who sealed later than the record, or opens when the laurel is final, gets nothing', async () => {
  const loop = await openLoop({ windowMs: HOUR_MS });
  const planet = await openPlanet(loop, hollow(1));
  await planet.seal('Ada', hollow(0).payload);
  loop.pass(1_000);
  const { laurel } = await planet.handIn('Ben', hollow(0).payload);
  loop.pass(1_000);
  await planet.seal('Cara', hollow(0).payload);
  expect(await planet.handIn('Cara', hollow(0).payload, SALT)).toMatchObject({ record: null, laurel: null });
  loop.pass(HOUR_MS);
  await planet.settle();
  expect(await planet.handIn('Ada', hollow(0).payload, SALT)).toMatchObject({ record: null, laurel: null });
  expect(await loop.store.laurel(laurel?.tokenId ?? '')).toMatchObject({ holder: personNamed('Ben').address });
});

test('only seals that are not opened fill the room for them, and each ends after ninety days', async () => {
  const loop = await openLoop({ windowMs: HOUR_MS });
  const planet = await openPlanet(loop, hollow(2));
  const salts = Array.from({ length: 32 }, (_, index) => index.toString(16).padStart(32, '0'));
  for (const salt of salts) await planet.seal('Ada', hollow(1).payload, salt);
  await expect(planet.seal('Ada', hollow(0).payload)).rejects.toMatchObject({
    code: 'commit.many',
    message: expect.stringContaining('90 days'),
  });
  expect((await planet.handIn('Ada', hollow(1).payload, salts[0])).laurel).not.toBeNull();
  await planet.seal('Ada', hollow(0).payload);
  await expect(planet.seal('Ada', hollow(0).payload, 'cd'.repeat(16))).rejects.toMatchObject({ code: 'commit.many' });
  loop.pass(91 * 24 * HOUR_MS);
  await expect(planet.handIn('Ada', hollow(0).payload, SALT)).rejects.toMatchObject({
    code: 'commit.unknown',
    message: expect.stringContaining('90 days'),
  });
  await planet.seal('Ada', hollow(0).payload);
  expect((await planet.handIn('Ada', hollow(0).payload, SALT)).record).toMatchObject({ atMs: loop.needs.clock() });
});

test('what was handed in once without its salt can still be opened, once', async () => {
  const loop = await openLoop({ windowMs: HOUR_MS });
  const planet = await openPlanet(loop, hollow(1));
  await planet.seal('Ada', hollow(0).payload);
  loop.pass(1_000);
  await planet.handIn('Ben', hollow(0).payload);
  expect(await planet.handIn('Ada', hollow(0).payload)).toMatchObject({ record: null, laurel: null });
  const opened = await planet.handIn('Ada', hollow(0).payload, SALT);
  expect(opened.laurel).toMatchObject({ holder: personNamed('Ada').address });
  const again = await planet.handIn('Ada', hollow(0).payload, SALT);
  expect([again.record, again.laurel]).toEqual([opened.record, opened.laurel]);
  expect(await planet.records()).toHaveLength(3);
});

test('a machine that finds better where machines hold the record sets one, and people go on', async () => {
  const loop = await openLoop();
  const planet = await openPlanet(loop, hollow(2));
  const recheck = new FrontierRecheck({
    ...loop.needs,
    everyMs: HOUR_MS,
    budgetsCpuSeconds: { success: [10], record: [10] },
    seeds: 5,
  });
  recheck.start();
  await recheck.idle();
  loop.pass(HOUR_MS);
  loop.machines(async () => ({ solved: true, progress: 1, best: { ...hollow(1).payload } }));
  recheck.start();
  await recheck.idle();
  expect((await planet.records()).map(({ laurel, holderKind }) => [holderKind, laurel])).toEqual([
    ['automaton', false],
    ['automaton', false],
  ]);
  expect(await planet.state()).toBe('frontier');
  await planet.handIn('Ben', hollow(0).payload);
  await planet.settle();
  expect(await planet.state()).toBe('frontier');
  loop.machines(async () => ({ solved: true, progress: 1, best: { ...hollow(0).payload } }));
  loop.pass(HOUR_MS);
  recheck.start();
  await recheck.idle();
  expect(await planet.state()).toBe('machine-solved');
  expect(loop.news.at(-1)?.sentence).toContain('Ben held it for 1 day');
  await recheck.close();
});

test('a stop right after a run was kept loses no better value that it found', async () => {
  const loop = await openLoop();
  const planet = await openPlanet(loop, hollow(2));
  const pace = { everyMs: HOUR_MS, budgetsCpuSeconds: { success: [10], record: [10] }, seeds: 5 };
  const recheck = new FrontierRecheck({ ...loop.needs, ...pace });
  recheck.start();
  await recheck.idle();
  loop.pass(HOUR_MS);
  loop.machines(async () => ({ solved: true, progress: 1, best: { ...hollow(1).payload } }));
  // Whatever is written after the transaction that keeps the run never comes to the disk: this is what kill -9 leaves.
  const stopped = Promise.withResolvers<void>();
  let isStopped = false;
  const transact: typeof loop.store.transact = async (work) => {
    if (isStopped) return new Promise<never>(() => undefined);
    return loop.store.transact((tx) =>
      work({
        ...tx,
        addMachineRun: async (...run) => {
          isStopped = true;
          await tx.addMachineRun(...run);
          setImmediate(stopped.resolve);
        },
      }),
    );
  };
  new FrontierRecheck({ ...loop.needs, ...pace, store: { ...loop.store, transact } }).start();
  await stopped.promise;
  loop.machines(async () => ({ solved: false }));
  recheck.start();
  await recheck.idle();
  // The pass that goes on owes no run: the one before the stop counts.
  expect(loop.orders.map(({ seed }) => seed)).toEqual(['1', 'recheck/1/1']);
  expect((await planet.records()).map(({ value }) => Number(value))).toEqual([
    expect.closeTo(hollow(2).value, 6),
    expect.closeTo(hollow(1).value, 6),
  ]);
  await recheck.close();
});

test('a starter of a family of records needs no witness and opens with the machines’ best', async () => {
  const loop = await openLoop();
  const run = { solver: 'thomson-hopping', release: 1, cpuSeconds: 1, steps: 1, progress: 1, solved: true };
  const machine = [
    { ...run, seed: '1', budgetCpuSeconds: 1, value: hollow(1).value.toFixed(12), best: { ...hollow(1).payload } },
  ];
  const starter = { title: 'A planet', creator: 'orrin', file: FILE, witnessHash: null, machine };
  const needs = {
    ...loop.needs,
    ladder: { budgetsCpuSeconds: [1], seeds: 1 },
    account: () => personNamed('Orrin').address,
  };
  expect(await genesis([starter], needs)).toBe(1);
  expect(await loop.store.challenges({ limit: 9 })).toMatchObject([{ title: 'A planet', state: 'frontier' }]);
  expect(await loop.store.records({ limit: 9 })).toMatchObject([{ index: 0, holderKind: 'automaton' }]);
  expect(await loop.store.supply()).toEqual({ candidates: 1, frontier: 1, cpuSeconds: 1 });
});
