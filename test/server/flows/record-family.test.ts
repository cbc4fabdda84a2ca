import { expect, test } from 'vitest';
import { genesis } from '#server/flows/genesis.ts';
import { FrontierRecheck } from '#server/flows/recheck.ts';
import { openLoop, personNamed } from '#test/support/loop.ts';
import { FILE, hollow, openPlanet, roughened } from '#test/support/open-planet.ts';

const HOUR_MS = 3_600_000;

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
