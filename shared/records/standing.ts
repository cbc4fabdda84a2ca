/** Where machines stand on a challenge, told from their log: who tried, how hard, how near, and what that says. */
import { pow } from '#shared/maths/deterministic.ts';
import type { MachineRun } from './challenge.ts';

/** What one release of one solver did at the largest budget it was given. */
export interface SolverStanding {
  readonly solver: string;
  readonly release: number;
  /** Largest budget of a seed, and how many seeds had it. */
  readonly budgetCpuSeconds: number;
  readonly seeds: number;
  /** How many of these seeds hold a certificate; in a success family: did it. */
  readonly solved: number;
  /** Best value at any budget, or null. */
  readonly best: number | string | null;
  /** Nearest it came, 0 … 1, in the family's own measure. */
  readonly progress: number;
  /** CPU seconds of all its runs. */
  readonly cpuSeconds: number;
  /** When no seed did it: with 95 % confidence fewer than this share of seeds would, 0 … 1; otherwise null. */
  readonly upper: number | null;
}

/** What people are told about why a challenge is open, or why it is not. */
export type Why = 'untried' | 'machines-fail' | 'gap' | 'contested' | 'machines-do-it' | 'proven';

/** A value that somebody published: a bar only when a certificate recomputes it. */
export interface PublishedLine {
  readonly value: number | string;
  readonly status: 'certified' | 'claimed';
  readonly proven: boolean;
  readonly source: string;
  readonly sourceDate: string;
}

/** All of it, as the card shows it. */
export interface MachineStanding {
  readonly why: Why;
  readonly solvers: readonly SolverStanding[];
  readonly cpuSeconds: number;
  /** Best value of any machine, or null. */
  readonly best: number | string | null;
  /** What no payload can pass, and who says so. */
  readonly limit: { readonly value: number; readonly source: string } | null;
  readonly published: PublishedLine | null;
}

/** The rules of comparing that standing is told by. */
export interface StandingRules {
  readonly kind: 'success' | 'record';
  readonly better: 'lower' | 'higher';
  readonly limit: MachineStanding['limit'];
  readonly published: PublishedLine | null;
  /** Nothing better than what is known is possible. */
  readonly proven: boolean;
  /** The record that stands, and whether machines hold it; null without one. */
  readonly record: { readonly value: number | string; readonly machine: boolean } | null;
}

/** The standing of machines after `runs`. */
export function standingOf(runs: readonly MachineRun[], rules: StandingRules): MachineStanding {
  const names = [...new Set(runs.map(nameOf))].sort();
  const solvers = names.map((name) =>
    solverStanding(
      runs.filter((run) => nameOf(run) === name),
      rules.better,
    ),
  );
  const best = bestValue(runs, rules.better);
  const { limit, published } = rules;
  return {
    why: whyOf(runs, rules, best),
    solvers: solvers.filter((solver) => solver !== null),
    cpuSeconds: sumOf(runs),
    best,
    limit,
    published,
  };
}

/**
 * The largest chance of success that `tries` failures leave, with 95 % confidence.
 * @see Clopper and Pearson, Biometrika 26 (1934): with no success the bound is 1 − 0.05^(1/n)
 */
export function upperBound(tries: number): number {
  return tries === 0 ? 1 : 1 - pow(0.05, 1 / tries);
}

/** The best value among runs that hold, or null. */
export function bestValue(runs: readonly MachineRun[], better: 'lower' | 'higher'): number | string | null {
  let best: number | string | null = null;
  for (const { solved, value } of runs)
    if (solved && value !== undefined && (best === null || isBetter(value, best, better))) best = value;
  return best;
}

/** True when value `a` is better than `b` at all, by however little. */
export function isBetter(a: number | string, b: number | string, better: 'lower' | 'higher'): boolean {
  return better === 'lower' ? Number(a) < Number(b) : Number(a) > Number(b);
}

function whyOf(runs: readonly MachineRun[], rules: StandingRules, best: number | string | null): Why {
  const { kind, better, proven, record, published } = rules;
  if (kind === 'success') {
    if (runs.some(({ solved }) => solved)) return 'machines-do-it';
    return runs.length === 0 ? 'untried' : 'machines-fail';
  }
  if (proven) return 'proven';
  if (best === null) return runs.length === 0 ? 'untried' : 'machines-fail';
  const bars = [
    ...(record === null || record.machine ? [] : [record.value]),
    ...(published?.status === 'certified' ? [published.value] : []),
  ];
  return bars.some((bar) => isBetter(bar, best, better)) ? 'gap' : 'contested';
}

function solverStanding(runs: readonly MachineRun[], better: 'lower' | 'higher'): SolverStanding | null {
  const [first] = runs;
  if (first === undefined) return null;
  const budgetCpuSeconds = Math.max(...runs.map((run) => run.budgetCpuSeconds));
  const hardest = runs.filter((run) => run.budgetCpuSeconds === budgetCpuSeconds);
  const seeds = new Set(hardest.map(({ seed }) => seed)).size;
  const solved = new Set(hardest.filter((run) => run.solved).map(({ seed }) => seed)).size;
  return {
    solver: first.solver,
    release: first.release,
    budgetCpuSeconds,
    seeds,
    solved,
    best: bestValue(runs, better),
    progress: Math.max(...runs.map(({ progress }) => progress)),
    cpuSeconds: sumOf(runs),
    upper: runs.some((run) => run.solved) ? null : Math.round(upperBound(seeds) * 1_000) / 1_000,
  };
}

function sumOf(runs: readonly MachineRun[]): number {
  return Math.round(runs.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0));
}

function nameOf({ solver, release }: MachineRun): string {
  return `${solver}/${release}`;
}
