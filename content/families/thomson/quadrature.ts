/** Levenshtein's rules: where the inner products of a best set of points on the sphere would lie, if there were one. */

/** An inner product, −1 … 1, and which part of all pairs has it. */
export interface Node {
  readonly at: number;
  readonly weight: number;
}

/** Halvings until a zero is known to the last bit of a double. */
const HALVINGS = 60;

/**
 * The rule that gives ∫ h / 2 over −1 … 1 as h(1) / count + Σ weight · h(at), exact for polynomials of the highest
 * degree that `count` points allow: 2k − 1 with k nodes, or 2k with k nodes and one at −1.
 * @param count how many points, more than 1 and not always whole
 * @see Levenshtein, Universal bounds for codes and designs, Handbook of Coding Theory (1998), chapter 6
 */
export function nodesOf(count: number): readonly Node[] {
  let k = 0;
  // Delsarte, Goethals and Seidel: (k + 1)(k + 2) points are needed for degree 2k + 1, and (k + 1)² for degree 2k.
  while ((k + 1) * (k + 2) < count) k++;
  const odd = k > 0 && count <= (k + 1) * (k + 1);
  const inner = zerosAndWeights(moments(2 * k, count, !odd), k);
  if (odd) return inner;
  const nodes = inner.map(({ at, weight }) => ({ at, weight: weight / (1 + at) }));
  const rest = nodes.reduce((sum, { weight }) => sum - weight, 1 - 1 / count);
  return [{ at: -1, weight: rest }, ...nodes];
}

/**
 * What the rule must make of the first monic Legendre polynomials: their mean less their part at 1.
 * @param lifted true: of each of them times 1 + t, which leaves out a node at −1
 */
function moments(many: number, count: number, lifted: boolean): Float64Array {
  const values = new Float64Array(Math.max(1, many));
  let scale = 1;
  for (let l = 0; l < values.length; l++) {
    if (l > 0) scale *= l / (2 * l - 1);
    const mean = l === 0 ? 1 : lifted && l === 1 ? 1 / 3 : 0;
    values[l] = scale * (mean - (lifted ? 2 : 1) / count);
  }
  return values;
}

/** b of t · P = P₊ + b · P₋ for the monic Legendre polynomial of degree l. */
function legendre(l: number): number {
  return (l * l) / (4 * l * l - 1);
}

/** The recurrence of the polynomials that are orthogonal under these moments, and the rule that lives on their zeros. */
function zerosAndWeights(modified: Float64Array, k: number): Node[] {
  const alpha = new Float64Array(k);
  const beta = new Float64Array(k);
  let before: Float64Array = new Float64Array(2 * k);
  let last: Float64Array = modified;
  // The modified Chebyshev algorithm (Gautschi, Orthogonal Polynomials, 2004, section 2.1.7).
  for (let j = 0; j < k; j++) {
    const slope = (last[j + 1] ?? 0) / (last[j] ?? 1);
    alpha[j] = j === 0 ? slope : slope - (before[j] ?? 0) / (before[j - 1] ?? 1);
    beta[j] = j === 0 ? (last[0] ?? 0) : (last[j] ?? 0) / (before[j - 1] ?? 1);
    const next = new Float64Array(2 * k);
    for (let l = j + 1; l < 2 * k - j - 1; l++)
      next[l] =
        (last[l + 1] ?? 0) -
        (alpha[j] ?? 0) * (last[l] ?? 0) -
        (j === 0 ? 0 : (beta[j] ?? 0) * (before[l] ?? 0)) +
        legendre(l) * (last[l - 1] ?? 0);
    before = last;
    last = next;
  }
  return zerosOf(alpha, beta).map((at) => ({ at, weight: weightAt(at, alpha, beta) }));
}

/** Zeros of the last polynomial, rising: between two of them lies one of the polynomial before. */
function zerosOf(alpha: Float64Array, beta: Float64Array): number[] {
  let zeros: number[] = [];
  for (let degree = 1; degree <= alpha.length; degree++) {
    const walls = [-1, ...zeros, 1];
    zeros = walls.slice(1).map((right, index) => zeroBetween(walls[index] ?? -1, right, degree, alpha, beta));
  }
  return zeros;
}

function zeroBetween(left: number, right: number, degree: number, alpha: Float64Array, beta: Float64Array): number {
  const rising = valueAt(right, degree, alpha, beta) > 0;
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (left + right) / 2;
    if (valueAt(middle, degree, alpha, beta) > 0 === rising) right = middle;
    else left = middle;
  }
  return (left + right) / 2;
}

/** The monic orthogonal polynomial of a degree. */
function valueAt(t: number, degree: number, alpha: Float64Array, beta: Float64Array): number {
  let before = 0;
  let value = 1;
  for (let j = 0; j < degree; j++) {
    const next = (t - (alpha[j] ?? 0)) * value - (j === 0 ? 0 : (beta[j] ?? 0) * before);
    before = value;
    value = next;
  }
  return value;
}

/** Christoffel's number of a zero: 1 / Σ of all orthonormal polynomials of lower degree, squared. */
function weightAt(t: number, alpha: Float64Array, beta: Float64Array): number {
  let norm = 1;
  let sum = 0;
  for (let j = 0; j < alpha.length; j++) {
    norm *= beta[j] ?? 1;
    const value = valueAt(t, j, alpha, beta);
    sum += (value * value) / norm;
  }
  return 1 / sum;
}
