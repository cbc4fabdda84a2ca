/** Genomes: one byte form, closed under mutation and crossing, deaf to noise. */
import { describe, expect, it } from 'vitest';
import { type CppnShape, decodeCppn, encodeCppn } from '#content/genomes/cppn.ts';
import { compileCppn } from '#content/genomes/evaluate-cppn.ts';
import {
  crossGenomes,
  decodeGenome,
  encodeGenome,
  familyByte,
  GENOME_BYTES,
  mutateGenome,
  randomGenome,
} from '#content/genomes/genome.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { Rng } from '#shared/base/rng.ts';

const SHAPE: CppnShape = { inputs: 4, outputs: 3 };
const FORM = { family: 9, network: SHAPE };
const rng = new Rng('genome tests');

function codeOf(bytes: Uint8Array): string {
  try {
    decodeGenome(bytes, FORM);
    return 'accepted';
  } catch (error) {
    return error instanceof DimensionError ? error.code : String(error);
  }
}

describe('a genome', () => {
  it('is what it was after taking it apart and putting it together, through 200 generations', () => {
    let mother = randomGenome(rng, FORM);
    let father = randomGenome(rng, FORM);
    for (let generation = 0; generation < 200; generation++) {
      const child = crossGenomes(mutateGenome(mother, rng, FORM), father, rng, FORM);
      expect(encodeGenome(decodeGenome(child, FORM), FORM)).toEqual(child);
      expect(child.length).toBeLessThanOrEqual(GENOME_BYTES.max);
      [father, mother] = [mother, child];
    }
  });

  it('fits on chain: 256 bytes at most', () => {
    expect(GENOME_BYTES.max).toBeLessThanOrEqual(256);
  });

  it('is refused with a code when it is too short, too long, of another version or family', () => {
    const good = randomGenome(rng, FORM);
    expect(familyByte(good)).toBe(9);
    expect(codeOf(new Uint8Array(0))).toBe('genome.length');
    expect(codeOf(good.subarray(0, 30))).toBe('genome.length');
    expect(codeOf(good.subarray(0, good.length - 1))).toBe('genome.length');
    expect(codeOf(Uint8Array.from([...good, 0]))).toBe('genome.length');
    expect(codeOf(new Uint8Array(300).fill(1))).toBe('genome.length');
    expect(codeOf(good.with(0, 2))).toBe('genome.version');
    expect(codeOf(good.with(1, 8))).toBe('genome.family');
  });

  it('is refused when its network is not canonical', () => {
    const good = randomGenome(rng, FORM);
    expect(codeOf(good.with(50, 200))).toBe('genome.structure');
    expect(codeOf(good.with(51, 99))).toBe('genome.structure');
    const { genes, network } = decodeGenome(good, FORM);
    const swapped = { ...network, links: [...network.links].reverse() };
    expect(codeOf(encodeGenome({ genes, network: swapped }, FORM))).toBe('genome.structure');
    const [first, ...rest] = network.links;
    const backwards = { ...network, links: [{ ...(first ?? { to: 5, weight: 0 }), from: 12 }, ...rest] };
    expect(codeOf(encodeGenome({ genes, network: backwards }, FORM))).toBe('genome.structure');
  });

  it('answers 10,000 noisy byte strings with nothing but its own codes', () => {
    const known = new Set(['accepted', 'genome.length', 'genome.version', 'genome.family', 'genome.structure']);
    const good = randomGenome(rng, FORM);
    for (let round = 0; round < 10_000; round++) {
      const noise = round % 2 === 0 ? rng.bytes(rng.int(0, 300)) : good.slice();
      if (round % 2 === 1)
        for (let hits = rng.int(1, 4); hits > 0; hits--) noise[rng.int(0, noise.length - 1)] = rng.int(0, 255);
      expect(known).toContain(codeOf(noise));
    }
  });
});

describe('a network', () => {
  it('stays finite and within −1 … 1 whatever its weights', () => {
    const outputs = new Float64Array(3);
    for (let round = 0; round < 300; round++) {
      const { network } = decodeGenome(randomGenome(rng, FORM), FORM);
      const wild = { ...network, links: network.links.map((link) => ({ ...link, weight: rng.pick([0, 255]) })) };
      compileCppn(wild)([rng.between(-50, 50), rng.between(-50, 50), rng.between(-50, 50), 90], outputs);
      for (const value of outputs) expect(Math.abs(value)).toBeLessThanOrEqual(1);
    }
  });

  it('is read from bytes as it was written', () => {
    const { network } = decodeGenome(randomGenome(rng, FORM), FORM);
    expect(decodeCppn(encodeCppn(network), SHAPE)).toEqual(network);
  });
});
