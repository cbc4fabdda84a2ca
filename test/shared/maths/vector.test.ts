import { expect, test } from 'vitest';
import { add, along, cross, dot, length, scale, subtract, unit } from '#shared/maths/vector.ts';

test('places and directions are added, turned to length one and multiplied as they should be', () => {
  expect(add([1, 2, 3], [4, 5, 6])).toEqual([5, 7, 9]);
  expect(subtract([1, 2, 3], [4, 5, 6])).toEqual([-3, -3, -3]);
  expect(scale([1, -2, 3], 2)).toEqual([2, -4, 6]);
  expect(along([1, 1, 1], [1, 0, -1], 2)).toEqual([3, 1, -1]);
  expect(dot([1, 2, 3], [4, 5, 6])).toBe(32);
  expect(cross([1, 0, 0], [0, 1, 0])).toEqual([0, 0, 1]);
  expect(length([2, 3, 6])).toBe(7);
  expect(unit([0, 0, -4])).toEqual([0, 0, -1]);
});

test('nothing at all points up', () => {
  expect(unit([0, 0, 0])).toEqual([0, 1, 0]);
});
