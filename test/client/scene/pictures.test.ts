/** Pictures and texts: scaled and cut without surprises; steps that match the ground. */
import { describe, expect, it } from 'vitest';
import { wrapped } from '#client/scene/board.ts';
import { fitted } from '#client/scene/label-ink.ts';
import { scaledPicture } from '#client/scene/picture.ts';
import { lowerQuality, QUALITIES } from '#client/scene/quality.ts';
import { QualityWatch } from '#client/scene/quality-watch.ts';
import { strideTurn } from '#client/scene/stance.ts';

describe('a picture', () => {
  it('keeps its corners and its colours when it is scaled, its first row at the top of the texture', () => {
    const rgba = new Uint8Array([255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 255, 255, 255, 255]);
    const out = new Uint8Array(8 * 8 * 4);
    scaledPicture({ width: 2, height: 2, rgba }, 8, out);
    expect([...out.slice(0, 4)]).toEqual([0, 0, 255, 255]);
    expect([...out.slice((8 * 8 - 8) * 4, (8 * 8 - 8) * 4 + 4)]).toEqual([255, 0, 0, 255]);
    expect([...out.slice(-4)]).toEqual([0, 255, 0, 255]);
  });

  it('is unchanged at its own size but for the order of rows', () => {
    const rgba = Uint8Array.from({ length: 4 * 4 * 4 }, (_, i) => i);
    const out = new Uint8Array(rgba.length);
    scaledPicture({ width: 4, height: 4, rgba }, 4, out);
    expect([...out.slice(0, 16)]).toEqual([...rgba.slice(48)]);
  });
});

describe('a label', () => {
  const ink = { measureText: (text: string) => ({ width: [...text].length * 10 }) as TextMetrics };

  it('is left alone when it fits and cut with an ellipsis when it does not', () => {
    expect(fitted(ink, 'mira', 40)).toBe('mira');
    expect(fitted(ink, 'a very long name', 60)).toBe('a ver…');
  });

  it('is never cut through a letter of two units', () => {
    expect(fitted(ink, '🤖🤖🤖🤖', 30)).toBe('🤖🤖…');
  });
});

describe('a step', () => {
  it('is longer when running, so that legs turn less than in proportion to the speed', () => {
    expect(strideTurn(0)).toBe(0);
    expect(strideTurn(6)).toBeLessThan(strideTurn(2.6) * (6 / 2.6));
    expect(strideTurn(6)).toBeGreaterThan(strideTurn(2.6));
  });
});

describe('the tiers', () => {
  it('lead down step by step and end at low; the test tier stays', () => {
    expect([lowerQuality('high'), lowerQuality('medium'), lowerQuality('low'), lowerQuality('test')]).toEqual([
      'medium',
      'low',
      'low',
      'test',
    ]);
    expect(QUALITIES.test.tufts + QUALITIES.test.shadow + QUALITIES.test.postSamples).toBe(0);
  });
});

describe('the watch over frames', () => {
  const feed = (ms: number, frames: number, now: 'high' | 'medium' | 'low') => {
    const watch = new QualityWatch();
    let said: string | null = null;
    for (let i = 0; i < frames; i++) said = watch.add(ms, now) ?? said;
    return said;
  };

  it('asks for less when the median of 120 frames is slower than 50 a second', () => {
    expect(feed(25, 119, 'high')).toBeNull();
    expect(feed(25, 120, 'high')).toBe('medium');
    expect(feed(16, 600, 'high')).toBeNull();
  });

  it('leaves the lowest tier alone and does not take pauses for slowness', () => {
    expect(feed(80, 600, 'low')).toBeNull();
    expect(feed(5000, 600, 'medium')).toBeNull();
  });
});

it('text on the board breaks between words, and loses none', () => {
  const ink = { measureText: (text: string) => ({ width: text.length * 10 }) as TextMetrics };
  const text = 'Nobody yet. Walk into a gate with a cyan beam.';
  const lines = wrapped(ink, text, 200);
  expect(lines.every((line) => line.length <= 20)).toBe(true);
  expect(lines.join(' ')).toBe(text);
  expect(wrapped(ink, 'Donaudampfschifffahrt', 100)).toEqual(['Donaudampfschifffahrt']);
});
