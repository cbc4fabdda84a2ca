import { expect, test } from 'vitest';
import { DrawingView } from '#client/scene/drawing-view.ts';
import type { Labels } from '#client/scene/labels.ts';
import { sharedUniforms } from '#client/scene/styl.ts';
import type { Drawing } from '#content/families/family.ts';

test('a label stands outside of what it names, and nothing stands before it', () => {
  const view = new DrawingView(sharedUniforms(), false);
  const point = (x: number) => ({ at: [x, 2, 0] as const, radius: 0.2, colour: '#ffffff' });
  const drawing: Drawing = {
    points: [point(0), point(1), point(2)],
    ...{ links: [], boxes: [], beams: [] },
    labels: [{ at: [0, 2, 0], text: 'first' }],
  };
  view.show(drawing);
  const placed: unknown[][] = [];
  const labels: Pick<Labels, 'place'> = { place: (...label) => void placed.push(label) };
  view.write(labels as Labels);
  const [[, text, x, y, , , fade, over] = []] = placed;
  expect(text).toMatchObject({ text: 'first' });
  expect(x).toBeLessThan(-0.5);
  expect(y).toBeCloseTo(2);
  expect([fade, over]).toEqual([1, true]);
  view.dispose();
});
