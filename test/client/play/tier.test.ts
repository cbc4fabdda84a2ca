/** The tier of the picture: as it was chosen, or what a machine draws fast enough. */
import { expect, test } from 'vitest';
import { isSparing, tierOf } from '#client/play/picture-settings.ts';
import { RememberedSettings } from '#client/play/remembered-settings.ts';
import { FIRST_SETTINGS, type Settings } from '#client/play/settings.ts';
import { Tier } from '#client/play/tier.ts';
import type { QualityName } from '#client/scene/quality.ts';

interface Machine {
  readonly forced?: boolean;
  readonly small?: boolean;
  readonly first?: QualityName;
}

async function set({ forced = false, small = false, first = 'high' }: Machine = {}) {
  const shown: QualityName[] = [];
  const scene = {
    quality: first,
    grown: Promise.resolve(),
    setQuality: async (name: QualityName) => {
      scene.quality = name;
      shown.push(name);
    },
  };
  const settings = new RememberedSettings(null, false);
  const tier = new Tier(scene, settings, { forced, small });
  const grown = () => new Promise((resolve) => setImmediate(resolve));
  await grown();
  const draw = async (windows: number, seconds: number) => {
    for (let window = 0; window < windows; window++) {
      for (let frame = 0; frame < 120; frame++) tier.frame(seconds);
      await grown();
    }
  };
  return { scene, settings, tier, shown, draw };
}

const EASY = 1 / 60;
const HARD = 0.024;

test('left to itself it goes down a tier when frames come slowly, remembers that, and never goes up again', async () => {
  const { scene, settings, draw } = await set();
  await draw(1, HARD);
  expect(scene.quality).toBe('medium');
  expect(settings.now.value.measured).toBe('medium');
  await draw(20, EASY);
  expect(scene.quality).toBe('medium');
});

test('where pictures come with ease for eight seconds the next tier is tried, once, and given up where it is slow', async () => {
  const { shown, settings, draw } = await set({ first: 'medium' });
  await draw(3, EASY);
  expect(shown).toEqual([]);
  await draw(1, EASY);
  expect(shown).toEqual(['high']);
  expect(settings.now.value.measured).toBe('high');
  await draw(1, HARD);
  await draw(20, EASY);
  expect(shown).toEqual(['high', 'medium']);
});

test('a window that was not steady begins the eight seconds anew', async () => {
  const { shown, draw } = await set({ first: 'medium' });
  await draw(3, EASY);
  await draw(1, 0.0185);
  await draw(3, EASY);
  expect(shown).toEqual([]);
});

test('a phone begins low and comes to medium at most by itself', async () => {
  expect(tierOf(FIRST_SETTINGS, true)).toBe('low');
  expect(tierOf(FIRST_SETTINGS, false)).toBe('medium');
  const { shown, draw } = await set({ first: 'low', small: true });
  await draw(4, EASY);
  await draw(20, EASY);
  expect(shown).toEqual(['medium']);
  const other = await set({ first: 'medium', small: true });
  await other.draw(20, EASY);
  expect(other.shown).toEqual([]);
});

test('what is too slow at the lowest tier gets half the pictures, and is judged by what is wanted then', async () => {
  const { shown, settings, draw } = await set({ first: 'low' });
  await draw(1, HARD);
  expect(settings.now.value.measured).toBe('sparing');
  expect(isSparing(settings.now.value)).toBe(true);
  expect(tierOf(settings.now.value, false)).toBe('low');
  await draw(5, 0.034);
  expect(shown).toEqual([]);
  // Whoever chooses for themselves gets what they chose.
  const chosen: Settings = { ...settings.now.value, quality: 'low' };
  expect(isSparing(chosen)).toBe(false);
});

test('whoever wants few pictures is given no dearer ones', async () => {
  const { shown, settings, draw } = await set({ first: 'medium' });
  settings.change({ sparing: true });
  await draw(20, 0.033);
  expect(shown).toEqual([]);
});

test('a screen that turns fifty times a second is no slow machine', async () => {
  const { shown, draw } = await set({ first: 'medium' });
  await draw(20, 0.0201);
  expect(shown).toEqual([]);
});

test('frames while trees and grass grow tell nothing', async () => {
  let grow = (): void => undefined;
  const grown = new Promise<void>((resolve) => {
    grow = resolve;
  });
  const settings = new RememberedSettings(null, false);
  const tier = new Tier({ quality: 'high', grown, setQuality: async () => undefined }, settings, {
    forced: false,
    small: false,
  });
  for (let frame = 0; frame < 500; frame++) tier.frame(0.1);
  expect(settings.now.value.measured).toBeNull();
  grow();
  await grown;
  await new Promise((resolve) => setImmediate(resolve));
  for (let frame = 0; frame < 120; frame++) tier.frame(0.1);
  expect(settings.now.value.measured).toBe('medium');
});

test('thirty frames a second are not slow where no more are wanted, nor in hindsight', async () => {
  const { scene, settings, tier, draw } = await set();
  settings.change({ sparing: true });
  await draw(5, 0.042);
  for (let frame = 0; frame < 30; frame++) tier.frame(0.042);
  settings.change({ sparing: false });
  for (let frame = 0; frame < 100; frame++) tier.frame(0.016);
  expect(scene.quality).toBe('high');
  settings.change({ sparing: true });
  await draw(1, 0.06);
  expect(scene.quality).toBe('medium');
});

test('a tier that was chosen or stands in the address stays however slow it is', async () => {
  const chosen = await set();
  chosen.settings.change({ quality: 'high' });
  await chosen.draw(5, 0.1);
  expect(chosen.scene.quality).toBe('high');
  const forced = await set({ forced: true });
  await forced.draw(5, 0.1);
  expect(forced.scene.quality).toBe('high');
});

test('it follows what is chosen, and back to itself begins where it was measured', async () => {
  const { scene, settings, draw } = await set();
  await draw(2, HARD);
  expect(settings.now.value.measured).toBe('low');
  settings.change({ quality: 'high' });
  expect(scene.quality).toBe('high');
  settings.change({ volume: 0 });
  settings.change({ quality: 'auto' });
  expect(scene.quality).toBe('low');
});
