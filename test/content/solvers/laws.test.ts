import { describe, expect, test } from 'vitest';
import { FAMILIES, load, SOLVERS } from '#content/catalog.ts';
import { Rng } from '#shared/base/rng.ts';

const STEPS = 600;

describe.each(Object.keys(SOLVERS))('the solver %s', (id) => {
  const open = async () => {
    const solver = await load(SOLVERS, id);
    const family = await load(FAMILIES, solver.family);
    const { instance } = await family.generate(new Rng('easy'), 0);
    return { solver, family, instance };
  };

  test('is registered under its own id, with a release, for a family of the catalogue', async () => {
    const { solver } = await open();
    expect(solver.id).toBe(id);
    expect(solver.release).toBeGreaterThan(0);
    expect(Object.keys(FAMILIES)).toContain(solver.family);
  });

  test('gives the same payload for the same seed and steps, another for another seed', async () => {
    const { solver, instance } = await open();
    const bestOf = async (seed: string) => {
      const run = await solver.start(instance, new Rng(seed));
      const trail: number[] = [];
      for (let step = 0; step < STEPS; step++) trail.push(run.next()?.progress ?? -1);
      const best = run.best();
      run.close();
      return { best, trail };
    };
    const one = await bestOf('a');
    expect(await bestOf('a')).toEqual(one);
    expect(await bestOf('b')).not.toEqual(one);
    for (const progress of one.trail) expect(progress >= -1 && progress <= 1).toBe(true);
  });

  test('solves an easy instance, and the judge agrees with every payload it finds', async () => {
    const { solver, family, instance } = await open();
    const run = await solver.start(instance, new Rng('1'));
    const values: number[] = [];
    for (let step = 0; step < 30_000 && values.length < 3; step++) {
      const found = run.next()?.found ?? null;
      if (found === null) continue;
      const judgement = await family.judge(instance, family.parsePayload(found, instance));
      expect(judgement.ok).toBe(true);
      if (judgement.ok) values.push(Number(judgement.value));
    }
    run.close();
    expect(values.length).toBeGreaterThan(0);
    const sorted = [...values].sort((a, b) => (family.better === 'lower' ? b - a : a - b));
    expect(values).toEqual(sorted);
  });
});
