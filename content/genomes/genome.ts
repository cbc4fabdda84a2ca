/** The genome of a work: version, family, 48 one-byte genes, a small CPPN; 52 to 254 bytes that fit on chain. */
import { DimensionError } from '#shared/base/errors.ts';
import type { Rng } from '#shared/base/rng.ts';
import { type Cppn, type CppnShape, decodeCppn, encodeCppn, MAX_HIDDEN, MAX_LINKS } from './cppn.ts';
import { crossCppn, mutateCppn, randomCppn } from './vary-cppn.ts';

/** Version of this byte form; another form is another version. */
const GENOME_VERSION = 1;
/** One-byte genes of a genome. */
const GENE_COUNT = 48;
const HEADER = 2 + GENE_COUNT;

/** Shortest and longest genome, bytes. */
export const GENOME_BYTES = { min: HEADER + 5, max: HEADER + 2 + MAX_HIDDEN + 3 * MAX_LINKS } as const;

/** What a generator expects of its genomes: its byte and the shape of its network. */
export interface GenomeForm {
  /** The second byte of every genome of this generator, 1 … 255, never reused. */
  readonly family: number;
  readonly network: CppnShape;
}

/** A genome taken apart. */
export interface Genome {
  /** (48) one byte each. */
  readonly genes: Uint8Array;
  readonly network: Cppn;
}

/** @throws DimensionError `genome.length`, `genome.version`, `genome.family`, `genome.structure` */
export function decodeGenome(bytes: Uint8Array, form: GenomeForm): Genome {
  if (bytes.length < GENOME_BYTES.min || bytes.length > GENOME_BYTES.max)
    throw new DimensionError(
      'genome.length',
      `A genome has ${GENOME_BYTES.min} to ${GENOME_BYTES.max} bytes, this one has ${bytes.length}.`,
      { got: bytes.length },
    );
  if (bytes[0] !== GENOME_VERSION)
    throw new DimensionError('genome.version', `A genome begins with version ${GENOME_VERSION}.`, {
      got: bytes[0] ?? -1,
    });
  if (bytes[1] !== form.family)
    throw new DimensionError('genome.family', 'This genome belongs to another generator.', {
      got: bytes[1] ?? -1,
      expected: form.family,
    });
  return { genes: bytes.slice(2, HEADER), network: decodeCppn(bytes.subarray(HEADER), form.network) };
}

/** The one byte form of a genome. */
export function encodeGenome(genome: Genome, form: GenomeForm): Uint8Array {
  const network = encodeCppn(genome.network);
  const bytes = new Uint8Array(HEADER + network.length);
  bytes[0] = GENOME_VERSION;
  bytes[1] = form.family;
  bytes.set(genome.genes, 2);
  bytes.set(network, HEADER);
  return bytes;
}

/** A genome nobody has seen. */
export function randomGenome(rng: Rng, form: GenomeForm): Uint8Array {
  return encodeGenome({ genes: rng.bytes(GENE_COUNT), network: randomCppn(rng, form.network) }, form);
}

/** A child that resembles its parent: a few genes nudged, seldom one thrown anew, the network mutated. */
export function mutateGenome(bytes: Uint8Array, rng: Rng, form: GenomeForm): Uint8Array {
  const { genes, network } = decodeGenome(bytes, form);
  const mutated = genes.map((gene) => {
    if (rng.chance(0.03)) return rng.int(0, 255);
    return rng.chance(0.2) ? Math.max(0, Math.min(255, gene + rng.int(-32, 32))) : gene;
  });
  return encodeGenome({ genes: mutated, network: mutateCppn(network, rng) }, form);
}

/** A child of two: runs of genes from one or the other, the networks crossed. */
export function crossGenomes(a: Uint8Array, b: Uint8Array, rng: Rng, form: GenomeForm): Uint8Array {
  const first = decodeGenome(a, form);
  const second = decodeGenome(b, form);
  let fromFirst = rng.chance(0.5);
  const genes = first.genes.map((gene, at) => {
    if (rng.chance(0.25)) fromFirst = !fromFirst;
    return fromFirst ? gene : (second.genes[at] ?? 0);
  });
  return encodeGenome({ genes, network: crossCppn(first.network, second.network, rng) }, form);
}

/** The family byte of any genome of this version, or null; says which generator may read it. */
export function familyByte(bytes: Uint8Array): number | null {
  return bytes[0] === GENOME_VERSION ? (bytes[1] ?? null) : null;
}
