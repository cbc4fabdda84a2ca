/** The piece in hand: led over the grid by keys, set down where it stands; the view by keys; two fingers. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { firstDraft } from '#client/create/draft.ts';
import { Editor } from '#client/create/editor.ts';
import { buildingKey } from '#client/create/keys.ts';
import { Orbit } from '#client/create/orbit.ts';
import { Placing } from '#client/create/placing.ts';
import { Pointing, rayAt } from '#client/create/pointing.ts';

beforeEach(() => vi.stubGlobal('HTMLElement', class {}));
afterEach(() => vi.unstubAllGlobals());

function workshop() {
  const editor = new Editor(firstDraft(), null);
  const orbit = new Orbit(55);
  const surface = Object.assign(new EventTarget(), {
    setPointerCapture: () => undefined,
    getBoundingClientRect: () => ({ left: 0, top: 0, width: 400, height: 400 }),
  });
  const canvas = surface as unknown as HTMLCanvasElement;
  const placing = new Placing(editor, orbit, () => rayAt(canvas, orbit, 200, 200));
  new Pointing(canvas, editor, orbit, placing);
  const press = (code: string, more: Partial<KeyboardEvent> = {}) =>
    buildingKey({ code, key: code, target: null, ...more } as KeyboardEvent, {
      editor,
      orbit,
      placing,
      play: () => undefined,
      take: (kind) => placing.take(kind),
    });
  const touch = (type: string, pointerId: number, clientX: number, clientY: number) =>
    surface.dispatchEvent(Object.assign(new Event(type), { pointerId, clientX, clientY, button: 0, deltaY: 0 }));
  return { editor, orbit, placing, press, touch };
}

test('a digit takes a piece in hand where one looks, arrows lead it, and Enter sets it down there', () => {
  const { editor, orbit, placing, press } = workshop();
  orbit.yaw = 0;
  expect(press('Enter')).toBe(false);
  press('Digit7');
  const from = placing.placed.value;
  if (from === null) throw new Error('a crate is in hand');
  expect(from).toMatchObject({ kind: 'crate', foot: 0 });
  for (const [axis, middle] of [
    [from.x, orbit.target.x],
    [from.z, orbit.target.z],
  ] as const)
    expect(Math.abs(axis / 64 - middle)).toBeLessThan(2);
  for (const code of ['ArrowRight', 'ArrowRight', 'ArrowUp', 'KeyQ']) press(code);
  expect(placing.placed.value).toMatchObject({ x: from.x + 64, z: from.z - 32, yaw: 1 });
  expect(editor.draft.value.pieces.length).toBe(4);
  press('NumpadEnter', { key: 'Enter' });
  expect(editor.piece.value).toMatchObject({ kind: 'crate', at: [from.x + 64, 32, from.z - 32], yaw: 1 });
  expect(placing.placed.value).toBeNull();
});

test('a piece in hand climbs what stands in its way, is raised by keys, and falls back to the height it was raised to', () => {
  const { placing, press } = workshop();
  placing.take('box');
  placing.point({ x: 0, foot: -128, z: -256 });
  placing.move(0, -6);
  expect(placing.placed.value).toMatchObject({ z: -448, foot: 0 });
  placing.move(0, 6);
  expect(placing.placed.value).toMatchObject({ z: -256, foot: -128 });
  press('PageUp');
  expect(placing.placed.value).toMatchObject({ foot: -96 });
});

test('a piece is taken in hand beside the selected one, on the same foot; Shift lets another follow, Esc puts it away', () => {
  const { editor, orbit, placing, press } = workshop();
  orbit.yaw = 0;
  editor.selected.value = 1;
  placing.take('crate');
  expect(editor.selected.value).toBeNull();
  expect(placing.placed.value).toMatchObject({ x: 224, z: 0, foot: -32 });
  press('Enter', { key: 'Enter', shiftKey: true });
  expect(placing.placed.value).toMatchObject({ x: 288, z: 0, foot: -32 });
  press('Escape');
  expect(editor.tool.value).toBeNull();
  expect(editor.draft.value.pieces.length).toBe(5);
});

test('keys turn, tilt, slide and bring nearer the view, by what is written on them', () => {
  const { orbit, press } = workshop();
  const { yaw, pitch, distance, target } = orbit;
  press('Comma', { key: ',' });
  expect(orbit.yaw).toBeGreaterThan(yaw);
  press('Period', { key: '.' });
  expect(orbit.yaw).toBeCloseTo(yaw);
  // On a German keyboard the key beside Enter.
  press('BracketRight', { key: '+' });
  expect(orbit.distance).toBeLessThan(distance);
  press('Slash', { key: '-' });
  expect(orbit.distance).toBeCloseTo(distance);
  press('PageDown', { shiftKey: true });
  expect(orbit.pitch).toBeLessThan(pitch);
  press('ArrowRight', { shiftKey: true });
  expect(orbit.target.x).toBeGreaterThan(target.x);
});

test('the view goes along with what is led out of its middle', () => {
  const { orbit, placing } = workshop();
  placing.take('crate');
  for (let step = 0; step < 100; step++) placing.move(1, 0);
  const x = (placing.placed.value?.x ?? 0) / 64;
  expect(x).toBeGreaterThan(40);
  expect(Math.abs(x - orbit.target.x)).toBeLessThan(orbit.distance / 2);
});

test('two fingers bring the view nearer and slide it, and set nothing down', () => {
  const { editor, orbit, placing, touch } = workshop();
  const { yaw, distance, target } = orbit;
  placing.take('crate');
  touch('pointerdown', 1, 150, 200);
  touch('pointerdown', 2, 250, 200);
  touch('pointermove', 2, 350, 200);
  expect(orbit.distance).toBe(distance / 2);
  expect(orbit.target).not.toEqual(target);
  touch('pointerup', 1, 150, 200);
  touch('pointermove', 2, 360, 200);
  touch('pointerup', 2, 360, 200);
  expect(orbit.yaw).toBe(yaw);
  expect(editor.draft.value.pieces.length).toBe(4);
  touch('pointerdown', 3, 200, 200);
  touch('pointerup', 3, 200, 200);
  expect(editor.draft.value.pieces.length).toBe(5);
});
