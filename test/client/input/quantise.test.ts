/** From a wish to the byte of a tick. */
import { describe, expect, test } from 'vitest';
import { AT_REST, combine } from '#client/input/controls.ts';
import { headingOf, tapeByte } from '#client/input/quantise.ts';
import { decodeInput, essentialInput } from '#shared/physics/input.ts';
import { headingVector } from '#shared/physics/turns.ts';

const FORWARD = { ...AT_REST, forward: 1 };

describe('the byte of a tick', () => {
  test('forward goes where the camera looks, for every heading there is', () => {
    for (let k = 0; k < 32; k++) {
      const yaw = (k / 32) * Math.PI * 2;
      const { heading, gait } = decodeInput(tapeByte(FORWARD, yaw));
      const { x, z } = headingVector(heading);
      expect(x).toBeCloseTo(-Math.sin(yaw), 9);
      expect(z).toBeCloseTo(-Math.cos(yaw), 9);
      expect(gait).toBe('run');
    }
  });

  test('right, back and left are a quarter turn each', () => {
    const at = (right: number, forward: number) => decodeInput(tapeByte({ ...AT_REST, right, forward }, 0)).heading;
    expect([at(1, 0), at(0, -1), at(-1, 0)]).toEqual([24, 16, 8]);
  });

  test('yaw far outside one turn and a hair off a heading round to the same byte', () => {
    expect(headingOf(-Math.PI * 6 + 0.05)).toBe(0);
    expect(tapeByte(FORWARD, 0.09)).toBe(tapeByte(FORWARD, -0.09 + Math.PI * 2));
  });

  test('who stands or uses leaves nothing on the tape that has no effect', () => {
    for (const wish of [AT_REST, { ...AT_REST, use: true }, { ...FORWARD, use: true }, { ...AT_REST, forward: 0.1 }]) {
      const byte = tapeByte(wish, 2.2);
      expect(essentialInput(byte)).toBe(byte);
    }
    expect(decodeInput(tapeByte({ ...FORWARD, use: true, jump: true }, 1))).toMatchObject({ gait: 'use', jump: true });
  });
});

test('of several devices the strongest push counts and every button', () => {
  const stick = { right: 0.3, forward: 0.2, run: false, jump: true, use: false };
  const keys = { right: 0, forward: 1, run: true, jump: false, use: false };
  expect(combine([null, stick, keys])).toEqual({ right: 0, forward: 1, run: true, jump: true, use: false });
  expect(combine([null])).toEqual(AT_REST);
});
