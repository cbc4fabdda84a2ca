/** No three in line: set as many lanterns as you can on a square or cubic grid, no three of them on a line. */
import { DimensionError } from '#shared/base/errors.ts';
import type { Rng } from '#shared/base/rng.ts';
import { cellAt, cellCount } from '#shared/maths/grid.ts';
import type { IntegerPoint } from '#shared/maths/integer-geometry.ts';
import { lineRule } from './points/line-rule.ts';
import { blockPlaces, createPointFamily } from './points/point-family.ts';
import { type PointProblem, parseFields, parseGridSize, parseTaken } from './points/problem.ts';

/** `n` places along each of `dimension` axes; `taken` places are blocked, ascending. */
export type NoThreeInstance = {
  readonly n: number;
  readonly dimension: 2 | 3;
  readonly taken?: readonly IntegerPoint[];
};

/** Below this difficulty grids are flat. */
const SOLID_FROM = 0.3;

/** The registered family. */
export const noThreeInLine = createPointFamily<NoThreeInstance>({
  id: 'no-three-in-line',
  title: 'No Three in Line',
  rule: lineRule,
  parseInstance,
  problemOf: noThreeProblem,
  generate,
  capacitySource: ({ dimension }) =>
    `The lines along one axis fill the ${dimension === 2 ? 'square' : 'cube'}, and each holds two points at the most.`,
  proven: ({ n, dimension }) => (n === 3 && dimension === 3 ? LEAST_CUBE : null),
  brief: ({ n, dimension, taken }) => ({
    task:
      `Set as many lanterns as you can on the ${dimension === 2 ? `${n} × ${n} square` : `${n} × ${n} × ${n} cube`} so ` +
      `that no three stand on one straight line, whatever its slope${taken ? '; dark places stay empty' : ''}.`,
    science: dimension === 2 ? FLAT_SCIENCE : SOLID_SCIENCE,
  }),
});

/** The problem that an instance asks. */
export function noThreeProblem({ n, dimension, taken = [] }: NoThreeInstance): PointProblem {
  const grid = { n, dimension };
  return { grid, taken: taken.map((point) => cellAt(grid, point)) };
}

const LEAST_CUBE = { value: 16, source: 'No more than 16 fit in 3 × 3 × 3 (Moser’s cube problem, OEIS A003142).' };
const FLAT_SCIENCE =
  'Dudeney asked it of a chessboard in 1917. Two a row would make 2n; it is known to be reached up to n = 46 ' +
  '(Flammenkamp 1998) and believed to fail for large n, and nobody has proven either. Erdős showed that about n can ' +
  'always be set (in Roth 1951). With blocked places almost nothing is known.';
const SOLID_SCIENCE =
  'The cube’s form of Dudeney’s question of 1917. Pór and Wood (2007) proved that the best grows like n², but exact ' +
  'values are known only for the smallest cubes: from 5 × 5 × 5 on (40 set, 45 not ruled out; Pegg 2026) it is open.';

function parseInstance(raw: unknown): NoThreeInstance {
  const { dimension, ...fields } = parseFields(raw, ['n', 'dimension', 'taken']);
  const n = parseGridSize(fields['n']);
  if (dimension !== 2 && dimension !== 3)
    throw new DimensionError('instance.dimension', 'This grid has 2 or 3 dimensions.');
  const taken = parseTaken(fields['taken'], { n, dimension });
  return { n, dimension, ...(taken === undefined ? {} : { taken }) };
}

/** Flat grids first, then cubes from 4 to 6; between a tenth and three tenths of the places are blocked. */
function generate(rng: Rng, difficulty: number): NoThreeInstance {
  const dimension = difficulty < SOLID_FROM ? 2 : 3;
  const n =
    dimension === 2
      ? 6 + Math.floor(difficulty * 10)
      : 4 + Math.min(2, Math.floor(((difficulty - SOLID_FROM) / (1 - SOLID_FROM)) * 3));
  const grid = { n, dimension } as const;
  return { ...grid, taken: blockPlaces(rng, grid, Math.round(cellCount(grid) * rng.between(0.1, 0.3))) };
}
