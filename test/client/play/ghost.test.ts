/** The ghost is the machine run that came furthest, and never a reason not to play. */
import { expect, test } from 'vitest';
import { ghostOf } from '#client/play/open-course.ts';
import { encodeTape } from '#shared/physics/tape.ts';
import type { MachineRun } from '#shared/records/challenge.ts';

function run(progress: number, bytes?: string): MachineRun {
  return {
    solver: 'go-explore',
    release: 1,
    seed: '1',
    budgetCpuSeconds: 1,
    cpuSeconds: 1,
    steps: 1,
    solved: false,
    progress,
    ...(bytes === undefined ? {} : { best: { kind: 'tape', bytes } }),
  };
}

test('of several runs the furthest with a tape is taken', () => {
  const tape = (byte: number) => encodeTape(Uint8Array.from([byte, byte, byte]));
  expect(ghostOf([run(0.2, tape(1)), run(0.7, tape(2)), run(0.9)], 100)).toEqual(Uint8Array.from([2, 2, 2]));
});

test('no run, a spoilt tape and one that is too long are no ghost', () => {
  expect(ghostOf([], 100)).toBeNull();
  expect(ghostOf([run(0.5, '!!!')], 100)).toBeNull();
  expect(ghostOf([run(0.5, encodeTape(new Uint8Array(200)))], 100)).toBeNull();
});
