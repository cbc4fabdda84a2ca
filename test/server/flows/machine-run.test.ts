import { expect, test } from 'vitest';
import { runErrand } from '#server/automata/errands.ts';
import { keepOwnRun } from '#server/flows/machine-run.ts';
import { type ChallengeId, parseChallengeId } from '#shared/base/ids.ts';
import type { Challenge, MachineRun } from '#shared/records/challenge.ts';
import { madeCourse, testWorld, visitor } from '#test/support/world.ts';

const RUN: MachineRun = {
  solver: 'go-explore',
  release: 1,
  seed: 'tock/5/1',
  budgetCpuSeconds: 20,
  cpuSeconds: 20,
  steps: 300,
  solved: false,
  progress: 0.4,
};

async function openCourse() {
  const world = await testWorld();
  const { intent, witness } = await madeCourse(world, 'own runs');
  const { person } = await visitor(world, 'Maker');
  const published = await world.door.submit(person, intent);
  if (!published.accepted) throw new Error(published.sentence);
  await world.tries.idle();
  const id = parseChallengeId(published.id);
  const told: Challenge[] = [];
  const needs = {
    store: world.store,
    clock: Date.now,
    judge: (file: Challenge['file'], payload: typeof witness) =>
      world.pool.run('judge', { challenge: file, payload }, 'people'),
    announcer: {
      news: () => undefined,
      workChanged: () => undefined,
      challengeChanged: (c: Challenge) => told.push(c),
    },
  };
  const keep = (run: MachineRun) => keepOwnRun(id, run, needs);
  const log = async () => (await world.store.challenge(id))?.machine ?? [];
  return { world, id, file: intent.file, witness, keep, log, told };
}

test("an automaton's own failed run stands in the challenge's log, and the rooms hear of it", async () => {
  const { keep, log, told } = await openCourse();
  await keep(RUN);
  expect(await log()).toEqual([RUN]);
  expect(told).toMatchObject([{ state: 'frontier', machine: [{ seed: 'tock/5/1' }] }]);
});

test('only what the judge confirms is solved, and only the furthest run keeps its tape', async () => {
  const { witness, keep, log } = await openCourse();
  const idle = { kind: 'tape', bytes: '' };
  await keep({ ...RUN, solved: true, value: 1, best: idle });
  await keep({ ...RUN, progress: 0.2, best: idle });
  await keep({ ...RUN, progress: 1, solved: true, best: { ...witness } });
  const [claimed, lesser, proven] = await log();
  expect(claimed).toMatchObject({ solved: false, best: idle });
  expect(claimed).not.toHaveProperty('value');
  expect(lesser).not.toHaveProperty('best');
  expect(proven).toMatchObject({ solved: true, value: expect.any(Number), best: witness });
});

test('the log of one challenge ends at two hundred runs', async () => {
  const { world, id, keep, log } = await openCourse();
  await world.store.transact(async (tx) => {
    for (let index = 0; index < 199; index++) await tx.addMachineRun(id, { ...RUN, seed: String(index) });
  });
  await keep(RUN);
  await keep(RUN);
  expect(await log()).toHaveLength(200);
});

test('an attempt errand tells which challenge the machine tried', async () => {
  const { world, id, file } = await openCourse();
  const input = { file, solver: 'go-explore', seed: 'x', budgetCpuSeconds: 0.1, challenge: 'f'.repeat(64) };
  const errand = { kind: 'errand', because: 'A try.', job: 'solve', input } as const;
  const { tried } = await runErrand(errand, world.pool);
  expect(tried?.challenge satisfies ChallengeId | undefined).toBe(id);
  expect(tried?.run).toMatchObject({ solver: 'go-explore', seed: 'x' });
});
