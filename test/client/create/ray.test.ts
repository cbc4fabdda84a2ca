/** Pointing at pieces. */
import { expect, test } from 'vitest';
import { newPiece } from '#client/create/piece.ts';
import { hitPieces, hitPlane, snap } from '#client/create/ray.ts';

const DOWN = { x: 0, y: -1, z: 0 };

test('a ray from above meets the top of the nearest box', () => {
  const low = { ...newPiece(1, 'box', [0, 0, 0]), half: [64, 64, 64] as const };
  const high = { ...newPiece(2, 'box', [0, 256, 0]), half: [64, 64, 64] as const };
  const hit = hitPieces({ from: { x: 0.5, y: 10, z: 0.5 }, along: DOWN }, [low, high]);
  expect(hit).toMatchObject({ piece: 2, onTop: true, distance: 5 });
});

test('a turned box is met where it stands, not where its upright twin would', () => {
  const plank = { ...newPiece(1, 'box', [0, 0, 0]), half: [256, 16, 16] as const, yaw: 6 };
  const over = (x: number, z: number) => hitPieces({ from: { x, y: 5, z }, along: DOWN }, [plank]);
  expect(over(0, 3)).not.toBeNull();
  expect(over(3, 0)).toBeNull();
});

test('the plane is met below the eye and never behind it', () => {
  expect(hitPlane({ from: { x: 1, y: 4, z: 2 }, along: DOWN }, 0)).toEqual({ x: 1, y: 0, z: 2 });
  expect(hitPlane({ from: { x: 1, y: 4, z: 2 }, along: { x: 0, y: 1, z: 0 } }, 0)).toBeNull();
});

test('snapping rounds to whole steps of the grid', () => {
  expect(snap(1.13, 16)).toBe(80);
  expect(snap(-0.6, 64)).toBe(-64);
});
