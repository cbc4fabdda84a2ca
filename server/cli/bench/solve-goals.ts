/** What machines shall reach, made from the published values of each family: the goal is never a number of ours. */
import type { PublishedValue } from '#content/world/record-table.ts';
import { loadRecordTable } from '#content/world/records.ts';
import type { CanonicalValue } from '#shared/base/hash.ts';

/** One instance with the value to reach within a budget. */
export interface Goal {
  readonly family: string;
  readonly name: string;
  readonly instance: CanonicalValue;
  /** Best value known, and whether a certificate here recomputes it. */
  readonly record: number;
  readonly status: PublishedValue['status'];
  /** What counts as reached, in the family's unit. */
  readonly goal: number;
  readonly budgetCpuSeconds: number;
}

/** How far from the published value is reached, and within how many CPU seconds; null: no figure is asked for. */
type Rule = (entry: PublishedValue, record: number) => Pick<Goal, 'name' | 'goal' | 'budgetCpuSeconds'> | null;

/** Relative closeness of a real value that is reached. */
const CLOSE = 1e-6;
const LONG = 100;

/** Every folded chain up to 48 and the 64; charges up to 100 and 282; points in small grids. */
const RULES: Readonly<Record<string, Rule>> = {
  fold: ({ instance }, record) => {
    const sequence = textOf(instance, 'sequence');
    const lattice = textOf(instance, 'lattice');
    const beads = sequence.length;
    const whole = beads <= 48;
    if (!whole && !(beads === 64 && lattice === 'cubic')) return null;
    // There are a dozen chains of 48: the name carries enough to tell them apart.
    const name = `${lattice} ${beads} ${sequence.slice(0, 16)}`;
    return { name, goal: whole ? record : record - 2, budgetCpuSeconds: LONG };
  },
  thomson: ({ instance }, record) => {
    const n = countOf(instance);
    if (n <= 100) return { name: `n = ${n}`, goal: record * (1 + CLOSE), budgetCpuSeconds: 10 };
    return n === 282 ? { name: `n = ${n}`, goal: record + 0.15, budgetCpuSeconds: LONG } : null;
  },
  tammes: ({ instance }, record) => ({
    name: `n = ${countOf(instance)}`,
    goal: record * (1 - CLOSE),
    budgetCpuSeconds: LONG,
  }),
  'no-three-in-line': ({ instance }, record) => {
    const n = countOf(instance);
    if (n > 5) return null;
    return { name: `n = ${n}`, goal: n === 5 ? record - 2 : record, budgetCpuSeconds: LONG };
  },
  'no-four-in-plane': ({ instance }, record) => {
    const n = countOf(instance);
    if (n > 12) return null;
    return { name: `n = ${n}`, goal: n <= 8 ? record : record - 1, budgetCpuSeconds: LONG };
  },
};

/** Families that have goals. */
export const GOAL_FAMILIES: readonly string[] = Object.keys(RULES);

/** The goals of a family in the order of its table; none where nothing is published. */
export async function goalsOf(family: string): Promise<readonly Goal[]> {
  const { entries } = await loadRecordTable(family);
  return entries.flatMap((entry) => goalOf(family, entry));
}

/** The goal that a published value sets; none where no figure is asked for. */
export function goalOf(family: string, entry: PublishedValue): readonly Goal[] {
  const record = Number(entry.value);
  const asked = RULES[family]?.(entry, record) ?? null;
  return asked === null ? [] : [{ family, instance: entry.instance, record, status: entry.status, ...asked }];
}

function textOf(instance: CanonicalValue, key: string): string {
  return String(fieldOf(instance, key) ?? '');
}

/** Instances with charges, sizes or blocked cells are ours and have no published value. */
function countOf(instance: CanonicalValue): number {
  return Number(fieldOf(instance, 'n') ?? Number.NaN);
}

function fieldOf(instance: CanonicalValue, key: string): unknown {
  return typeof instance === 'object' && instance !== null ? Reflect.get(instance, key) : undefined;
}
