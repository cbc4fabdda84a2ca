/** The bench `solve`: how often machines reach the best known values, beside random restart at the same CPU. */
import { FAMILIES, load, SOLVERS } from '#content/catalog.ts';
import { solverOf } from '#server/work/solver-of.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { type BenchRow, benchRow } from './row.ts';
import { GOAL_FAMILIES, type Goal, goalsOf } from './solve-goals.ts';
import { type Race, race } from './solve-race.ts';
import { KeptResults, type ResultRow } from './solve-results.ts';

const SEEDS = ['1', '2', '3', '4', '5'];
/** Of five seeds so many must reach the goal. */
const NEEDED = 4;
/** The quick bench: goals a family, spread over its table, and CPU seconds for all of them together. */
const QUICK = { goals: 6, cpuSeconds: 40 } as const;

/**
 * Quick: a few goals of every family with one seed. `--full FAMILY`: all goals of that family with five seeds, kept in
 * server/cli/bench/results after each run; started again it goes on where it was.
 * @throws DimensionError `bench.family` for a family without goals
 */
export function solveBench(fullFamily: string | null): Promise<readonly BenchRow[]> {
  return fullFamily === null ? quickBench() : fullBench(fullFamily);
}

async function quickBench(): Promise<readonly BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const family of GOAL_FAMILIES) {
    let left: number = QUICK.cpuSeconds;
    for (const goal of spread(await goalsOf(family))) {
      const budget = Math.min(goal.budgetCpuSeconds, left);
      const ran = await race(goal, '1', budget);
      left = Math.max(0.1, left - ran.cpuSeconds);
      rows.push(await quickRow(goal, ran, budget));
    }
  }
  return rows;
}

/** A run that was cut short of its budget says nothing about the target. */
async function quickRow(goal: Goal, { value, cpuSeconds, reached, baseline }: Race, budget: number): Promise<BenchRow> {
  const { unit, better } = await load(FAMILIES, goal.family);
  const target = reached || budget >= goal.budgetCpuSeconds ? goal.goal : null;
  const none = better === 'lower' ? Number.MAX_VALUE : 0;
  return benchRow({
    bench: 'solve',
    name: `${goal.family} ${goal.name}, record ${goal.record}, seed 1, ${cpuSeconds} CPU-s`,
    ...{ value: value ?? none, unit, better, target, baseline: baseline.value },
  });
}

/** Evenly from the first on; the last and longest are left to the full bench. */
function spread(goals: readonly Goal[]): Goal[] {
  const most = Math.min(QUICK.goals, goals.length);
  return Array.from({ length: most }, (_, at) => goals[Math.floor((at * goals.length) / most)]).filter(
    (goal) => goal !== undefined,
  );
}

async function fullBench(familyId: string): Promise<readonly BenchRow[]> {
  if (!GOAL_FAMILIES.includes(familyId))
    throw new DimensionError('bench.family', `--full takes one of ${GOAL_FAMILIES.join(', ')}.`, { got: familyId });
  const { unit, better } = await load(FAMILIES, familyId);
  const { id: solver, release } = await load(SOLVERS, await solverOf(familyId));
  const kept = await KeptResults.open({ family: familyId, solver, release, unit, better });
  const goals = await goalsOf(familyId);
  for (const goal of goals)
    for (const seed of SEEDS) {
      if (kept.has(goal, seed)) continue;
      const ran = await race(goal, seed, goal.budgetCpuSeconds);
      await kept.add(goal, ran);
      process.stderr.write(`${familyId} ${goal.name}, seed ${seed}: ${ran.value} in ${ran.cpuSeconds} CPU-s\n`);
    }
  return goals.flatMap(({ name }) =>
    kept.all.rows.filter((row) => row.name === name).map((row) => fullRow(familyId, row)),
  );
}

function fullRow(family: string, { name, record, goal, budgetCpuSeconds, runs }: ResultRow): BenchRow {
  const reached = (legs: readonly { readonly reached: boolean }[]) => legs.filter((leg) => leg.reached).length;
  return benchRow({
    bench: 'solve',
    name: `${family} ${name}, record ${record}: seeds of ${runs.length} at ${goal} within ${budgetCpuSeconds} CPU-s`,
    value: reached(runs),
    unit: 'seeds',
    better: 'higher',
    target: NEEDED,
    baseline: reached(runs.map(({ baseline }) => baseline)),
  });
}
