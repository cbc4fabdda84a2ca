/** Floors of a course: level boxes that overlap share a colour, others do not. */
import { describe, expect, it } from 'vitest';
import { floorsOf } from '#client/scene/course-groups.ts';

const box = (x: number, y: number, z: number, yaw = 0) => ({
  at: [x, y, z] as const,
  half: [64, 16, 32] as const,
  yaw,
});

describe('floors', () => {
  it('join boxes whose tops are level and whose outlines overlap, also through others', () => {
    const floors = floorsOf([box(0, 0, 0), box(300, 0, 0), box(110, 0, 0), box(205, 1, 0), box(0, 40, 0)]);
    expect(floors.map(({ floor }) => floor)).toEqual([0, 0, 0, 0, 4]);
    expect(floors.map(({ rank }) => rank)).toEqual([0, 1, 2, 3, 0]);
    expect(floors.map(({ alone }) => alone)).toEqual([false, false, false, false, true]);
  });

  it('know how far a turned box reaches', () => {
    expect(floorsOf([box(0, 0, 0), box(0, 0, 90)]).map(({ floor }) => floor)).toEqual([0, 1]);
    expect(floorsOf([box(0, 0, 0), box(0, 0, 90, 6)]).map(({ floor }) => floor)).toEqual([0, 0]);
  });
});
