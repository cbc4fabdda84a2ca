/** The bound from below: it is met where it must be, lies under every record, and its proof holds step by step. */
import { expect, test } from 'vitest';
import { energyOf } from '#content/families/thomson/energy.ts';
import { energyLimit } from '#content/families/thomson/limit.ts';
import { nodesOf } from '#content/families/thomson/quadrature.ts';
import { thomson } from '#content/families/thomson.ts';
import { loadRecordTable } from '#content/world/records.ts';
import { Rng } from '#shared/base/rng.ts';

const equal = (n: number) => new Float64Array(n).fill(1);
/** Numbers of points: whole ones at and beside every step of the degree, and some between. */
const COUNTS = [1.5, 2, 2.5, 3, 3.7, 4, 4.01, 5, 6, 6.5, 9, 9.2, 12, 13.3, 16, 20, 20.4, 28.8, 36, 57.1, 100];

test.each([
  [2, 0.5],
  [3, Math.sqrt(3)],
  [4, 6 / Math.sqrt(8 / 3)],
  [6, 12 / Math.SQRT2 + 1.5],
  [12, 49.165253058],
])('%i equal charges meet the bound', (n, energy) => {
  expect(energyLimit(equal(n)).value).toBeCloseTo(energy, 8);
});

test('the bound lies under every published value, and close to it', async () => {
  const { entries } = await loadRecordTable('thomson');
  expect(entries.length).toBeGreaterThan(90);
  for (const { instance, value } of entries) {
    const limit = thomson.limit(thomson.parseInstance(instance))?.value ?? Number.NaN;
    expect(limit).toBeLessThanOrEqual(Number(value));
    expect(limit / Number(value)).toBeGreaterThan(0.99);
  }
});

test('no arrangement of heavy and light charges lies below the bound', () => {
  const rng = new Rng('uneven');
  for (let round = 0; round < 300; round++) {
    const charges = Float64Array.from({ length: rng.int(2, 10) }, () => rng.int(1, 9));
    const points = Float64Array.from([...charges].flatMap(() => direction(rng)));
    expect(energyOf(points, charges)).toBeGreaterThan(energyLimit(charges).value);
  }
});

test('two charges, however uneven, rest at the poles, and the bound is no higher', () => {
  for (const heavy of [1, 2, 5, 9]) expect(energyLimit(Float64Array.of(heavy, 1)).value).toBeLessThanOrEqual(heavy / 2);
});

test.each(COUNTS)('the rule for %d points is exact up to its degree, with no negative weight', (count) => {
  const nodes = nodesOf(count);
  for (let degree = 0; degree <= degreeOf(nodes); degree++) {
    const sum = nodes.reduce((total, { at, weight }) => total + weight * at ** degree, 1 / count);
    expect(sum).toBeCloseTo(degree % 2 === 0 ? 1 / (degree + 1) : 0, 12);
  }
  for (const { at, weight } of nodes) {
    expect(weight).toBeGreaterThan(-1e-12);
    expect(at).toBeGreaterThanOrEqual(-1);
    expect(at).toBeLessThan(1);
  }
});

test.each(COUNTS)('the polynomial behind the bound for %d points lies under 1 / r and is of positive type', (count) => {
  const nodes = nodesOf(count);
  const touching = hermite(nodes.flatMap(({ at }) => (at === -1 ? [at] : [at, at])));
  for (let t = -1; t < 0.999; t += 0.001) expect(touching(t)).toBeLessThanOrEqual(1 / Math.sqrt(2 - 2 * t) + 1e-9);
  for (const coefficient of legendreCoefficients(touching, degreeOf(nodes)).slice(1))
    expect(coefficient).toBeGreaterThan(-1e-9);
});

function direction(rng: Rng): number[] {
  const at = [rng.between(-1, 1), rng.between(-1, 1), rng.between(-1, 1)];
  const length = Math.hypot(...at);
  return length > 0.1 ? at.map((part) => part / length) : direction(rng);
}

function degreeOf(nodes: ReturnType<typeof nodesOf>): number {
  return nodes.some(({ at }) => at === -1) ? 2 * (nodes.length - 1) : 2 * nodes.length - 1;
}

/** Newton's form of the polynomial that touches 1 / √(2 − 2t) at the nodes, twice where a node stands twice. */
function hermite(nodes: readonly number[]): (t: number) => number {
  const value = (t: number) => 1 / Math.sqrt(2 - 2 * t);
  let row = nodes.map(value);
  const top = [row[0] ?? 0];
  for (let order = 1; order < nodes.length; order++) {
    row = Array.from({ length: nodes.length - order }, (_, i) => {
      const left = nodes[i] ?? 0;
      const right = nodes[i + order] ?? 0;
      return left === right ? (2 - 2 * left) ** -1.5 : ((row[i + 1] ?? 0) - (row[i] ?? 0)) / (right - left);
    });
    top.push(row[0] ?? 0);
  }
  return (t) => {
    let sum = 0;
    for (let at = top.length - 1; at >= 0; at--) sum = (top[at] ?? 0) + sum * (t - (nodes[at] ?? 0));
    return sum;
  };
}

/** Its coefficients over Legendre's polynomials, by a rule that is fine enough. */
function legendreCoefficients(of: (t: number) => number, degree: number): number[] {
  const steps = 4_000;
  const sums = new Array<number>(degree + 1).fill(0);
  for (let step = 0; step <= steps; step++) {
    const t = -1 + (2 * step) / steps;
    const simpson = (step === 0 || step === steps ? 1 : step % 2 === 1 ? 4 : 2) / (3 * steps);
    let before = 0;
    let legendre = 1;
    for (let l = 0; l <= degree; l++) {
      sums[l] = (sums[l] ?? 0) + (2 * l + 1) * simpson * legendre * of(t);
      [before, legendre] = [legendre, ((2 * l + 1) * t * legendre - l * before) / (l + 1)];
    }
  }
  return sums;
}
