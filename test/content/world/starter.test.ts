import { describe, expect, test } from 'vitest';
import { FAMILIES, load, SOLVERS } from '#content/catalog.ts';
import { advances } from '#content/families/family.ts';
import { FOUNDERS } from '#content/world/automata.ts';
import { publishedOf } from '#content/world/record-table.ts';
import { loadRecordTable } from '#content/world/records.ts';
import { loadStarters } from '#content/world/starter.ts';
import { parseStarter } from '#content/world/starter-file.ts';
import { runSolver } from '#server/work/run-solver.ts';
import { canonicalJson, sha256 } from '#shared/base/hash.ts';

const starters = await loadStarters();
const FULL = 100;
const SEEDS = 5;

/** What machines showed on a starter at the full budget: how many seeds of today's solver, and whether any did it. */
async function standing({ file, machine }: (typeof starters)[number]) {
  const family = await load(FAMILIES, file.family);
  const full = new Set(machine.filter((run) => run.budgetCpuSeconds >= FULL).map((run) => run.seed)).size >= SEEDS;
  return { family, full, solved: machine.some((run) => run.solved) };
}

test('a fresh world opens with frontier gates of five kinds and three training gates, and what it asks is new', async () => {
  const frontier = new Set<string>();
  const challenges: boolean[] = [];
  let training = 0;
  for (const starter of starters) {
    const { family, full, solved } = await standing(starter);
    const isOpen = full && (family.kind === 'record' || !solved);
    if (family.kind === 'success' && solved) training++;
    if (!isOpen) continue;
    frontier.add(family.id);
    challenges.push(publishedOf(await loadRecordTable(family.id), starter.file.instance) === null);
  }
  expect(frontier.size).toBeGreaterThanOrEqual(5);
  expect(training).toBeGreaterThanOrEqual(3);
  expect(challenges.filter((isNew) => isNew).length / challenges.length).toBeGreaterThanOrEqual(0.8);
});

test('no starter of records is closed: its best is below what is provably possible', async () => {
  for (const { file, machine } of starters) {
    const family = await load(FAMILIES, file.family);
    const limit = family.limit(family.parseInstance(file.instance));
    if (family.kind !== 'record' || limit === null) continue;
    for (const { value } of machine) expect(advances(family, limit.value, Number(value))).toBe(true);
  }
});

describe.each(starters.map((course) => [course.title, course] as const))('%s', (_, course) => {
  test('is a course of its family, posed by a founder', async () => {
    const family = await load(FAMILIES, course.file.family);
    expect(canonicalJson(family.parseInstance(course.file.instance))).toBe(canonicalJson(course.file.instance));
    expect(FOUNDERS.map(({ id }) => String(id))).toContain(course.creator);
  });

  test('every kept run is what the judge says of its best try, by today’s release', async () => {
    const family = await load(FAMILIES, course.file.family);
    const instance = family.parseInstance(course.file.instance);
    expect(course.machine.length).toBeGreaterThan(0);
    for (const run of course.machine) {
      expect(run.release).toBe((await load(SOLVERS, run.solver)).release);
      expect(run.cpuSeconds).toBeLessThan(run.budgetCpuSeconds * 1.1 + 2);
      const judgement = await family.judge(instance, family.parsePayload(run.best, instance));
      expect(judgement.ok).toBe(run.solved);
      if (judgement.ok) expect(judgement.value).toBe(run.value);
      if (!run.solved) expect(run.cpuSeconds).toBeGreaterThanOrEqual(run.budgetCpuSeconds * 0.99);
    }
  });

  test('the kept run at budget 1 comes out the same again, step by step', async () => {
    const kept = course.machine.find((run) => run.budgetCpuSeconds === 1);
    if (kept === undefined) throw new RangeError('no kept run at budget 1');
    const { solver, seed, steps } = kept;
    const again = await runSolver({ file: course.file, solverId: solver, seed, budgetCpuSeconds: 1, steps });
    expect({ ...again, cpuSeconds: 0 }).toEqual({ ...kept, cpuSeconds: 0 });
  });

  test('its witness is sealed: none of the kept tries is it', () => {
    for (const { best } of course.machine) expect(sha256(canonicalJson(best ?? null))).not.toBe(course.witnessHash);
  });
});

test('a file without a witness hash is no starter course', () => {
  const { witnessHash, ...rest } = starters[0] ?? { witnessHash: '' };
  expect(witnessHash).not.toBe('');
  expect(() => parseStarter(rest)).toThrow(expect.objectContaining({ code: 'starter.shape' }));
});
