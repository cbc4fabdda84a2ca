/** What sticks and buttons of a gamepad come to. */
import { expect, test } from 'vitest';
import { Gamepad } from '#client/input/gamepad.ts';

/** A pad that lies still, whose axes and buttons may be changed. */
function padThere() {
  const axes = [0, 0, 0, 0];
  const buttons = Array.from({ length: 16 }, () => ({ pressed: false, value: 0 }));
  const found: ({ mapping: string; axes: number[]; buttons: typeof buttons } | null)[] = [];
  found.push(null, { mapping: '', axes: [1, 1, 1, 1], buttons: [] }, { mapping: 'standard', axes, buttons });
  const pad = new Gamepad({ getGamepads: () => found } as unknown as Navigator);
  const press = (index: number, value = 1) => Object.assign(buttons[index] ?? {}, { pressed: value > 0, value });
  return { pad, axes, press, found };
}

test('a stick within its dead zone is at rest; beyond, it walks, and runs when it is pushed all the way', () => {
  const { pad, axes, found } = padThere();
  axes.splice(0, 2, 0.1, -0.1);
  expect([pad.isThere, pad.walks, pad.read()]).toEqual([true, false, null]);
  axes.splice(0, 2, 0.3, -0.4);
  expect(pad.walks).toBe(true);
  expect(pad.read()).toEqual({ right: 0.3, forward: 0.4, run: false, jump: false, use: false });
  axes.splice(0, 2, 0, -0.9);
  expect(pad.read()).toMatchObject({ right: 0, forward: 0.9, run: true });
  // Only pads whose buttons are where the standard has them.
  found.pop();
  expect([pad.isThere, pad.read(), pad.walks, pad.rise]).toEqual([false, null, false, 0]);
});

test('a button counts while the stick drifts, and moves nobody', () => {
  const { pad, axes, press } = padThere();
  axes.splice(0, 2, 0.1, 0.1);
  press(2);
  expect(pad.read()).toEqual({ right: 0, forward: 0, run: false, jump: false, use: true });
});

test('the right stick turns the view: gently at first, to the right and up, and not within its dead zone', () => {
  const { pad, axes } = padThere();
  axes.splice(2, 2, 0.14, -0.14);
  expect(Math.abs(pad.look(1).yaw) + Math.abs(pad.look(1).pitch)).toBe(0);
  axes.splice(2, 2, 1, -1);
  const full = pad.look(0.5);
  expect([full.yaw, full.pitch]).toEqual([expect.closeTo(-1.3), expect.closeTo(0.78)]);
  axes.splice(2, 2, 0.5, 0);
  expect(pad.look(0.5).yaw).toBeCloseTo(full.yaw / 4);
});

test('a press that was for the page does not jump as well; the next one does', () => {
  const { pad, press } = padThere();
  press(0);
  expect(pad.read()?.jump).toBe(true);
  pad.takePress();
  expect(pad.read()?.jump).toBe(false);
  press(0, 0);
  expect(pad.read()).toBeNull();
  press(0);
  expect(pad.read()?.jump).toBe(true);
});

test('while something on the page is chosen the button never jumps, not even before the page has seen it', () => {
  const { pad, press } = padThere();
  pad.isForPage = true;
  press(0);
  expect(pad.read()?.jump).toBe(false);
  // What it pressed has closed what was open, and the button is still down.
  pad.isForPage = false;
  expect(pad.read()?.jump).toBe(false);
  press(0, 0);
  pad.read();
  press(0);
  expect(pad.read()?.jump).toBe(true);
});

test('the triggers rise and sink', () => {
  const { pad, press } = padThere();
  press(7, 0.75);
  expect(pad.rise).toBe(0.75);
  press(6, 1);
  expect(pad.rise).toBe(-0.25);
});

test('the four ends of the cross are told apart, once for each time they go down; so are the shoulders', () => {
  const { pad, press } = padThere();
  for (const index of [4, 5, 12, 13, 14, 15]) press(index);
  expect(pad.presses(0)).toEqual(['behind', 'switch', 'previous', 'next', 'left', 'right']);
  expect(pad.presses(16)).toEqual([]);
});

test('an end of the cross that is held presses again and again; a button does not', () => {
  const { pad, press } = padThere();
  const told = (toMs: number, fromMs: number) => {
    const all: string[] = [];
    for (let nowMs = fromMs; nowMs < toMs; nowMs += 10) all.push(...pad.presses(nowMs));
    return all;
  };
  press(0);
  press(13);
  expect(told(450, 0)).toEqual(['confirm', 'next']);
  expect(told(1_000, 450)).toEqual(['next', 'next', 'next', 'next', 'next']);
  press(13, 0);
  expect(told(1_200, 1_000)).toEqual([]);
  press(13);
  expect(told(1_400, 1_200)).toEqual(['next']);
});
