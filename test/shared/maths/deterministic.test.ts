import { describe, expect, it } from 'vitest';
import { Rng } from '#shared/base/rng.ts';
import { acos, atan2, cos, exp, ln, pow, sin, tanh } from '#shared/maths/deterministic.ts';

const rng = new Rng('deterministic maths');
const close = (got: number, want: number, relative = 4e-15) =>
  expect(Math.abs(got - want)).toBeLessThanOrEqual(relative * Math.max(1, Math.abs(want)));

describe('deterministic functions', () => {
  it('agree with the platform to the last few bits', () => {
    for (let i = 0; i < 4000; i++) {
      const angle = rng.between(-300, 300);
      close(sin(angle), Math.sin(angle));
      close(cos(angle), Math.cos(angle));
      const x = rng.between(-20, 20);
      close(exp(x), Math.exp(x), 1e-14);
      close(tanh(x), Math.tanh(x));
      close(tanh(x / 500), Math.tanh(x / 500), 1e-14);
      const positive = Math.exp(rng.between(-30, 30));
      close(ln(positive), Math.log(positive));
      close(pow(positive, 1 / 2.4), positive ** (1 / 2.4), 1e-13);
      const y = rng.between(-3, 3);
      close(atan2(y, x), Math.atan2(y, x));
      close(acos(y / 3), Math.acos(y / 3));
    }
  });

  it('give the documented values at the edges', () => {
    expect([exp(-1000), exp(0), exp(1000)]).toEqual([0, 1, Number.POSITIVE_INFINITY]);
    expect([ln(0), ln(1), ln(Number.POSITIVE_INFINITY)]).toEqual([
      Number.NEGATIVE_INFINITY,
      0,
      Number.POSITIVE_INFINITY,
    ]);
    expect(ln(-1)).toBeNaN();
    expect(sin(Number.NaN)).toBeNaN();
    expect([pow(0, 2), pow(5, 0), tanh(50), atan2(0, 0)]).toEqual([0, 1, 1, 0]);
  });

  it('give the same bits as when the golden value was taken', () => {
    const bits = (x: number) => new BigUint64Array(Float64Array.of(x).buffer)[0]?.toString(16);
    expect([sin(1), cos(2), exp(1), ln(10), tanh(0.5), atan2(1, 3)].map(bits)).toMatchInlineSnapshot(`
      [
        "3feaed548f090cee",
        "bfdaa22657537205",
        "4005bf0a8b14576a",
        "40026bb1bbb55516",
        "3fdd9353d7568af4",
        "3fd4978fa3269ee1",
      ]
    `);
  });
});
