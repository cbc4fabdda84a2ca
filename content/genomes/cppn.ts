/** A CPPN as genes: a small feed-forward graph whose every byte means something, with one canonical byte form. */
import { DimensionError } from '#shared/base/errors.ts';

/** What a hidden node does with its sum; the byte in the genome is the place in this list. */
export const ACTIVATIONS = ['sin', 'cos', 'gauss', 'tanh', 'sigmoid', 'abs', 'relu', 'identity'] as const;
/** The name of an activation. */
export type Activation = (typeof ACTIVATIONS)[number];

/** One weighted connection; nodes are numbered inputs, bias, hidden nodes, outputs. */
export interface Link {
  readonly from: number;
  readonly to: number;
  /** 0 … 255; the weight is (byte − 128) / 48, exact enough to be the same number in float32 after rounding. */
  readonly weight: number;
}

/** A compositional pattern-producing network (Stanley 2007), links sorted by target, then source. */
export interface Cppn {
  /** Inputs without the bias. */
  readonly inputs: number;
  readonly outputs: number;
  readonly hidden: readonly Activation[];
  readonly links: readonly Link[];
}

/** How many inputs and outputs the networks of a generator have. */
export interface CppnShape {
  readonly inputs: number;
  readonly outputs: number;
}

/** Most hidden nodes of a network. */
export const MAX_HIDDEN = 10;
/** Most connections of a network. */
export const MAX_LINKS = 64;

/** The real weight of a byte, rounded to float32 so that ONNX carries the very same number. */
export function weightOf(byte: number): number {
  return Math.fround((byte - 128) / 48);
}

/** Bytes: hidden count, one activation each, link count, three bytes a link. */
export function encodeCppn(cppn: Cppn): Uint8Array {
  const bytes = [cppn.hidden.length, ...cppn.hidden.map((name) => ACTIVATIONS.indexOf(name)), cppn.links.length];
  for (const link of cppn.links) bytes.push(link.from, link.to, link.weight);
  return Uint8Array.from(bytes);
}

/**
 * Reads the canonical form; every byte must be used and mean something.
 * @throws DimensionError `genome.structure`, `genome.length`
 */
export function decodeCppn(bytes: Uint8Array, shape: CppnShape): Cppn {
  const hiddenCount = bytes[0] ?? 0;
  if (hiddenCount > MAX_HIDDEN) throw structure(`A network has at most ${MAX_HIDDEN} hidden nodes.`, hiddenCount);
  const linkCount = bytes[1 + hiddenCount] ?? 0;
  if (linkCount < 1 || linkCount > MAX_LINKS)
    throw structure(`A network has 1 to ${MAX_LINKS} connections.`, linkCount);
  const expected = 2 + hiddenCount + 3 * linkCount;
  if (bytes.length !== expected)
    throw new DimensionError('genome.length', 'The network is shorter or longer than its own counts say.', {
      got: bytes.length,
      expected,
    });
  const hidden = Array.from(bytes.subarray(1, 1 + hiddenCount), activationAt);
  const links: Link[] = [];
  for (let at = 2 + hiddenCount; at < expected; at += 3)
    links.push({ from: bytes[at] ?? 0, to: bytes[at + 1] ?? 0, weight: bytes[at + 2] ?? 0 });
  const cppn = { ...shape, hidden, links };
  checkLinks(cppn);
  return cppn;
}

/** The number of the first output node. */
export function firstOutput(cppn: Pick<Cppn, 'inputs' | 'hidden'>): number {
  return cppn.inputs + 1 + cppn.hidden.length;
}

function activationAt(byte: number): Activation {
  const name = ACTIVATIONS[byte];
  if (name === undefined) throw structure(`An activation is a byte below ${ACTIVATIONS.length}.`, byte);
  return name;
}

function checkLinks(cppn: Cppn): void {
  const outputsFrom = firstOutput(cppn);
  let last = -1;
  for (const { from, to } of cppn.links) {
    if (to <= cppn.inputs || to >= outputsFrom + cppn.outputs) throw structure('A connection ends outside.', to);
    if (from >= to || from >= outputsFrom) throw structure('A connection must lead forward.', from);
    if (to * 256 + from <= last) throw structure('Connections are sorted by target, then source, each once.', to);
    last = to * 256 + from;
  }
}

function structure(sentence: string, got: number): DimensionError {
  return new DimensionError('genome.structure', sentence, { got });
}
