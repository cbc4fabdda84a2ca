/** The free camera: keys and drags move it the way it looks. */
import { PerspectiveCamera } from 'three';
import { expect, test } from 'vitest';
import { FreeEye } from '#client/scene/free-eye.ts';
import { flightOf } from '#client/watch/watch-keys.ts';

function placed(act: (eye: FreeEye) => void): PerspectiveCamera {
  const camera = new PerspectiveCamera();
  camera.position.set(1, 2, 3);
  camera.rotation.set(0, Math.PI / 2, 0, 'YXZ');
  const eye = new FreeEye();
  eye.take(camera);
  act(eye);
  eye.place(camera);
  return camera;
}

test('ahead is where one looks, right is to the right of it, up is up, and it begins where the camera was', () => {
  const ahead = placed((eye) => eye.fly({ right: 0, up: 0, ahead: 1 }, 1));
  expect([ahead.position.x, ahead.position.y, ahead.position.z].map((at) => Math.round(at))).toEqual([-8, 2, 3]);
  const right = placed((eye) => eye.fly({ right: 1, up: 1, ahead: 0 }, 1));
  expect([right.position.x, right.position.y, right.position.z].map((at) => Math.round(at))).toEqual([1, 11, -6]);
});

test('nobody turns over backwards', () => {
  const { rotation } = placed((eye) => eye.turn(0, 100));
  expect(rotation.x).toBeLessThan(Math.PI / 2);
});

test('keys that are held fly together, and opposite ones undo each other', () => {
  expect(flightOf(new Set(['KeyW', 'KeyD', 'KeyE']))).toEqual({ right: 1, up: 1, ahead: 1 });
  expect(flightOf(new Set(['KeyW', 'KeyS', 'KeyA', 'KeyQ', 'KeyX']))).toEqual({ right: -1, up: -1, ahead: 0 });
});
