/** Names on the map lie inside of it and never over each other. */
import { expect, test } from 'vitest';
import { type NamedSpot, writeNames } from '#client/wayfinding/map-names.ts';
import { Rng } from '#shared/base/rng.ts';

const SIZE = { width: 320, height: 240 };
const widthOf = (text: string) => text.length * 7;

test('a name stands below its island, above when that is taken, beside when both are, and nowhere else', () => {
  const at = (x: number, y: number, text: string): NamedSpot => ({ at: { x, y }, reach: 10, text });
  expect(writeNames([at(160, 100, 'plaza')], SIZE, widthOf)).toEqual([{ text: 'plaza', at: { x: 160, y: 120.5 } }]);
  const heap = ['one', 'two', 'three', 'four'].map((text) => at(170, 100, text));
  const names = writeNames(heap, SIZE, widthOf);
  expect(names.map(({ text }) => text)).toEqual(['one', 'two', 'three']);
  expect(names[1]?.at).toEqual({ x: 170, y: 79.5 });
  expect(names[2]?.at.x).toBeGreaterThan(180);
});

test('of an island that is larger than the picture the name stands at its edge, of one out of sight nowhere', () => {
  const near = { at: { x: 160, y: -100 }, reach: 400, text: 'near' };
  const gone = { at: { x: 160, y: -100 }, reach: 50, text: 'gone' };
  expect(writeNames([gone, near], SIZE, widthOf)).toEqual([{ text: 'near', at: { x: 160, y: 232.5 } }]);
});

test('whatever is drawn, no name meets another or the edge', () => {
  const rng = new Rng('names');
  for (let round = 0; round < 500; round++) {
    const spots = Array.from({ length: 8 }, (_, index) => ({
      at: { x: rng.unit() * 450 - 50, y: rng.unit() * 350 - 50 },
      reach: rng.unit() * 60,
      text: `${index}`.repeat(1 + Math.floor(rng.unit() * 30)),
    }));
    const names = writeNames(spots, SIZE, widthOf);
    expect(names.length).toBeLessThanOrEqual(spots.length);
    for (const { at } of names) {
      expect(at.y).toBeGreaterThanOrEqual(7.5);
      expect(at.y).toBeLessThanOrEqual(SIZE.height - 7.5);
    }
    const boxes = names.map(({ text, at }) => ({ ...at, half: widthOf(text) / 2 }));
    for (const [index, one] of boxes.entries()) {
      expect(one.x - one.half).toBeGreaterThanOrEqual(0);
      expect(one.x + one.half).toBeLessThanOrEqual(SIZE.width);
      for (const other of boxes.slice(index + 1))
        expect(Math.abs(one.x - other.x) >= one.half + other.half || Math.abs(one.y - other.y) >= 15).toBe(true);
    }
  }
});
