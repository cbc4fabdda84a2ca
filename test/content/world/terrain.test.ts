/** The islands' land: the same doubles everywhere, level where things are built, sea around and between. */
import { describe, expect, it } from 'vitest';
import { CHANNELS, ISLES, isleAt, pavedDistance } from '#content/world/archipelago.ts';
import { ISLAND_RADIUS, PLAZA_HEIGHT, SEA_LEVEL } from '#content/world/island.ts';
import { groundNormal, heightAt, landAt } from '#content/world/terrain.ts';
import { sha256 } from '#shared/base/hash.ts';

function digestOf(height: (x: number, z: number) => number): string {
  const heights = new Float64Array(81 * 81);
  for (let row = 0; row < 81; row++)
    for (let column = 0; column < 81; column++)
      heights[row * 81 + column] = height((column - 40) * 4.217, (row - 40) * 4.217);
  return sha256(new Uint8Array(heights.buffer));
}

describe('the land', () => {
  it('has the same bits as when the islands were laid', () => {
    expect(digestOf(heightAt)).toBe('540ab4fc477fdbadd8b4873accec1e6eca65c489bae97012800ce80cd01d1f78');
  });

  it('is level at the height of the plaza wherever it is kept level', () => {
    for (let x = -70; x <= 98; x += 1.7)
      for (let z = -24; z <= 142; z += 1.7) if (pavedDistance(x, z) <= 0) expect(landAt(x, z)).toBe(PLAZA_HEIGHT);
  });

  it('sinks under the sea beyond its radius and in the lagoon', () => {
    for (let k = 0; k < 64; k++) {
      const angle = (k / 64) * Math.PI * 2;
      const far = ISLAND_RADIUS + 4;
      expect(heightAt(Math.sin(angle) * far, Math.cos(angle) * far)).toBeLessThan(SEA_LEVEL);
    }
    expect(heightAt(0, -56)).toBeLessThan(SEA_LEVEL - 3);
  });

  it('is several islands: whoever leaves one of them on foot gets wet', () => {
    const dry = (x: number, z: number) => landAt(x, z) > SEA_LEVEL;
    const characters = new Map<string, Set<string>>();
    for (const { x, z, character } of ISLES) {
      if (!dry(x, z)) continue;
      const met = new Set<string>([character]);
      const open: [number, number][] = [[Math.round(x), Math.round(z)]];
      const seen = new Set(open.map(String));
      for (let at = open.pop(); at !== undefined; at = open.pop())
        for (const [dx, dz] of [
          [1, 0],
          [-1, 0],
          [0, 1],
          [0, -1],
        ] as const) {
          const next: [number, number] = [at[0] + dx, at[1] + dz];
          if (seen.has(String(next)) || !dry(...next)) continue;
          seen.add(String(next));
          open.push(next);
          const { isle, out } = isleAt(...next);
          if (isle !== null && out < 0.7) met.add(isle.character);
        }
      characters.set(`${x} ${z}`, met);
    }
    expect(characters.size).toBeGreaterThanOrEqual(8);
    for (const [at, met] of characters) expect(met.size, `from ${at} on foot: ${[...met]}`).toBe(1);
  });

  it('lies deep under every channel but for the shores of what is kept level', () => {
    for (const { from, to } of CHANNELS)
      for (let t = 0; t <= 1; t += 0.02) {
        const x = from[0] + (to[0] - from[0]) * t;
        const z = from[1] + (to[1] - from[1]) * t;
        if (pavedDistance(x, z) > 5) expect(landAt(x, z), `${x}, ${z}`).toBeLessThan(SEA_LEVEL - 1.05);
      }
  });

  it('never leaps: a millimetre to the side changes the height by less than five', () => {
    let worst = 0;
    for (let x = -170; x <= 170; x += 2.3)
      for (let z = -170; z <= 170; z += 2.3) worst = Math.max(worst, Math.abs(landAt(x + 0.001, z) - landAt(x, z)));
    expect(worst).toBeLessThan(0.005);
  });

  it('carries the stage and the steps of the gates', () => {
    expect(heightAt(0, 0)).toBeCloseTo(PLAZA_HEIGHT + 0.22, 10);
    expect(heightAt(-12.86, -15.32)).toBeCloseTo(PLAZA_HEIGHT + 0.26, 10);
  });

  it('has unit normals that look up, straight up on the plaza', () => {
    expect(groundNormal(8, 8)).toEqual({ x: -0, y: 1, z: -0 });
    for (const [x, z] of [
      [-83, 64],
      [94, 48],
      [66, -56],
    ] as const) {
      const n = groundNormal(x, z);
      expect(n.x * n.x + n.y * n.y + n.z * n.z).toBeCloseTo(1, 12);
      expect(n.y).toBeGreaterThan(0);
    }
  });
});
