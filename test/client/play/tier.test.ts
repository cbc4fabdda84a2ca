/** The tier of the picture: as it was chosen, or stepped down where a machine draws too slowly. */
import { expect, test } from 'vitest';
import { RememberedSettings } from '#client/play/remembered-settings.ts';
import { Tier } from '#client/play/tier.ts';
import type { QualityName } from '#client/scene/quality.ts';

function set(forced: boolean) {
  const scene = {
    quality: 'high' as QualityName,
    setQuality: async (name: QualityName) => {
      scene.quality = name;
    },
  };
  const settings = new RememberedSettings(null, false);
  const tier = new Tier(scene, settings, forced);
  const draw = (frames: number, seconds: number) => {
    for (let frame = 0; frame < frames; frame++) tier.frame(seconds);
  };
  return { scene, settings, draw };
}

test('left to itself it goes down a tier when frames come slowly, remembers that, and never goes up', () => {
  const { scene, settings, draw } = set(false);
  draw(120, 0.04);
  expect(scene.quality).toBe('medium');
  expect(settings.now.value.measured).toBe('medium');
  draw(1_000, 0.004);
  expect(scene.quality).toBe('medium');
});

test('thirty frames a second are not slow where no more are wanted, nor in hindsight', () => {
  const { scene, settings, draw } = set(false);
  settings.change({ sparing: true });
  draw(580, 0.042);
  settings.change({ sparing: false });
  draw(40, 0.016);
  expect(scene.quality).toBe('high');
  settings.change({ sparing: true });
  draw(120, 0.06);
  expect(scene.quality).toBe('medium');
});

test('a tier that was chosen or stands in the address stays however slow it is', () => {
  const chosen = set(false);
  chosen.settings.change({ quality: 'high' });
  chosen.draw(500, 0.1);
  expect(chosen.scene.quality).toBe('high');
  const forced = set(true);
  forced.draw(500, 0.1);
  expect(forced.scene.quality).toBe('high');
});

test('it follows what is chosen, and back to itself begins where it was measured', () => {
  const { scene, settings, draw } = set(false);
  draw(240, 0.04);
  expect(settings.now.value.measured).toBe('low');
  settings.change({ quality: 'high' });
  expect(scene.quality).toBe('high');
  settings.change({ volume: 0 });
  settings.change({ quality: 'auto' });
  expect(scene.quality).toBe('low');
});
