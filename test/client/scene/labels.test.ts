/** How much of a label is seen: what is too far away is nothing, and nothing is more than all of it. */
import type { InstancedBufferGeometry } from 'three';
import { afterEach, expect, test, vi } from 'vitest';
import { Labels } from '#client/scene/labels.ts';
import { sharedUniforms } from '#client/scene/styl.ts';

afterEach(() => vi.unstubAllGlobals());

function openLabels() {
  const canvas = { width: 0, height: 0, getContext: () => null };
  vi.stubGlobal('document', { createElement: () => canvas });
  const labels = new Labels(sharedUniforms());
  const geometry = labels.mesh.geometry as InstancedBufferGeometry;
  const shown = (index: number) => geometry.getAttribute('aPart').getW(index);
  return { labels, geometry, shown };
}

test('from far away a label is nothing, near it is whole, and over everything it says so by its sign', () => {
  const { labels, geometry, shown } = openLabels();
  const sign = { dot: '#ffffff', text: 'Ada' };
  labels.begin();
  for (const fade of [-30, -1, 0]) labels.place('far', sign, 0, 0, 0, 1, fade);
  labels.end();
  expect(geometry.instanceCount).toBe(0);
  expect(labels.mesh.visible).toBe(false);

  labels.begin();
  labels.place('half', sign, 0, 0, 0, 1, 0.5);
  labels.place('near', sign, 0, 0, 0, 1, 7);
  labels.place('over', sign, 0, 0, 0, 1, 1, true);
  labels.end();
  expect(geometry.instanceCount).toBe(3);
  expect([shown(0), shown(1), shown(2)]).toEqual([0.5, 1, -1]);
});
