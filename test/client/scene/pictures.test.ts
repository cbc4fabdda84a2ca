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
  const feed = (frames: readonly number[], wantedMs?: number) => {
    const watch = new QualityWatch();
    return frames.map((ms) => watch.add(ms, wantedMs)).filter((pace) => pace !== null);
  };
  const many = (count: number, ms: number) => new Array<number>(count).fill(ms);

  it('says after 120 frames how they came: slow where the median is below 50 a second', () => {
    expect(feed(many(119, 16))).toEqual([]);
    expect(feed(many(120, 25))).toEqual(['slow']);
    expect(feed(many(240, 16.7))).toEqual(['steady', 'steady']);
    expect(feed(many(120, 18.5))).toEqual(['fair']);
    // One in six is late: too many to try for more, too few to ask for less.
    expect(feed(many(20, 40).flatMap((late) => [...many(5, 16.6), late]))).toEqual(['fair']);
    expect(feed(many(120, 25), 45)).toEqual(['steady']);
  });

  it('waits three seconds at most, so that a slow machine is helped before its first minute is over', () => {
    expect(feed(many(12, 250))).toEqual(['slow']);
    expect(feed(many(11, 250))).toEqual([]);
  });

  it('does not take pauses for slowness', () => {
    expect(feed(many(600, 5000))).toEqual([]);
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
