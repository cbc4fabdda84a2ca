/** Keys turn the view: steadily, gently at first, and never anything but the view. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FIRST_KEYS } from '#client/input/key-map.ts';
import type { View } from '#client/input/look.ts';
import { ViewTurn } from '#client/input/view-turn.ts';
import { Devices } from '#client/play/devices.ts';
import { decodeInput, IDLE } from '#shared/physics/input.ts';

beforeEach(() => vi.stubGlobal('HTMLElement', class {}));
afterEach(() => vi.unstubAllGlobals());

/** Turns by one wish for so long, in so many steps. */
function turned(seconds: number, steps: number, left = 1, up = 0) {
  const turn = new ViewTurn();
  const view = { yaw: 0, pitch: 0 };
  for (let step = 0; step < steps; step++) {
    const { yaw, pitch } = turn.step({ left, up }, view.yaw, seconds / steps, 1);
    view.yaw += yaw;
    view.pitch += pitch;
  }
  return view;
}

test('how far a key turns does not depend on how often pictures come', () => {
  expect(turned(1.2, 12).yaw).toBeCloseTo(turned(1.2, 144).yaw, 9);
  expect(turned(1.2, 12, -1, 1)).toEqual({
    yaw: expect.closeTo(-turned(1.2, 7).yaw),
    pitch: expect.closeTo(turned(1.2, 7, 0, 1).pitch),
  });
});

test('it begins gently, so that a tap aims, and goes on steadily', () => {
  expect(turned(1 / 30, 2).yaw).toBeLessThan(0.04);
  expect(turned(0.1, 6).yaw).toBeGreaterThan(0.05);
  const [second, third] = [turned(2, 20).yaw - turned(1, 10).yaw, turned(3, 30).yaw - turned(2, 20).yaw];
  expect(second).toBeCloseTo(third, 9);
  expect(second).toBeGreaterThan(1.5);
});

test('a glide goes the shorter way round, ends where it was meant to, and gives way to a key', () => {
  const turn = new ViewTurn();
  turn.glide(-3);
  let yaw = 3;
  for (let frame = 0; frame < 30; frame++) {
    yaw += turn.step({ left: 0, up: 0 }, yaw, 1 / 60, 1).yaw;
    expect(yaw).toBeGreaterThanOrEqual(3);
  }
  expect(yaw).toBeCloseTo(Math.PI * 2 - 3, 9);
  turn.glide(0);
  turn.step({ left: 1, up: 0 }, yaw, 1 / 60, 1);
  expect(turn.step({ left: 0, up: 0 }, yaw, 1 / 60, 1).yaw).toBe(0);
});

/** Devices at a keyboard, and a view to turn. */
function hands() {
  const page = Object.assign(new EventTarget(), { navigator: {} });
  const devices = new Devices(page as unknown as Window);
  const view: View = { yaw: 0, pitch: 0, distance: 8 };
  const key = (type: 'keydown' | 'keyup', code: string) =>
    page.dispatchEvent(Object.assign(new Event(type, { cancelable: true }), { code }));
  return { devices, view, key };
}

test('the turning keys turn the view, as fast as is set, while one stands and while one walks', () => {
  const { devices, view, key } = hands();
  key('keydown', 'KeyC');
  devices.turn(view, 0.5);
  const slow = view.yaw;
  expect(slow).toBeLessThan(-0.5);
  expect(devices.byte(view.yaw)).toBe(IDLE);
  key('keyup', 'KeyC');
  devices.turn(view, 0.5);
  expect(view.yaw).toBe(slow);

  devices.sensitivity = 2;
  key('keydown', 'KeyW');
  key('keydown', 'KeyX');
  devices.turn(view, 0.5);
  expect(view.yaw - slow).toBeCloseTo(-2 * slow, 9);
  // What is recorded is the heading, rounded as it is for a pointer.
  expect(decodeInput(devices.byte(view.yaw))).toEqual({
    heading: Math.round((view.yaw / Math.PI / 2) * 32),
    gait: 'run',
    jump: false,
  });
});

test('looking up and down ends where a neck does', () => {
  const { devices, view, key } = hands();
  key('keydown', 'KeyF');
  devices.turn(view, 60);
  expect(view.pitch).toBe(0.55);
  key('keyup', 'KeyF');
  key('keydown', 'KeyV');
  devices.turn(view, 60);
  expect([view.pitch, view.yaw]).toEqual([-1.2, 0]);
});

test('a tap that came and went between two pictures counts once; one that repeats itself does not tap again', () => {
  const { devices, view, key } = hands();
  key('keydown', 'KeyX');
  key('keyup', 'KeyX');
  devices.turn(view, 1 / 60);
  const once = view.yaw;
  expect(once).toBeGreaterThan(0);
  devices.turn(view, 1 / 60);
  expect(view.yaw).toBe(once);
  key('keydown', 'KeyX');
  devices.release();
  devices.turn(view, 1 / 60);
  expect(view.yaw).toBe(once);
});

test('another key turns as soon as it was chosen for it', () => {
  const { devices, view, key } = hands();
  devices.setKeys({ ...FIRST_KEYS, 'turn-left': 'KeyO' });
  key('keydown', 'KeyO');
  devices.turn(view, 0.2);
  expect(view.yaw).toBeGreaterThan(0);
});
