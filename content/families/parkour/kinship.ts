/** How much of one tape stands in another: the longest part they share from the start. */
import { essentialInput } from '#shared/physics/input.ts';

/**
 * The share of `inputs` that is the same, tick by tick and from the start, as `known`: a run that leaves a published
 * one only near its end is derived from it. 0 … 1; 0 for an empty tape.
 */
export function tapeKinship(inputs: Uint8Array, known: Uint8Array): number {
  let shared = 0;
  while (
    shared < Math.min(inputs.length, known.length) &&
    essentialInput(inputs[shared] ?? 0) === essentialInput(known[shared] ?? 0)
  )
    shared++;
  return inputs.length === 0 ? 0 : shared / inputs.length;
}

/** The same of several tapes, each beside the one of the same start, by their lengths. */
export function tapesKinship(tapes: readonly Uint8Array[], known: readonly Uint8Array[]): number {
  let shared = 0;
  let all = 0;
  for (const [who, inputs] of tapes.entries()) {
    shared += tapeKinship(inputs, known[who] ?? new Uint8Array()) * inputs.length;
    all += inputs.length;
  }
  return all === 0 ? 0 : shared / all;
}
