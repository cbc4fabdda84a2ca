/** What every generator of the catalogue must keep, found and run for each by itself. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { GENERATORS, load } from '#content/catalog.ts';
import { grownDigest } from '#content/generators/digest.ts';
import { findGenerator } from '#content/generators/find-generator.ts';
import type { Generator, GrownMesh } from '#content/generators/generator.ts';
import { EXTENT, MOST_VERTICES } from '#content/generators/sculpt/sculpture.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { Rng } from '#shared/base/rng.ts';
import { openEdges, volumeOf } from '#test/support/closed.ts';

const golden: Readonly<Record<string, readonly string[]>> = JSON.parse(
  readFileSync(new URL('../../golden/works.json', import.meta.url), 'utf8'),
);

function codeOf(run: () => void): string {
  try {
    run();
    return 'accepted';
  } catch (error) {
    return error instanceof DimensionError ? error.code : String(error);
  }
}

describe.each(Object.keys(GENERATORS))('the generator %s', (id) => {
  let generator: Generator;
  const rng = new Rng(`laws ${id}`);

  beforeAll(async () => {
    generator = await load(GENERATORS, id);
  });

  it('goes by its catalogue id and is found by its genomes', async () => {
    expect(generator.id).toBe(id);
    expect((await findGenerator(generator.random(rng))).id).toBe(id);
  });

  it('grows the same bytes from the same genome, and other bytes from a mutant', () => {
    const genome = generator.random(rng);
    const digest = grownDigest(generator.grow(genome, 48));
    expect(grownDigest(generator.grow(genome.slice(), 48))).toBe(digest);
    const mutants = Array.from({ length: 4 }, () => generator.mutate(genome, rng));
    expect(mutants.some((mutant) => grownDigest(generator.grow(mutant, 48)) !== digest)).toBe(true);
  });

  it('grows what it grew when the golden digests were taken', () => {
    const digests = [0, 1, 2].map((seed) =>
      grownDigest(generator.grow(generator.random(new Rng(`golden ${seed}`)), 96)),
    );
    expect(digests).toEqual(golden[id]);
  });

  it('has offspring that it accepts, through 60 generations', () => {
    let mother = generator.random(rng);
    let father = generator.random(rng);
    for (let generation = 0; generation < 60; generation++) {
      const child = generator.cross(generator.mutate(mother, rng), father, rng);
      generator.check(child);
      expect(child.length).toBeGreaterThanOrEqual(generator.genomeBytes.min);
      expect(child.length).toBeLessThanOrEqual(generator.genomeBytes.max);
      [father, mother] = [mother, child];
    }
    expect(grownDigest(generator.grow(mother, 32))).toMatch(/^[0-9a-f]{64}$/);
  });

  it('refuses genomes of the wrong length, version and family, each with its code', () => {
    const good = generator.random(rng);
    expect(codeOf(() => generator.check(new Uint8Array(generator.genomeBytes.min - 1)))).toBe('genome.length');
    expect(codeOf(() => generator.check(new Uint8Array(generator.genomeBytes.max + 1)))).toBe('genome.length');
    expect(codeOf(() => generator.check(good.subarray(0, good.length - 1)))).toBe('genome.length');
    expect(codeOf(() => generator.grow(good.with(0, 77), 96))).toBe('genome.version');
    expect(codeOf(() => generator.name(good.with(1, 255)))).toBe('genome.family');
  });

  it('answers noise with its codes alone', () => {
    const good = generator.random(rng);
    for (let round = 0; round < 2000; round++) {
      const noise =
        round % 2 === 0 ? rng.bytes(rng.int(0, 300)) : good.with(rng.int(0, good.length - 1), rng.int(0, 255));
      expect(codeOf(() => generator.check(noise))).toMatch(/^(accepted|genome\.(length|version|family|structure))$/);
    }
  });

  it('gives every genome a plain name', () => {
    for (let round = 0; round < 50; round++) {
      const name = generator.name(generator.random(rng));
      expect(name).toMatch(/^[a-z]+( [a-z]+)+$/);
      expect(name.length).toBeLessThanOrEqual(48);
    }
  });

  it('keeps within bounds for random genomes and for genes at their ends', () => {
    const genomes = Array.from({ length: 6 }, () => generator.random(rng));
    const plain = generator.random(rng);
    for (const value of [0, 255]) genomes.push(plain.slice().fill(value, 2, 50));
    for (const genome of genomes) {
      const grown = generator.grow(genome, 48);
      expect(grown.kind).toBe(generator.medium);
      if (grown.kind === 'mesh') keepsBounds(grown);
      else expect(grown.onnx.length).toBeLessThan(16_000);
    }
  });
});

it('a mesh generator refuses a grid that is too coarse or too fine', async () => {
  const flower = await load(GENERATORS, 'flower');
  const genome = flower.random(new Rng('grid'));
  for (const resolution of [0, 8, 5000, Number.NaN])
    expect(codeOf(() => flower.grow(genome, resolution))).toBe('generator.resolution');
});

it('no two generators share a family byte', async () => {
  const members = await Promise.all(Object.keys(GENERATORS).map((id) => load(GENERATORS, id)));
  const bytes = members.map((member) => member.random(new Rng('family'))[1]);
  expect(new Set(bytes).size).toBe(members.length);
});

it('a genome of an unknown family is refused by its own code', async () => {
  const flower = await load(GENERATORS, 'flower');
  const stranger = flower.random(new Rng('stranger')).with(1, 250);
  await expect(findGenerator(stranger)).rejects.toMatchObject({ code: 'genome.unknown' });
});

function keepsBounds(mesh: GrownMesh): void {
  expect(openEdges(mesh)).toBe(0);
  expect(volumeOf(mesh)).toBeGreaterThan(0);
  const vertices = mesh.surfaces.length;
  expect(vertices).toBeGreaterThan(100);
  expect(vertices).toBeLessThanOrEqual(MOST_VERTICES);
  expect([mesh.positions.length, mesh.normals.length, mesh.colours.length]).toEqual([
    vertices * 3,
    vertices * 3,
    vertices * 3,
  ]);
  expect(mesh.positions.every(Number.isFinite)).toBe(true);
  expect(mesh.normals.every(Number.isFinite)).toBe(true);
  expect(mesh.indices.every((index) => index < vertices)).toBe(true);
  expect(mesh.surfaces.every((surface) => surface <= 3)).toBe(true);
  const axis = (which: number) => mesh.positions.filter((_, at) => at % 3 === which);
  const span = (values: Float32Array) => [
    values.reduce((a, b) => Math.min(a, b)),
    values.reduce((a, b) => Math.max(a, b)),
  ];
  const [[left = 0, right = 0], [low = 1, high = 0], [front = 0, back = 0]] = [
    span(axis(0)),
    span(axis(1)),
    span(axis(2)),
  ];
  expect(low).toBeCloseTo(0, 5);
  expect(high).toBeCloseTo(mesh.height, 5);
  expect(high).toBeGreaterThan(0.3);
  expect(high).toBeLessThanOrEqual(EXTENT.height + 1e-6);
  for (const reach of [-left, right, -front, back]) expect(reach).toBeLessThanOrEqual(EXTENT.width / 2 + 1e-6);
}
