/** The best machine run: a solution before a try, a better solution before a worse one, a far try before a short one. */
import { expect, test } from 'vitest';
import { bestRun } from '#shared/records/best-run.ts';
import type { MachineRun } from '#shared/records/challenge.ts';

function run(seed: string, part: Partial<MachineRun>): MachineRun {
  return {
    ...{ solver: 'go-explore', release: 1, seed, budgetCpuSeconds: 1, cpuSeconds: 1, steps: 1 },
    ...{ solved: false, progress: 0, best: { kind: 'tape', bytes: '' } },
    ...part,
  };
}

test('of tries that got nowhere the furthest is taken, and one that kept nothing never', () => {
  const { best: _none, ...lost } = run('3', { progress: 0.9 });
  expect(bestRun([run('1', { progress: 0.2 }), run('2', { progress: 0.7 }), lost], 'lower')?.seed).toBe('2');
  expect(bestRun([lost], 'lower')).toBeNull();
});

test('of solutions the better value is taken, whichever way is better', () => {
  const solved = [
    run('slow', { solved: true, value: 300, progress: 1 }),
    run('quick', { solved: true, value: 200, progress: 1 }),
  ];
  expect(bestRun([...solved, run('far', { progress: 1 })], 'lower')?.seed).toBe('quick');
  expect(bestRun([run('far', { progress: 1 }), ...solved], 'higher')?.seed).toBe('slow');
});
