import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Look } from '#client/input/look.ts';

beforeEach(() => vi.stubGlobal('document', { pointerLockElement: null }));
afterEach(() => vi.unstubAllGlobals());

function world() {
  const surface = Object.assign(new EventTarget(), { setPointerCapture: () => undefined });
  const taps: string[] = [];
  const look = new Look(surface as unknown as HTMLElement, { yaw: 0, pitch: 0, distance: 8 }, (x, y) =>
    taps.push(`${x} ${y}`),
  );
  const touch = (type: string, pointerId: number, clientX: number, clientY: number) =>
    surface.dispatchEvent(Object.assign(new Event(type), { pointerId, clientX, clientY }));
  return { view: look.view, taps, touch };
}

test('two fingers that spread come closer, turn nothing and tap nothing', () => {
  const { view, taps, touch } = world();
  touch('pointerdown', 1, 100, 100);
  touch('pointerdown', 2, 200, 100);
  touch('pointermove', 2, 300, 100);
  expect(view).toEqual({ yaw: 0, pitch: 0, distance: 4 });
  touch('pointermove', 1, 200, 100);
  expect(view.distance).toBe(8);
  touch('pointerup', 1, 200, 100);
  touch('pointermove', 2, 290, 100);
  expect(view.yaw).toBeGreaterThan(0);
  touch('pointerup', 2, 290, 100);
  expect(taps).toEqual([]);
});

test('a finger that does not drag taps', () => {
  const { taps, touch } = world();
  touch('pointerdown', 7, 40, 50);
  touch('pointerup', 7, 40, 50);
  expect(taps).toEqual(['40 50']);
});
