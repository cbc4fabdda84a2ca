/** What the families of points share: everything but the rule, the form of an instance and the words. */
import type { Brief, Family, Limit } from '#content/families/family.ts';
import { type CanonicalValue, canonicalJson, sha256 } from '#shared/base/hash.ts';
import type { Rng } from '#shared/base/rng.ts';
import { cellCount, type Grid, pointAt } from '#shared/maths/grid.ts';
import type { IntegerPoint } from '#shared/maths/integer-geometry.ts';
import type { Payload } from '#shared/records/payload.ts';
import type { Judgement } from '#shared/records/verdict.ts';
import { capacityOf } from './capacity.ts';
import { canonicalCells, pointKinship, problemLikeness } from './forms.ts';
import { cellsOf, type PointProblem, parsePoints, pointName } from './problem.ts';
import type { PointRule } from './rule.ts';
import { showPoints } from './show.ts';

/** What one family of points adds. */
export interface PointFamilyParts<I extends CanonicalValue> {
  readonly id: string;
  readonly title: string;
  readonly rule: PointRule;
  parseInstance(raw: unknown): I;
  problemOf(instance: I): PointProblem;
  /** A grid for a difficulty, and which of its places are blocked. */
  generate(rng: Rng, difficulty: number): I;
  /** Why no more points fit than parallel lines or planes hold. */
  capacitySource(instance: I): string;
  /** A better bound than that, where somebody proved one for the whole grid: it holds with blocked places too. */
  proven(instance: I): Limit | null;
  brief(instance: I): Brief;
}

/** A record family of points: the more the better, one more is an advance. Nothing is polished and nothing planted. */
export function createPointFamily<I extends CanonicalValue>(parts: PointFamilyParts<I>): Family<I> {
  const { id, title, rule, parseInstance, problemOf, generate, capacitySource, proven, brief } = parts;
  const capacity = (instance: I): Limit => ({
    value: capacityOf(problemOf(instance), rule),
    source: capacitySource(instance),
  });
  const limit = (instance: I): Limit => {
    const counted = capacity(instance);
    const known = proven(instance);
    return known !== null && known.value < counted.value ? known : counted;
  };
  const canonical = (instance: I, payload: Payload): string => {
    const problem = problemOf(instance);
    return formOf(problem.grid, canonicalCells(problem, cellsOf(problem, payload)));
  };
  return {
    id,
    rules: 1,
    title,
    hand: 'points',
    kind: 'record',
    better: 'higher',
    unit: 'point',
    delta: () => 1,
    parseInstance,
    parsePayload: (raw, instance) => parsePoints(raw, problemOf(instance)),
    generate: async (rng, difficulty) => ({ instance: generate(rng, difficulty), witness: null }),
    judge: async (instance, payload) => judgePoints(problemOf(instance), rule, payload, capacity(instance)),
    canonical: async (instance, payload) => canonical(instance, payload),
    basin: async (instance, payload) => canonical(instance, payload),
    polish: (_instance, payload) => payload,
    kinship: (instance, payload, known) => {
      const problem = problemOf(instance);
      return pointKinship(problem, cellsOf(problem, payload), cellsOf(problem, known));
    },
    limit,
    likeness: (instance) => problemLikeness(problemOf(instance)),
    brief,
    workpiece: (instance) => {
      const { grid, taken } = problemOf(instance);
      const size = Array.from({ length: grid.dimension }, () => grid.n);
      return { hand: 'points', size, taken: taken.map((cell) => pointAt(grid, cell)) };
    },
    show: (instance, payload) => showPoints(problemOf(instance), rule, payload),
  };
}

/** Some places of a grid, chosen at random and in ascending order: what makes a problem that nobody has posed. */
export function blockPlaces(rng: Rng, grid: Grid, count: number): readonly IntegerPoint[] {
  const cells = Array.from({ length: cellCount(grid) }, (_, cell) => cell);
  for (let at = 0; at < count; at++) {
    const from = rng.int(at, cells.length - 1);
    [cells[at], cells[from]] = [cells[from] ?? 0, cells[at] ?? 0];
  }
  return cells
    .slice(0, count)
    .sort((a, b) => a - b)
    .map((cell) => pointAt(grid, cell));
}

/** Judges by what is counted here, never by a bound that others proved. */
function judgePoints(problem: PointProblem, rule: PointRule, payload: Payload, limit: Limit): Judgement {
  const cells = cellsOf(problem, payload);
  if (cells.length === 0) return fails('points.none', 'Not one point is set.');
  if (cells.length > limit.value)
    return fails('points.limit', `${cells.length} points cannot be right: at most ${limit.value} fit. ${limit.source}`);
  const points = Array.from(cells, (cell) => pointAt(problem.grid, cell));
  const [group] = rule.broken(problem.grid, points, 1);
  if (group !== undefined) {
    const names = group.map(pointName);
    return fails(rule.code, `${names.slice(0, -1).join(', ')} and ${names.at(-1)} ${rule.fault}.`);
  }
  const digest = sha256(formOf(problem.grid, canonicalCells(problem, cells)));
  return { ok: true, value: cells.length, unit: 'point', digest };
}

function fails(code: string, sentence: string): Judgement {
  return { ok: false, reason: { code, sentence } };
}

function formOf(grid: Grid, cells: Int32Array): string {
  return canonicalJson(Array.from(cells, (cell) => pointAt(grid, cell)));
}
