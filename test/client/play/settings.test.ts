/** What a browser remembers is parsed, never believed. */
import { expect, test } from 'vitest';
import { ACTS, actOf, FIRST_KEYS, isChoosable, parseKeys, withKey } from '#client/input/key-map.ts';
import { FixedSteps } from '#client/play/fixed-steps.ts';
import { friendlyName } from '#client/play/name.ts';
import { FIRST_SETTINGS, isTouched, parseSettings, type Settings } from '#client/play/settings.ts';

test('kept settings are read back, and what is wrong falls back one by one', () => {
  const kept: Settings = {
    ...{ quality: 'low', measured: 'medium', sensitivity: 2, inverted: true, mouseLock: true, fieldOfView: 72 },
    ...{ reducedMotion: true, comfortEdge: true, touch: 'on', volume: 0, ambience: 1, captions: true, textSize: 1.6 },
    compass: false,
    sparing: true,
    ghost: 'own',
    keys: withKey(FIRST_KEYS, 'jump', 'KeyX'),
  };
  expect(parseSettings(JSON.stringify(kept))).toEqual(kept);
  expect(
    parseSettings('{"volume":2,"textSize":null,"keys":{"jump":"F5","use":"Backspace","map":"Backspace"},"touch":1}'),
  ).toEqual(FIRST_SETTINGS);
  expect(
    parseSettings('{"quality":"ultra","sensitivity":99,"inverted":"yes","ghost":"everybody","reducedMotion":true}'),
  ).toEqual({
    ...FIRST_SETTINGS,
    reducedMotion: true,
  });
  for (const text of [null, 'not json', '7', '[]']) expect(parseSettings(text)).toEqual(FIRST_SETTINGS);
});

test('every pair of numbers makes a name of two words that the door takes', () => {
  for (const share of [0, 0.4, 0.999_999]) expect(friendlyName(share, 1 - share)).toMatch(/^[a-z]+ [a-z]+$/);
});

test('steps are due as time goes by, and a page that stood still does not run after the lost time', () => {
  const steps = new FixedSteps();
  let total = 0;
  for (let frame = 0; frame < 144; frame++) total += steps.due(1 / 144);
  expect(total).toBe(60);
  expect(steps.lost).toBe(0);
  expect(steps.due(30)).toBeLessThanOrEqual(60);
  expect(steps.lost).toBeCloseTo(29, 6);
  expect(steps.fraction).toBeGreaterThanOrEqual(0);
  expect(steps.fraction).toBeLessThanOrEqual(1);
});

test('a key that is taken changes places, so that no act is ever without one', () => {
  let keys = FIRST_KEYS;
  for (const [round, act] of ACTS.entries()) {
    const code = Object.values(FIRST_KEYS)[(round * 5 + 3) % ACTS.length] ?? 'KeyW';
    keys = withKey(keys, act, code);
    expect(actOf(keys, code)).toBe(act);
    expect(new Set(Object.values(keys)).size).toBe(ACTS.length);
    expect(parseKeys(JSON.parse(JSON.stringify(keys)))).toEqual(keys);
  }
  // What may no longer be chosen costs nobody the keys they did choose.
  const { use, map, ...kept } = parseKeys({ ...FIRST_KEYS, forward: 'NumpadEnter', use: 'KeyW', map: 'KeyN' });
  expect([use, map, kept]).toEqual(['KeyW', 'KeyN', { ...kept, forward: 'KeyE' }]);
  expect(actOf(FIRST_KEYS, 'ArrowUp')).toBe('forward');
  expect(actOf(withKey(FIRST_KEYS, 'jump', 'ArrowUp'), 'ArrowUp')).toBe('jump');
  expect(['Escape', 'Enter', 'NumpadEnter', 'F5', 'Digit1', 'Tab'].some(isChoosable)).toBe(false);
});

test('keys that were kept before there were as many acts stay, and every new act has one that was free', () => {
  const { 'turn-left': _, 'turn-right': __, 'look-up': ___, 'look-down': ____, behind: _____, ...old } = FIRST_KEYS;
  expect(parseKeys(old)).toEqual(FIRST_KEYS);
  // Somebody jumps with what turns now, and writes with what looks up.
  const chosen = { ...old, jump: 'KeyX', talk: 'KeyF' };
  const keys = parseKeys(chosen);
  expect(keys).toMatchObject(chosen);
  expect(new Set(Object.values(keys)).size).toBe(ACTS.length);
  for (const act of ACTS) expect([act, isChoosable(keys[act]), actOf(keys, keys[act])]).toEqual([act, true, act]);
});

test('thumbs get their stick where one touches, unless somebody has settled it', () => {
  expect([true, false].map((coarse) => isTouched('auto', coarse))).toEqual([true, false]);
  expect([true, false].map((coarse) => isTouched('on', coarse))).toEqual([true, true]);
  expect([true, false].map((coarse) => isTouched('off', coarse))).toEqual([false, false]);
});
