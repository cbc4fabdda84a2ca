import { InstancedMesh, Matrix4, Vector3 } from 'three';
import { expect, test } from 'vitest';
import { FrontierMap, type MapStar } from '#client/scene/frontier-map.ts';
import type { Labels } from '#client/scene/labels.ts';
import { sharedUniforms } from '#client/scene/styl.ts';

const stars: readonly MapStar[] = [
  { family: 'parkour', state: 'training', difficulty: 1 },
  { family: 'fold', state: 'frontier', difficulty: 5 },
  { family: 'fold', state: 'solved', difficulty: 2 },
];
const quiet = { place: () => undefined } satisfies Pick<Labels, 'place'>;

/** Places of the drawn stars about the middle of the map, in metres. */
function placesOf(map: FrontierMap): Vector3[] {
  const mesh = map.group.children[1];
  if (!(mesh instanceof InstancedMesh)) throw new RangeError('the stars are the second draw');
  const matrix = new Matrix4();
  return Array.from({ length: mesh.count }, (_, index) => {
    mesh.getMatrixAt(index, matrix);
    return new Vector3().setFromMatrixPosition(matrix);
  });
}

test('each kind of problem has a ring of its own, and its stars stay on it while they turn', () => {
  const map = new FrontierMap(sharedUniforms());
  map.set({ title: 'The frontier', summary: '', stars });
  for (const seconds of [0, 7, 100]) {
    map.frame(seconds, quiet as unknown as Labels, 0, 0);
    const [parkour, fold, other] = placesOf(map).map((at) => at.length());
    expect(parkour).toBeCloseTo(1.67, 1);
    expect(fold).toBeCloseTo(1.25, 1);
    expect(other).toBeCloseTo(1.25, 1);
  }
});

test('what is no longer open leaves the map', () => {
  const map = new FrontierMap(sharedUniforms());
  map.set({ title: 'The frontier', summary: '', stars });
  map.set({ title: 'The frontier', summary: '', stars: stars.slice(0, 1) });
  map.frame(0, quiet as unknown as Labels, 0, 0);
  expect(placesOf(map)).toHaveLength(1);
});
