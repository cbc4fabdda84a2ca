/** Every turn of the screen is a frame, unless the machine is spared: then thirty a second or a little fewer. */
import { afterEach, expect, test, vi } from 'vitest';
import { FrameLoop } from '#client/play/frame-loop.ts';

afterEach(() => vi.unstubAllGlobals());

/** A screen that turns when it is told to. */
function openScreen() {
  let next: FrameRequestCallback = () => undefined;
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => {
    next = callback;
    return 0;
  });
  return { turn: (nowMs: number) => next(nowMs) };
}

test.each([48, 50, 60, 72, 75, 90, 100, 144, 165])(
  'on a screen of %i turns a second a sparing loop draws thirty at most, and loses no time',
  (hertz) => {
    const screen = openScreen();
    let seconds = 0;
    let frames = 0;
    const loop = new FrameLoop((_, passed) => {
      seconds += passed;
      frames++;
    });
    const run = (from: number) => {
      for (let turn = 0; turn <= hertz; turn++) screen.turn(from + (turn * 1_000) / hertz);
    };
    run(0);
    expect(frames).toBe(hertz + 1);
    expect(seconds).toBeCloseTo(1, 6);
    loop.spares = true;
    frames = 0;
    seconds = 0;
    run(1_000);
    expect(frames).toBeGreaterThanOrEqual(23);
    expect(frames).toBeLessThanOrEqual(31);
    expect(seconds).toBeGreaterThan(0.95);
    expect(seconds).toBeLessThanOrEqual(1.000_001);
  },
);

test('after a pause no more than a quarter of a second has passed', () => {
  const screen = openScreen();
  const passed: number[] = [];
  new FrameLoop((_, seconds) => passed.push(seconds));
  for (const nowMs of [0, 60_000, 60_016]) screen.turn(nowMs);
  expect(passed).toEqual([0, 0.25, 0.016]);
});
