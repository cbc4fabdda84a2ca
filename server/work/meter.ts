/** Runs a solver step by step until its CPU budget is used, and writes down what came of it. */
import type { AnyFamily } from '#content/families/family.ts';
import type { AnySolver, SolveRun } from '#content/solvers/solver.ts';
import type { CanonicalValue } from '#shared/base/hash.ts';
import { Rng } from '#shared/base/rng.ts';
import type { MachineRun } from '#shared/records/challenge.ts';
import type { Payload } from '#shared/records/payload.ts';

/** CPU seconds used so far by whoever is metered; only differences count. */
export type CpuClock = () => number;

/** CPU seconds of the calling thread. */
export function threadCpuSeconds(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1e6;
}

/** What to run and for how long. */
export interface MeteredRun {
  readonly family: AnyFamily;
  readonly instance: CanonicalValue;
  readonly solver: AnySolver;
  readonly seed: string;
  readonly budgetCpuSeconds: number;
  /** Exactly this many steps instead of the budget: the same seed and steps give the same payload. */
  readonly steps?: number;
  /** Called about ten times a CPU second. */
  readonly onProgress?: (progress: number, cpuSeconds: number) => void;
}

/** In a success family a solved run goes on improving for as long again as it took, and half a second. */
const POLISH = { share: 1, seconds: 0.5 } as const;
const REPORT_SECONDS = 0.1;

/** The run as it is kept and shown; `best` is the best try, solved or not. */
export async function meterRun(job: MeteredRun, cpuSeconds: CpuClock): Promise<MachineRun> {
  const { family, instance, solver, seed, budgetCpuSeconds } = job;
  const began = cpuSeconds();
  const run = await solver.start(instance, new Rng(seed));
  try {
    const { steps, progress } = drive(run, job, () => cpuSeconds() - began);
    const best = run.best();
    const used = Math.round((cpuSeconds() - began) * 1000) / 1000;
    return {
      solver: solver.id,
      release: solver.release,
      seed,
      budgetCpuSeconds,
      cpuSeconds: used,
      steps,
      ...(await worth(family, instance, best)),
      progress: Math.round(progress * 1000) / 1000,
      ...(best === null ? {} : { best }),
    };
  } finally {
    run.close();
  }
}

function drive(run: SolveRun, job: MeteredRun, used: () => number): { steps: number; progress: number } {
  let until = job.budgetCpuSeconds;
  let steps = 0;
  let progress = 0;
  let solved = false;
  let reported = 0;
  while (job.steps === undefined || steps < job.steps) {
    const now = used();
    if (job.steps === undefined && now >= until) break;
    const step = run.next();
    if (step === null) break;
    steps++;
    progress = Math.max(progress, step.progress);
    if (step.found !== null && !solved && job.family.kind === 'success') {
      solved = true;
      until = Math.min(until, now + now * POLISH.share + POLISH.seconds);
    }
    if (now - reported < REPORT_SECONDS) continue;
    reported = now;
    job.onProgress?.(progress, now);
  }
  return { steps, progress };
}

/** Only the judge says whether a payload holds; the solver's own belief does not count. */
async function worth(
  family: AnyFamily,
  instance: CanonicalValue,
  best: Payload | null,
): Promise<Pick<MachineRun, 'solved' | 'value'>> {
  if (best === null) return { solved: false };
  const judgement = await family.judge(instance, best);
  return judgement.ok ? { solved: true, value: judgement.value } : { solved: false };
}
