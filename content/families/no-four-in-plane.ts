/** No four in a plane: set as many lanterns as you can in a cubic grid, no four of them in one plane. */
import type { Rng } from '#shared/base/rng.ts';
import { cellAt, cellCount } from '#shared/maths/grid.ts';
import type { IntegerPoint } from '#shared/maths/integer-geometry.ts';
import { planeRule } from './points/plane-rule.ts';
import { blockPlaces, createPointFamily } from './points/point-family.ts';
import { type PointProblem, parseFields, parseGridSize, parseTaken } from './points/problem.ts';

/** `n` places along each of three axes; `taken` places are blocked, ascending. */
export type NoFourInstance = { readonly n: number; readonly taken?: readonly IntegerPoint[] };

/** The registered family. */
export const noFourInPlane = createPointFamily<NoFourInstance>({
  id: 'no-four-in-plane',
  title: 'No Four in a Plane',
  rule: planeRule,
  parseInstance,
  problemOf: noFourProblem,
  generate,
  capacitySource: () => 'The planes across one axis fill the cube, and each holds three points at the most.',
  proven: ({ n }) => {
    const value = EXHAUSTED[n];
    return value === undefined ? null : { value, source: 'Exhaustive search of the whole cube (OEIS A280537).' };
  },
  brief: ({ n, taken }) => ({
    task:
      `Set as many lanterns as you can in the ${n} × ${n} × ${n} cube so that no four lie in one plane, however it is ` +
      `tilted${taken ? '; dark places stay empty' : ''}.`,
    science:
      'Three a layer would make 3n, yet already small cubes fall short of it: exhaustive search gives 5, 8, 10, 13, 16 ' +
      'for n = 2 to 6, and from 7 on only lower bounds are known (OEIS A280537, Pfoertner 2017; Möhres 2016).',
  }),
});

/** The best of whole cubes up to 6, found by exhaustive search. @see https://oeis.org/A280537 */
const EXHAUSTED: Readonly<Record<number, number>> = { 2: 5, 3: 8, 4: 10, 5: 13, 6: 16 };

/** The problem that an instance asks. */
export function noFourProblem({ n, taken = [] }: NoFourInstance): PointProblem {
  const grid = { n, dimension: 3 } as const;
  return { grid, taken: taken.map((point) => cellAt(grid, point)) };
}

function parseInstance(raw: unknown): NoFourInstance {
  const fields = parseFields(raw, ['n', 'taken']);
  const n = parseGridSize(fields['n']);
  const taken = parseTaken(fields['taken'], { n, dimension: 3 });
  return { n, ...(taken === undefined ? {} : { taken }) };
}

/** Cubes from 4 to 7; between a twentieth and a quarter of the places are blocked. */
function generate(rng: Rng, difficulty: number): NoFourInstance {
  const grid = { n: 4 + Math.round(3 * Math.min(1, Math.max(0, difficulty))), dimension: 3 } as const;
  return { n: grid.n, taken: blockPlaces(rng, grid, Math.round(cellCount(grid) * rng.between(0.05, 0.25))) };
}
