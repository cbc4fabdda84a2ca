/** The island's land: the same doubles everywhere, level where things are built, sea around. */
import { describe, expect, it } from 'vitest';
import { ISLAND_RADIUS, PLAZA_HEIGHT, SEA_LEVEL } from '#content/world/island.ts';
import { groundNormal, heightAt, landAt, pavedDistance } from '#content/world/terrain.ts';
import { sha256 } from '#shared/base/hash.ts';

function digestOf(height: (x: number, z: number) => number): string {
  const heights = new Float64Array(81 * 81);
  for (let row = 0; row < 81; row++)
    for (let column = 0; column < 81; column++)
      heights[row * 81 + column] = height((column - 40) * 3.217, (row - 40) * 3.217);
  return sha256(new Uint8Array(heights.buffer));
}

describe('the land', () => {
  it('has the same bits as when the island was laid', () => {
    expect(digestOf(heightAt)).toBe('2754e71217583232a8657f464348c50712ad1f3063096420c6cbcb0d21742381');
  });

  it('is level at the height of the plaza wherever it is kept level', () => {
    for (let x = -60; x <= 60; x += 1.7)
      for (let z = -24; z <= 80; z += 1.7) if (pavedDistance(x, z) <= 0) expect(landAt(x, z)).toBe(PLAZA_HEIGHT);
  });

  it('sinks under the sea beyond its radius and in the lagoon', () => {
    for (let k = 0; k < 64; k++) {
      const angle = (k / 64) * Math.PI * 2;
      const far = ISLAND_RADIUS + 4;
      expect(heightAt(Math.sin(angle) * far, Math.cos(angle) * far)).toBeLessThan(SEA_LEVEL);
    }
    expect(heightAt(0, -56)).toBeLessThan(SEA_LEVEL - 3);
  });

  it('never leaps: a millimetre to the side changes the height by less than five', () => {
    let worst = 0;
    for (let x = -118; x <= 118; x += 2.3)
      for (let z = -118; z <= 118; z += 2.3) worst = Math.max(worst, Math.abs(landAt(x + 0.001, z) - landAt(x, z)));
    expect(worst).toBeLessThan(0.005);
  });

  it('carries the stage and the steps of the gates', () => {
    expect(heightAt(0, 0)).toBeCloseTo(PLAZA_HEIGHT + 0.22, 10);
    expect(heightAt(-12.86, -15.32)).toBeCloseTo(PLAZA_HEIGHT + 0.26, 10);
  });

  it('has unit normals that look up, straight up on the plaza', () => {
    expect(groundNormal(8, 8)).toEqual({ x: -0, y: 1, z: -0 });
    for (const [x, z] of [
      [-66, 52],
      [70, 44],
      [30, -70],
    ] as const) {
      const n = groundNormal(x, z);
      expect(n.x * n.x + n.y * n.y + n.z * n.z).toBeCloseTo(1, 12);
      expect(n.y).toBeGreaterThan(0);
    }
  });
});
