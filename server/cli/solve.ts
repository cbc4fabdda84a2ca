/** `dimension solve FILE --cpu-seconds N --seed S [--json]`: lets a machine attempt a challenge file. */
import { parseArgs } from 'node:util';
import { runSolver } from '#server/work/run-solver.ts';
import { solverOf } from '#server/work/solver-of.ts';
import { DimensionError } from '#shared/base/errors.ts';
import type { MachineRun } from '#shared/records/challenge.ts';
import { type ChallengeFile, challengeFileSchema } from '#shared/records/challenge-file.ts';
import { readJson } from './read-json.ts';

const MOST_SECONDS = 100_000;

/**
 * Prints an attempt file with `value`, `cpuSeconds`, `seed` and `solver` beside it; without `--json` a sentence.
 * @returns 0 when it solved the challenge, 1 when it did not
 * @throws DimensionError `solve.budget`, `solve.solver`, `challenge.file`, `file.*`, `instance.*`
 */
export async function solve(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      'cpu-seconds': { type: 'string', default: '10' },
      seed: { type: 'string', default: '1' },
      solver: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const budgetCpuSeconds = Number(values['cpu-seconds']);
  if (!(budgetCpuSeconds > 0 && budgetCpuSeconds <= MOST_SECONDS))
    throw new DimensionError('solve.budget', `--cpu-seconds is a number above 0, at most ${MOST_SECONDS}.`, {
      got: values['cpu-seconds'],
    });
  const parsed = challengeFileSchema.safeParse(await readJson(positionals[0]));
  if (!parsed.success)
    throw new DimensionError('challenge.file', 'A challenge file is {"family", "rules", "instance"}.');
  const solverId = values.solver ?? (await solverOf(parsed.data.family));
  const run = await runSolver({ file: parsed.data, solverId, seed: values.seed, budgetCpuSeconds });
  process.stdout.write(values.json ? `${JSON.stringify(printed(parsed.data, run))}\n` : sentence(run));
  return run.solved ? 0 : 1;
}

function printed(challenge: ChallengeFile, { best, value, cpuSeconds, seed, solver, solved, progress }: MachineRun) {
  return { challenge, payload: best ?? null, value: value ?? null, cpuSeconds, seed, solver, solved, progress };
}

function sentence({ solved, value, cpuSeconds, progress, solver, seed }: MachineRun): string {
  const who = `${solver}, seed ${seed}, ${cpuSeconds.toFixed(1)} CPU-s`;
  return solved
    ? `Solved: ${value} (${who}).\n`
    : `Not solved: it came ${Math.round(progress * 100)} % of the way (${who}).\n`;
}
