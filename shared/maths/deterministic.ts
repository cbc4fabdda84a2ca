/** Transcendental functions from + − × ÷ and √ alone, so that every engine gives the same bits (`Math.sin` and friends may differ). */

/** π, the nearest double. */
export const PI = Math.PI;
/** One full turn in radians. */
export const TAU = 6.283185307179586;

const HALF_PI_HIGH = 1.5707963267341256;
const HALF_PI_MIDDLE = 6.077100506303965e-11;
const HALF_PI_LOW = 2.0222662487959506e-21;
const TWO_OVER_PI = 0.6366197723675814;
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const SQRT_HALF = Math.SQRT1_2;

/**
 * Sine of `x` radians, within 2 units in the last place for |x| below 10⁶; NaN for what is not finite.
 * Cody–Waite reduction to an eighth of a turn, then the Taylor series.
 */
export function sin(x: number): number {
  const turns = Math.floor(x * TWO_OVER_PI + 0.5);
  const rest = x - turns * HALF_PI_HIGH - turns * HALF_PI_MIDDLE - turns * HALF_PI_LOW;
  const quarter = turns - 4 * Math.floor(turns / 4);
  if (quarter === 0) return sinNearZero(rest);
  if (quarter === 1) return cosNearZero(rest);
  if (quarter === 2) return -sinNearZero(rest);
  return -cosNearZero(rest);
}

/** Cosine of `x` radians, as precise as {@link sin}. */
export function cos(x: number): number {
  const turns = Math.floor(x * TWO_OVER_PI + 0.5);
  const rest = x - turns * HALF_PI_HIGH - turns * HALF_PI_MIDDLE - turns * HALF_PI_LOW;
  const quarter = turns - 4 * Math.floor(turns / 4);
  if (quarter === 0) return cosNearZero(rest);
  if (quarter === 1) return -sinNearZero(rest);
  if (quarter === 2) return -cosNearZero(rest);
  return sinNearZero(rest);
}

/** e to the power `x`; 0 below −708 and Infinity above 709. */
export function exp(x: number): number {
  if (x < -708) return 0;
  if (x > 709) return Number.POSITIVE_INFINITY;
  const halvings = Math.floor(x * Math.LOG2E + 0.5);
  const r = x - halvings * LN2_HIGH - halvings * LN2_LOW;
  let sum = 1;
  for (let n = 14; n >= 1; n--) sum = 1 + (r * sum) / n;
  return sum * powerOfTwo(halvings);
}

/** Natural logarithm; −Infinity at 0, NaN below. */
export function ln(x: number): number {
  if (!(x >= 0)) return Number.NaN;
  if (x === 0) return Number.NEGATIVE_INFINITY;
  if (x === Number.POSITIVE_INFINITY) return x;
  let mantissa = x;
  let exponent = 0;
  for (let step = 512; step >= 1; step /= 2) {
    const scale = powerOfTwo(step);
    while (mantissa >= scale) {
      mantissa /= scale;
      exponent += step;
    }
    while (mantissa * scale < 2) {
      mantissa *= scale;
      exponent -= step;
    }
  }
  if (mantissa * SQRT_HALF > 1) {
    mantissa /= 2;
    exponent += 1;
  }
  const s = (mantissa - 1) / (mantissa + 1);
  const square = s * s;
  let sum = 0;
  for (let n = 23; n >= 1; n -= 2) sum = sum * square + 1 / n;
  return exponent * LN2_HIGH + (2 * s * sum + exponent * LN2_LOW);
}

/** `base` to the power `exponent` for a base that is not negative. */
export function pow(base: number, exponent: number): number {
  if (exponent === 0) return 1;
  if (base === 0) return exponent > 0 ? 0 : Number.POSITIVE_INFINITY;
  return exp(exponent * ln(base));
}

/** Hyperbolic tangent. */
export function tanh(x: number): number {
  if (x > 20) return 1;
  if (x < -20) return -1;
  if (x > -0.02 && x < 0.02) {
    const square = x * x;
    return x * (1 - (square / 3) * (1 - ((2 * square) / 5) * (1 - (17 * square) / 42)));
  }
  const twice = exp(2 * x);
  return (twice - 1) / (twice + 1);
}

/** The angle of the point (x, y) from the x axis, −π … π; 0 at the origin. */
export function atan2(y: number, x: number): number {
  const ax = Math.abs(x);
  const ay = Math.abs(y);
  if (ax === 0 && ay === 0) return 0;
  let angle = ay > ax ? PI / 2 - atanUnit(ax / ay) : atanUnit(ay / ax);
  if (x < 0) angle = PI - angle;
  return y < 0 ? -angle : angle;
}

/** The angle 0 … π whose cosine is `x`; `x` is clamped to −1 … 1. */
export function acos(x: number): number {
  const clamped = x > 1 ? 1 : Math.max(x, -1);
  return atan2(Math.sqrt((1 - clamped) * (1 + clamped)), clamped);
}

function sinNearZero(x: number): number {
  const s = x * x;
  let sum = 1;
  for (let n = 18; n >= 2; n -= 2) sum = 1 - (s * sum) / (n * (n + 1));
  return x * sum;
}

function cosNearZero(x: number): number {
  const s = x * x;
  let sum = 1;
  for (let n = 17; n >= 1; n -= 2) sum = 1 - (s * sum) / (n * (n + 1));
  return sum;
}

/** Arc tangent of 0 … 1: two half-angle steps bring it below 0.2, then the series. */
function atanUnit(t: number): number {
  const once = t / (1 + Math.sqrt(1 + t * t));
  const twice = once / (1 + Math.sqrt(1 + once * once));
  const s = twice * twice;
  let sum = 0;
  for (let n = 25; n >= 1; n -= 2) sum = 1 / n - s * sum;
  return 4 * twice * sum;
}

/** 2 to an integer power by exact doublings or halvings. */
function powerOfTwo(exponent: number): number {
  let factor = exponent < 0 ? 0.5 : 2;
  let left = exponent < 0 ? -exponent : exponent;
  let result = 1;
  while (left > 0) {
    if (left % 2 === 1) result *= factor;
    left = Math.floor(left / 2);
    if (left > 0) factor *= factor;
  }
  return result;
}
