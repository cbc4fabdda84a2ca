/** The eye that leaves the body: it flies where it looks, however fast pictures come. */
import { PerspectiveCamera } from 'three';
import { expect, test } from 'vitest';
import { FreeEye } from '#client/scene/free-eye.ts';

function flown(seconds: number, frames: number, turn: number): PerspectiveCamera {
  const camera = new PerspectiveCamera();
  const eye = new FreeEye();
  eye.take(camera);
  eye.turn(turn, 0);
  for (let frame = 0; frame < frames; frame++) eye.fly({ right: 0, up: 0, ahead: 1 }, seconds / frames);
  eye.place(camera);
  return camera;
}

test('it flies ahead where it looks, as far in few pictures as in many', () => {
  const few = flown(2, 4, Math.PI / 2);
  const many = flown(2, 400, Math.PI / 2);
  // A quarter turn to the left: ahead is −X.
  expect(few.position.x).toBeLessThan(-10);
  expect(Math.abs(few.position.z)).toBeLessThan(1e-9);
  expect(few.position.distanceTo(many.position)).toBeLessThan(1e-9);
});

test('it never turns over, and begins where the camera was', () => {
  const camera = new PerspectiveCamera();
  camera.rotation.order = 'YXZ';
  camera.position.set(3, 4, 5);
  camera.rotation.set(-0.3, 0.8, 0, 'YXZ');
  const eye = new FreeEye();
  eye.take(camera);
  eye.place(camera);
  expect(camera.position.toArray()).toEqual([3, 4, 5]);
  expect(camera.rotation.y).toBeCloseTo(0.8);
  eye.turn(0, 99);
  eye.place(camera);
  expect(camera.rotation.x).toBeLessThan(Math.PI / 2);
});
