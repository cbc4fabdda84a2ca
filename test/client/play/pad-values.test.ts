/** Sideways on a gamepad's cross changes sliders, lists and groups as the arrow keys would. */
import { expect, test } from 'vitest';
import { changeSideways } from '#client/play/pad-values.ts';
import { Input, List, Part, standForElements } from '#test/support/pad-controls.ts';

standForElements();

const sideways = (control: Part, by: 1 | -1) => changeSideways(control as unknown as Element, by);

test('a slider goes a step, tells it as a hand would, and says nothing at its end', () => {
  const slider = new Input({ value: '2', min: '0', max: '3' });
  expect(sideways(slider, 1)).toBe(true);
  expect([slider.value, slider.told]).toEqual(['3', ['input', 'change']]);
  expect(sideways(slider, 1)).toBe(true);
  expect([slider.value, slider.told.length]).toEqual(['3', 2]);
  sideways(slider, -1);
  expect(slider.value).toBe('2');
});

test('a fine slider is crossed in twenty presses, and one that says nothing of itself goes from 0 to 100', () => {
  const fine = new Input({ value: '0', max: '1', step: '0.01' });
  for (let press = 0; press < 20; press++) sideways(fine, 1);
  expect(Number(fine.value)).toBeCloseTo(1);
  const plain = new Input({ min: '', max: '' });
  sideways(plain, -1);
  expect(plain.value).toBe('45');
});

test('a list goes to the next choice that can be taken, and stays at its end', () => {
  const list = new List(false, true, false, true);
  expect(sideways(list, 1)).toBe(true);
  expect([list.selectedIndex, list.told]).toEqual([2, ['input', 'change']]);
  sideways(list, 1);
  expect([list.selectedIndex, list.told.length]).toEqual([2, 2]);
  sideways(list, -1);
  expect(list.selectedIndex).toBe(0);
});

test('of a group the next one is pressed, round and round, and no other group', () => {
  const radio = (name: string) => new Input({ type: 'radio', name });
  const group = [radio('tier'), radio('hand'), radio('tier'), radio('tier')];
  const form = { querySelectorAll: () => group };
  for (const each of group) each.form = form;
  const [first, other, second, last] = group;
  if (first === undefined || last === undefined) throw new Error('there are four');
  sideways(first, 1);
  sideways(first, -1);
  sideways(last, 1);
  expect([first, other, second, last].map((each) => each?.clicks)).toEqual([1, 0, 1, 1]);
});

test('what has nothing to change is left to the cross', () => {
  expect(sideways(new Part(['button']), 1)).toBe(false);
  expect(sideways(new Input({ type: 'checkbox' }), 1)).toBe(false);
});
