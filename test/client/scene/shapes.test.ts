/** What is drawn, without a screen: closed and outward shapes, bounded triangle counts, finite numbers. */
import { Box3, BufferGeometry, Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import { gridHeight, sampleLand } from '#client/scene/land-grid.ts';
import { PLANT_KINDS, plantShape, tuftShape } from '#client/scene/plants.ts';
import { robotGeometry } from '#client/scene/robot-geometry.ts';
import { Slices } from '#client/scene/slices.ts';
import { bevelledBox, Soup } from '#client/scene/soup.ts';
import { buildLand } from '#client/scene/terrain-mesh.ts';
import { landAt } from '#content/world/terrain.ts';

const numbersOf = (geometry: BufferGeometry, name: string) => [...geometry.getAttribute(name).array];
const trianglesOf = (geometry: BufferGeometry) =>
  (geometry.index?.count ?? geometry.getAttribute('position').count) / 3;

/** The volume that the triangles enclose, positive when they all look outwards. */
function volumeOf(geometry: BufferGeometry): number {
  const p =
    geometry.index === null ? geometry.getAttribute('position') : geometry.toNonIndexed().getAttribute('position');
  const [a, b, c] = [new Vector3(), new Vector3(), new Vector3()] as const;
  let sum = 0;
  for (let i = 0; i < p.count; i += 3)
    sum += a.fromBufferAttribute(p, i).dot(b.fromBufferAttribute(p, i + 1).cross(c.fromBufferAttribute(p, i + 2))) / 6;
  return sum;
}

describe('shapes', () => {
  it('cuts a box along its edges and keeps it closed', () => {
    expect(trianglesOf(bevelledBox([2, 1, 3], 0.1))).toBe(44);
    const volume = volumeOf(bevelledBox([2, 1, 3], 0.1));
    expect(volume).toBeLessThan(6);
    expect(volume).toBeGreaterThan(5.8);
  });

  it('pours shapes with outward unit normals and colours from foot to top', () => {
    const soup = new Soup();
    soup.within({ at: [5, 0, 0] }, () => soup.drum(1, 1, 2, 8, { foot: 0x000000, top: 0xffffff }));
    const geometry = soup.geometry();
    const position = geometry.getAttribute('position');
    const normal = geometry.getAttribute('normal');
    const colour = geometry.getAttribute('color');
    for (let i = 0; i < position.count; i++) {
      const length = Math.hypot(normal.getX(i), normal.getY(i), normal.getZ(i));
      expect(length).toBeCloseTo(1, 5);
      const outward = normal.getX(i) * (position.getX(i) - 5) + normal.getY(i) * (position.getY(i) - 1);
      expect(outward + normal.getZ(i) * position.getZ(i)).toBeGreaterThan(0);
      expect(colour.getX(i)).toBeCloseTo(position.getY(i) / 2, 5);
    }
  });

  it('cuts robots in three levels that get cheaper and stay 1.7 metres tall', () => {
    const counts = ([2, 1, 0] as const).map((detail) => {
      const geometry = robotGeometry(detail);
      const box = new Box3().setFromBufferAttribute(geometry.getAttribute('position') as never);
      expect(box.min.y).toBeCloseTo(0, 1);
      expect(box.max.y).toBeCloseTo(1.68, 1);
      expect(numbersOf(geometry, 'normal').every(Number.isFinite)).toBe(true);
      expect(new Set(numbersOf(geometry, 'aPart').filter((_, i) => i % 3 === 0))).toEqual(new Set([0, 1, 2, 3, 4, 5]));
      return trianglesOf(geometry);
    });
    expect(counts[0]).toBeLessThan(5100);
    expect(counts[1]).toBeLessThan(2000);
    expect(counts[2]).toBeLessThan(400);
  });

  it('grows plants on their feet, the same every time', () => {
    for (const kind of PLANT_KINDS) {
      const shape = plantShape(kind);
      expect(trianglesOf(shape)).toBeLessThan(340);
      expect(numbersOf(shape, 'position')).toEqual(numbersOf(plantShape(kind), 'position'));
      expect(numbersOf(shape, 'position').every(Number.isFinite)).toBe(true);
    }
    expect(trianglesOf(tuftShape())).toBe(9);
  });
});

describe('the drawn land', () => {
  it('lies on the height function, with finite colours and upward faces', async () => {
    const grid = await sampleLand(60, new Slices(1000));
    expect(gridHeight(grid, 0, 0)).toBeCloseTo(landAt(0, 0), 5);
    const land = await buildLand(grid, new Slices(1000));
    expect(trianglesOf(land)).toBeLessThanOrEqual(60 * 60 * 2);
    expect(numbersOf(land, 'color').every((v) => v >= 0 && v <= 1.2)).toBe(true);
    expect(numbersOf(land, 'normal').filter((v, i) => i % 3 === 1 && v <= 0)).toEqual([]);
    expect(land).toBeInstanceOf(BufferGeometry);
  });
});
