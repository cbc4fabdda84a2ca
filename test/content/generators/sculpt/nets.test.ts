/** Surface nets: closed surfaces that lie where the field says. */
import { describe, expect, it } from 'vitest';
import { bodyOf } from '#content/generators/creature/body.ts';
import { distanceOf, Field } from '#content/generators/sculpt/field.ts';
import { extractNets } from '#content/generators/sculpt/nets.ts';
import { paletteOf } from '#content/generators/sculpt/palette.ts';
import { MESH_NETWORK } from '#content/generators/sculpt/pattern.ts';
import type { Shell } from '#content/generators/sculpt/shell.ts';
import { Genes } from '#content/genomes/genes.ts';
import { decodeGenome, randomGenome } from '#content/genomes/genome.ts';
import { Rng } from '#shared/base/rng.ts';

const GREY = [0.5, 0, 0] as const;

/** How many directed edges have no partner in the other direction. */
function openEdges(shell: Shell): number {
  const balance = new Map<string, number>();
  for (let face = 0; face < shell.indices.length; face += 3)
    for (const [a, b] of [
      [0, 1],
      [1, 2],
      [2, 0],
    ] as const) {
      const from = shell.indices[face + a] ?? 0;
      const to = shell.indices[face + b] ?? 0;
      const key = from < to ? `${from} ${to}` : `${to} ${from}`;
      balance.set(key, (balance.get(key) ?? 0) + (from < to ? 1 : -1));
    }
  return [...balance.values()].filter((value) => value !== 0).length;
}

/** The enclosed volume by the divergence theorem, cubic metres. */
function volumeOf(shell: Shell): number {
  const at = (corner: number, axis: number) => shell.positions[(shell.indices[corner] ?? 0) * 3 + axis] ?? 0;
  let six = 0;
  for (let f = 0; f < shell.indices.length; f += 3)
    six +=
      at(f, 0) * (at(f + 1, 1) * at(f + 2, 2) - at(f + 1, 2) * at(f + 2, 1)) +
      at(f, 1) * (at(f + 1, 2) * at(f + 2, 0) - at(f + 1, 0) * at(f + 2, 2)) +
      at(f, 2) * (at(f + 1, 0) * at(f + 2, 1) - at(f + 1, 1) * at(f + 2, 0));
  return six / 6;
}

describe('surface nets', () => {
  it('give a ball its volume, every vertex on its surface, normals outwards', () => {
    const shell = extractNets(new Field().ball([0.1, 0.2, -0.3], 0.5, GREY), { cell: 0.02, softness: 0.1 });
    expect(volumeOf(shell)).toBeCloseTo((4 / 3) * Math.PI * 0.125, 2);
    for (let at = 0; at < shell.positions.length; at += 3) {
      const [x, y, z] = [0.1, 0.2, -0.3].map((c, axis) => (shell.positions[at + axis] ?? 0) - c) as [
        number,
        number,
        number,
      ];
      const r = Math.hypot(x, y, z);
      expect(Math.abs(r - 0.5)).toBeLessThan(1e-4);
      const [nx = 0, ny = 0, nz = 0] = shell.normals.subarray(at, at + 3);
      expect((x * nx + y * ny + z * nz) / r).toBeGreaterThan(0.999);
    }
  });

  it('close every creature and leave no block out that the surface crosses', () => {
    const form = { family: 6, network: MESH_NETWORK };
    for (let seed = 0; seed < 10; seed++) {
      const { genes: bytes, network } = decodeGenome(randomGenome(new Rng(`body ${seed}`), form), form);
      const genes = new Genes(bytes);
      const { field } = bodyOf({ genes, network, palette: paletteOf(genes), resolution: 48 });
      const sparse = extractNets(field, { cell: 1.25 / 48, softness: 0.03 });
      expect(openEdges(sparse)).toBe(0);
      const plain = extractNets(field, { cell: 1.25 / 48, softness: 0.03, cull: false });
      expect(sparse.indices.length).toBe(plain.indices.length);
      expect(volumeOf(sparse)).toBeCloseTo(volumeOf(plain), 5);
    }
  });

  it('cut what is carved out of what came before', () => {
    const field = new Field().ball([0, 0, 0], 0.5, GREY).ball([0, 0.5, 0], 0.3, GREY, { carve: true });
    expect(distanceOf(field.shapes, 0, 0.4, 0)).toBeGreaterThan(0);
    expect(distanceOf(field.shapes, 0, -0.2, 0)).toBeLessThan(0);
    expect(openEdges(extractNets(field, { cell: 0.03, softness: 0.1 }))).toBe(0);
  });
});
