/** Emblems: any drawing becomes one shape around its own middle, as large as a landmark is. */
import { expect, it } from 'vitest';
import { EMBLEM_SIZE, emblemShape } from '#client/scene/emblem-shape.ts';
import { emblemOf } from '#content/world/emblem.ts';
import { LANDMARK_FAMILIES } from '#content/world/frontier.ts';

it.each(LANDMARK_FAMILIES)('%s fits its landmark and costs few triangles', async (id) => {
  const { drawing } = await emblemOf(id);
  const shape = emblemShape(drawing, 0xffffff);
  shape.computeBoundingBox();
  const box = shape.boundingBox;
  if (box === null) throw new Error('The shape is empty.');
  for (const side of ['x', 'y', 'z'] as const) {
    expect(box.max[side] + box.min[side]).toBeLessThan(2);
    expect(box.max[side] - box.min[side]).toBeLessThan(15);
  }
  const longest = Math.max(box.max.x - box.min.x, box.max.y - box.min.y, box.max.z - box.min.z);
  expect(longest).toBeGreaterThan(EMBLEM_SIZE * 0.8);
  expect(shape.getAttribute('position').count / 3).toBeLessThan(6_000);
});

it('a line ends where the drawing says, whichever way it leans', () => {
  for (const to of [
    [3, 4, 5],
    [-3, -4, 5],
    [0, -2, 0],
    [1, 0, 0],
  ] as const) {
    const half = to.map((one) => one / 2);
    const drawing = {
      points: [],
      boxes: [],
      beams: [],
      labels: [],
      links: [{ from: [0, 0, 0] as const, to, colour: '#fff' }],
    };
    const shape = emblemShape(drawing, 0xffffff);
    const position = shape.getAttribute('position');
    const long = Math.hypot(...to);
    const ends = [0, 0];
    for (let i = 0; i < position.count; i++) {
      const at = [position.getX(i), position.getY(i), position.getZ(i)];
      const along = at.reduce((sum, one, axis) => sum + one * (half[axis] ?? 0) * 2, 0) / long;
      ends[0] = Math.min(ends[0] ?? 0, along);
      ends[1] = Math.max(ends[1] ?? 0, along);
      const across = Math.sqrt(Math.max(0, at.reduce((sum, one) => sum + one * one, 0) - along * along));
      expect(across).toBeLessThan(0.1);
    }
    expect(ends[1]).toBeCloseTo(-(ends[0] ?? 0), 5);
    expect(ends[1]).toBeGreaterThan(3);
  }
});
