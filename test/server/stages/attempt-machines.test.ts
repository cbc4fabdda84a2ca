import { expect, test } from 'vitest';
import { ladderState } from '#server/stages/attempt-machines.ts';
import type { MachineRun } from '#shared/records/challenge.ts';

const LADDER = { budgetsCpuSeconds: [1, 10], seeds: 2 };
const SOLVER = { id: 'go', release: 2 };

function run(budgetCpuSeconds: number, seed: string, change: Partial<MachineRun> = {}): MachineRun {
  const kept = { solver: 'go', release: 2, cpuSeconds: budgetCpuSeconds, steps: 1, solved: false, progress: 0 };
  return { ...kept, budgetCpuSeconds, seed, ...change };
}

/** Does what is owed until nothing is, and answers the order. */
function climb(solves: (seed: string, budget: number) => boolean): readonly string[] {
  const machine: MachineRun[] = [];
  for (;;) {
    const standing = ladderState({ machine }, [SOLVER], LADDER);
    if (standing.kind !== 'owes')
      return [...machine.map((done) => `${done.budgetCpuSeconds}/${done.seed}`), standing.kind];
    const { seed, budgetCpuSeconds } = standing.run;
    machine.push(run(budgetCpuSeconds, seed, { solved: solves(seed, budgetCpuSeconds) }));
  }
}

test('machines climb budget by budget and seed by seed until what they did decides', () => {
  expect(climb(() => false)).toEqual(['1/1', '1/2', '10/1', '10/2', 'done']);
  expect(climb((seed, budget) => budget === 10 && seed === '1')).toEqual(['1/1', '1/2', '10/1', '10/2', 'done']);
  expect(climb(() => true)).toEqual(['1/1', '1/2', 'done']);
});

test('soon is told as a share of the seeds, late only as done at all', () => {
  const five = { budgetsCpuSeconds: [1, 10, 100], seeds: 5 };
  const told = (...machine: MachineRun[]) => ladderState({ machine }, [SOLVER], five);
  const soon = (seed: string, solved: boolean) => run(10, seed, { solved });
  expect(told(soon('1', true), soon('2', true), soon('3', true))).toEqual({ kind: 'done', share: 0.6, atAll: true });
  expect(told(soon('1', true), soon('2', true))).toMatchObject({ kind: 'owes', run: { seed: '3' } });
  expect(told(...['1', '2', '3', '4', '5'].map((seed) => soon(seed, seed === '4')))).toEqual({
    kind: 'done',
    share: 0.2,
    atAll: true,
  });
  expect(told(run(100, '1', { solved: true }))).toEqual({ kind: 'done', share: 0, atAll: true });
});

test('where the best stands a certificate decides nothing; only what is provably best ends the climb', () => {
  const machine = [run(1, '1', { solved: true, value: 8 }), run(1, '2', { solved: true, value: 9 })];
  const nine = ({ value }: MachineRun) => Number(value) >= 9;
  expect(ladderState({ machine }, [SOLVER], LADDER, () => false)).toMatchObject({ kind: 'owes' });
  expect(ladderState({ machine }, [SOLVER], LADDER, nine)).toMatchObject({ kind: 'done', atAll: true });
});

test('a run at a higher budget counts for the lower ones, a run of an older release for nothing', () => {
  const high = { machine: [run(10, 'a'), run(10, 'b')] };
  expect(ladderState(high, [SOLVER], LADDER)).toEqual({ kind: 'done', share: 0, atAll: false });
  const old = { machine: [run(10, '1', { release: 1 }), run(10, '2', { release: 1 })] };
  expect(ladderState(old, [SOLVER], LADDER)).toMatchObject({
    kind: 'owes',
    run: { seed: '1', budgetCpuSeconds: 1 },
  });
});

test('a second solver owes its own runs', () => {
  const machine = [run(10, '1'), run(10, '2')];
  const standing = ladderState({ machine }, [SOLVER, { id: 'other', release: 1 }], LADDER);
  expect(standing).toMatchObject({ kind: 'owes', run: { solver: 'other' } });
});
