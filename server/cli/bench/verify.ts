/** The bench `verify`: what the judge costs in each kind of arithmetic, and whether the pool's memory stays flat. */
import { foldOf48, judgeMs, lanterns } from './judge-cost.ts';
import { grownMegabytes } from './pool-memory.ts';
import { replayCost } from './replay.ts';
import { type BenchRow, benchRow } from './row.ts';

const TARGET = { replays: 10, foldMs: 0.2, lanternsMs: 1, grownMegabytes: 40 } as const;

export async function verifyBench(): Promise<readonly BenchRow[]> {
  const { judged, bare } = await replayCost();
  const row = (name: string, value: number, unit: string, target: number) =>
    benchRow({ bench: 'verify', name, value: round(value), unit, better: 'lower', target, baseline: null });
  return [
    benchRow({
      ...{ bench: 'verify', name: 'parkour: replays of 60 s a CPU-s', unit: 'replays', better: 'higher' },
      ...{ value: round(1 / judged), target: TARGET.replays, baseline: round(1 / bare) },
    }),
    row('fold: a chain of 48', await judgeMs('fold', foldOf48()), 'ms', TARGET.foldMs),
    row('no-three-in-line: 40 points', await judgeMs('no-three-in-line', lanterns()), 'ms', TARGET.lanternsMs),
    row('memory of the pool: growth from job 200 to 1,000', await grownMegabytes(), 'MB', TARGET.grownMegabytes),
  ];
}

function round(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
