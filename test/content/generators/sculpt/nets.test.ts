/** Surface nets: closed surfaces that lie where the field says. */
import { describe, expect, it } from 'vitest';
import { bodyOf } from '#content/generators/creature/body.ts';
import { distanceOf, Field } from '#content/generators/sculpt/field.ts';
import { extractNets } from '#content/generators/sculpt/nets.ts';
import { paletteOf } from '#content/generators/sculpt/palette.ts';
import { MESH_NETWORK } from '#content/generators/sculpt/pattern.ts';
import { Genes } from '#content/genomes/genes.ts';
import { decodeGenome, randomGenome } from '#content/genomes/genome.ts';
import { Rng } from '#shared/base/rng.ts';
import { openEdges, volumeOf } from '#test/support/closed.ts';

const GREY = [0.5, 0, 0] as const;

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
