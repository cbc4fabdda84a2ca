/** A race of a solver and the plain baseline to the same goal: the baseline gets as much CPU as the solver used, at least a second. */
import { FAMILIES, load, SOLVERS } from '#content/catalog.ts';
import type { AnyFamily } from '#content/families/family.ts';
import type { SolveRun } from '#content/solvers/solver.ts';
import { threadCpuSeconds } from '#server/work/meter.ts';
import { solverOf } from '#server/work/solver-of.ts';
import type { CanonicalValue } from '#shared/base/hash.ts';
import { Rng } from '#shared/base/rng.ts';
import type { Payload } from '#shared/records/payload.ts';
import { baselineRun } from './solve-baselines.ts';
import type { Goal } from './solve-goals.ts';

/** What the baseline gets in any case, so that a quick solver does not race against nothing. */
const LEAST_SECONDS = 1;

/** How far one run came. */
export interface Leg {
  /** Best value that the judge confirmed; null: none held. */
  readonly value: number | null;
  /** Until the goal was reached or the budget used. */
  readonly cpuSeconds: number;
  readonly reached: boolean;
}

export interface Race extends Leg {
  readonly seed: string;
  readonly baseline: Leg;
  /** The certificate of the best value. */
  readonly best: Payload | null;
}

/** Runs both in this thread, one after the other. */
export async function race(goal: Goal, seed: string, budgetCpuSeconds: number): Promise<Race> {
  const family = await load(FAMILIES, goal.family);
  const solver = await load(SOLVERS, await solverOf(goal.family));
  const instance = family.parseInstance(goal.instance);
  const ours = await leg(await solver.start(instance, new Rng(seed)), { family, instance, goal, budgetCpuSeconds });
  const plain = baselineRun(goal.family, instance, new Rng(seed));
  const allowance = Math.max(LEAST_SECONDS, ours.cpuSeconds);
  const { best: _, ...baseline } = await leg(plain, { family, instance, goal, budgetCpuSeconds: allowance });
  return { seed, ...ours, baseline };
}

interface Course {
  readonly family: AnyFamily;
  readonly instance: CanonicalValue;
  readonly goal: Goal;
  readonly budgetCpuSeconds: number;
}

interface Best {
  readonly value: number;
  readonly payload: Payload;
}

async function leg(run: SolveRun, course: Course): Promise<Leg & { readonly best: Payload | null }> {
  const { family, goal, budgetCpuSeconds } = course;
  const began = threadCpuSeconds();
  const used = () => Math.round((threadCpuSeconds() - began) * 1_000) / 1_000;
  let best: Best | null = null;
  let reached = false;
  try {
    while (!reached && used() < budgetCpuSeconds) {
      const step = run.next();
      if (step === null) break;
      if (step.found === null) continue;
      best = await bestOf(best, step.found, course);
      reached = best !== null && !isBetter(family, goal.goal, best.value);
    }
    const last = run.best();
    if (last !== null) best = await bestOf(best, last, course);
    reached = best !== null && !isBetter(family, goal.goal, best.value);
    return { value: best?.value ?? null, cpuSeconds: used(), reached, best: best?.payload ?? null };
  } finally {
    run.close();
  }
}

/** Only what the judge confirms counts. */
async function bestOf(best: Best | null, payload: Payload, { family, instance }: Course): Promise<Best | null> {
  const judgement = await family.judge(instance, payload);
  if (!judgement.ok) return best;
  const value = Number(judgement.value);
  return best === null || isBetter(family, value, best.value) ? { value, payload } : best;
}

function isBetter({ better }: AnyFamily, a: number, b: number): boolean {
  return better === 'lower' ? a < b : a > b;
}
