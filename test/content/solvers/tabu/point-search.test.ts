import { expect, test } from 'vitest';
import { noFourInPlane } from '#content/families/no-four-in-plane.ts';
import { noThreeInLine } from '#content/families/no-three-in-line.ts';
import type { SolveRun } from '#content/solvers/solver.ts';
import { startGreedyLines, tabuLines } from '#content/solvers/tabu-lines.ts';
import { startGreedyPlanes, tabuPlanes } from '#content/solvers/tabu-planes.ts';
import { Rng } from '#shared/base/rng.ts';
import type { Payload } from '#shared/records/payload.ts';

/** How many points a run comes to, at most `enough`, within a number of steps. */
function reach(run: SolveRun, enough: number, steps: number): Payload {
  const size = () => {
    const best = run.best();
    return best?.kind === 'points' ? best.points.length : 0;
  };
  for (let step = 0; step < steps && size() < enough; step++) if (run.next() === null) break;
  run.close();
  return run.best() ?? { kind: 'points', points: [] };
}

test.each([
  [{ n: 3, dimension: 3 }, 16],
  [{ n: 4, dimension: 3 }, 28],
  [{ n: 5, dimension: 3 }, 38],
  [{ n: 8, dimension: 2 }, 16],
] as const)('lines: %j comes to %d points', async (instance, value) => {
  const best = reach(await tabuLines.start(instance, new Rng('1')), value, 20_000);
  expect(await noThreeInLine.judge(instance, noThreeInLine.parsePayload(best, instance))).toMatchObject({
    ok: true,
    value,
  });
});

test.each([
  [2, 5],
  [3, 8],
  [4, 10],
  [5, 13],
] as const)('planes: %d³ comes to %d points', async (n, value) => {
  // biome-ignore format: one line
  const best = reach(await tabuPlanes.start({ n }, new Rng('1')), value, 10_000);
  expect(await noFourInPlane.judge({ n }, noFourInPlane.parsePayload(best, { n }))).toMatchObject({ ok: true, value });
});

test('a run ends when the limit is reached, and blocked places stay empty', async () => {
  const instance = noThreeInLine.parseInstance({
    n: 6,
    dimension: 2,
    taken: [
      [0, 0],
      [2, 3],
    ],
  });
  const run = await tabuLines.start(instance, new Rng('2'));
  let steps = 0;
  while (run.next() !== null && steps < 20_000) steps++;
  const best = noThreeInLine.parsePayload(run.best(), instance);
  expect(await noThreeInLine.judge(instance, best)).toMatchObject({ ok: true, value: 12 });
  expect(run.next()).toBeNull();
});

test('the baseline holds too, and stays behind', async () => {
  const cube = { n: 5, dimension: 3 } as const;
  const lines = reach(startGreedyLines(cube, new Rng('1')), 99, 200);
  const planes = reach(startGreedyPlanes({ n: 5 }, new Rng('1')), 99, 200);
  const values = [await noThreeInLine.judge(cube, lines), await noFourInPlane.judge({ n: 5 }, planes)];
  for (const [index, most] of [39, 13].entries()) {
    expect(values[index]?.ok).toBe(true);
    expect(Number(Reflect.get(values[index] ?? {}, 'value'))).toBeLessThan(most);
  }
});
