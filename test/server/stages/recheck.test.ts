import { expect, test } from 'vitest';
import { recheckSeed, recheckState } from '#server/stages/recheck.ts';
import type { MachineRun } from '#shared/records/challenge.ts';

const SOLVER = { id: 'go', release: 3 };
const PLAN = { pass: 2, budgetsCpuSeconds: [10, 100], seeds: 5 };
const did = ({ solved }: MachineRun) => solved;

/** Runs what is owed until nothing is, and answers what was run. */
function pass(
  kind: 'success' | 'record',
  solves: (seed: string, budget: number) => boolean,
  plan = PLAN,
): { readonly ran: readonly string[]; readonly end: unknown } {
  // An old release solved it under the same seed: that counts for nothing.
  const machine: MachineRun[] = [runOf('recheck/2/1', 10, true, 2), runOf('1', 100, false, 3)];
  for (let round = 0; round < 99; round++) {
    const state = recheckState({ machine }, kind, [SOLVER], plan, did);
    if (state.kind !== 'owes')
      return { ran: machine.slice(2).map((run) => `${run.budgetCpuSeconds}:${run.seed.at(-1)}`), end: state };
    const { seed, budgetCpuSeconds } = state.run;
    machine.push(runOf(seed, budgetCpuSeconds, solves(seed.at(-1) ?? '', budgetCpuSeconds), 3));
  }
  throw new Error('the re-check does not end');
}

function runOf(seed: string, budgetCpuSeconds: number, solved: boolean, release: number): MachineRun {
  const kept = { solver: 'go', cpuSeconds: 1, steps: 1, progress: 0 };
  return { ...kept, release, seed, budgetCpuSeconds, solved };
}

test('one seed at the smallest budget is enough where it fails', () => {
  expect(pass('success', () => false)).toEqual({ ran: ['10:1'], end: { kind: 'open' } });
  expect(pass('record', () => false)).toEqual({ ran: ['10:1'], end: { kind: 'open' } });
});

test('after a hit the other seeds follow until most of them did it', () => {
  expect(pass('success', () => true)).toEqual({
    ran: ['10:1', '10:2', '10:3'],
    end: { kind: 'closed', share: 0.6 },
  });
});

test('a single hit makes what can only be done or not training', () => {
  const once = { ...PLAN, budgetsCpuSeconds: [10] };
  expect(pass('success', (seed) => seed === '1', once)).toEqual({
    ran: ['10:1', '10:2', '10:3', '10:4', '10:5'],
    end: { kind: 'closed', share: 0.2 },
  });
});

test('a record falls only when most seeds reach it, each with as much as the ladder allows', () => {
  const slow = pass('record', (seed, budget) => seed === '1' || (budget === 100 && seed < '4'));
  expect(slow.ran).toEqual(['10:1', '10:2', '10:3', '10:4', '10:5', '100:2', '100:3']);
  expect(slow.end).toEqual({ kind: 'closed', share: 0.6 });
  expect(pass('record', (seed) => seed === '1').end).toEqual({ kind: 'open' });
});

test('another pass has other seeds', () => {
  expect(recheckSeed(2, 1)).not.toBe(recheckSeed(3, 1));
});
