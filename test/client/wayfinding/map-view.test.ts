import { expect, test } from 'vitest';
import { LAND_SIZE, paintRows } from '#client/wayfinding/land-picture.ts';
import { kept, LAND_BOX, panned, toGround, toPixel, wholeView, zoomed } from '#client/wayfinding/map-view.ts';
import { ISLES } from '#content/world/archipelago.ts';
import { GATE_SPOTS } from '#content/world/island.ts';

const SIZE = { width: 480, height: 540 };

test('a place goes to its pixel and back', () => {
  let view = zoomed(wholeView(SIZE), SIZE, { x: 100, y: 300 }, 3);
  view = panned(view, SIZE, 31, -17);
  for (const spot of GATE_SPOTS) {
    const back = toGround(view, SIZE, toPixel(view, SIZE, spot));
    expect(back.x).toBeCloseTo(spot.x, 9);
    expect(back.z).toBeCloseTo(spot.z, 9);
  }
});

test('at first every island is in the picture, and north is up', () => {
  const view = wholeView(SIZE);
  for (const { x, z, halfX, halfZ } of ISLES)
    for (const [right, down] of [
      [-1, 0],
      [1, 0],
      [0, -1],
      [0, 1],
    ] as const) {
      const at = toPixel(view, SIZE, { x: x + right * halfX * 0.85, z: z + down * halfZ * 0.85 });
      expect(at.x).toBeGreaterThanOrEqual(0);
      expect(at.x).toBeLessThanOrEqual(SIZE.width);
      expect(at.y).toBeGreaterThanOrEqual(0);
      expect(at.y).toBeLessThanOrEqual(SIZE.height);
    }
  expect(toPixel(view, SIZE, { x: 0, z: -10 }).y).toBeLessThan(toPixel(view, SIZE, { x: 0, z: 10 }).y);
});

test('coming closer leaves what the pointer is on where it is', () => {
  const view = zoomed(wholeView(SIZE), SIZE, { x: 240, y: 270 }, 4);
  const at = { x: 300, y: 250 };
  const before = toGround(view, SIZE, at);
  const after = toGround(zoomed(view, SIZE, at, 1.4), SIZE, at);
  expect(after.x).toBeCloseTo(before.x, 9);
  expect(after.z).toBeCloseTo(before.z, 9);
});

test('the map is never farther than the whole, and its edges are never left', () => {
  const whole = wholeView(SIZE);
  expect(zoomed(whole, SIZE, { x: 0, y: 0 }, 0.1)).toEqual(whole);
  const close = panned(zoomed(whole, SIZE, { x: 240, y: 270 }, 5), SIZE, 1e6, 1e6);
  const corner = toGround(close, SIZE, { x: 0, y: 0 });
  expect(corner.x).toBeCloseTo(LAND_BOX.left);
  expect(corner.z).toBeCloseTo(LAND_BOX.top);
  expect(kept(close, { width: 900, height: 300 }).scale).toBe(close.scale);
});

test('the land is painted blue in the sea and otherwise on the plaza', () => {
  const fine = LAND_SIZE.height / LAND_BOX.depth;
  const row = Math.round((0 - LAND_BOX.top) * fine);
  const pixels = paintRows(row, row + 1);
  const at = (x: number) => {
    const from = Math.round((x - LAND_BOX.left) * fine) * 4;
    return [...pixels.slice(from, from + 4)];
  };
  const [seaRed = 0, , seaBlue = 0, opaque] = at(-128);
  expect(seaBlue).toBeGreaterThan(seaRed + 60);
  expect(opaque).toBe(255);
  const [red = 0, , blue = 0] = at(0);
  expect(red).toBeGreaterThan(blue + 40);
});

test('a band begins where the one above it ends', () => {
  const whole = paintRows(200, 204);
  const half = paintRows(202, 204);
  expect([...half]).toEqual([...whole.slice(whole.length / 2)]);
});
