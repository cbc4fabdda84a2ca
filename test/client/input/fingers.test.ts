/** Pointers that are down, and the first two of them parting. */
import { expect, test } from 'vitest';
import { Fingers } from '#client/input/fingers.ts';

const at = (pointerId: number, clientX: number, clientY: number) => ({ pointerId, clientX, clientY });

test('a pointer moves from where it was last, and one that is not down only passes over', () => {
  const fingers = new Fingers();
  fingers.press(at(1, 10, 10));
  expect(fingers.move(at(1, 14, 7))).toEqual({ dx: 4, dy: -3, closing: 1 });
  expect(fingers.move(at(1, 15, 7))).toEqual({ dx: 1, dy: 0, closing: 1 });
  expect(fingers.move(at(2, 15, 7))).toBeNull();
  expect(fingers.lift(at(2, 0, 0))).toBe(false);
});

test('two that part close less than once, and what remains of them closes nothing', () => {
  const fingers = new Fingers();
  fingers.press(at(1, 0, 0));
  fingers.press(at(2, 100, 0));
  expect(fingers.move(at(2, 200, 0))).toEqual({ dx: 100, dy: 0, closing: 0.5 });
  expect(fingers.move(at(1, 100, 0))?.closing).toBe(2);
  expect(fingers.lift(at(2, 0, 0))).toBe(true);
  expect(fingers.move(at(1, 0, 0))?.closing).toBe(1);
  fingers.release();
  expect(fingers.count).toBe(0);
});
