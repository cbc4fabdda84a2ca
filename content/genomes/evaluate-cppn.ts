/** Runs a CPPN in plain doubles, the same bits in every engine; ONNX is its tradable twin. */
import { cos, exp, sin, tanh } from '#shared/maths/deterministic.ts';
import { ACTIVATIONS, type Cppn, firstOutput, weightOf } from './cppn.ts';

/** Nodes without a bound of their own stop here, so that no genome can reach infinity. */
export const CEILING = 24;

/** Takes the inputs (bias is added by itself) and writes every output, each in −1 … 1. */
export type CppnFunction = (inputs: ArrayLike<number>, outputs: Float64Array) => void;

/** Flattens the graph once so that a call touches typed arrays alone. */
export function compileCppn(cppn: Cppn): CppnFunction {
  const outputsFrom = firstOutput(cppn);
  const nodes = outputsFrom + cppn.outputs;
  const sources = Uint8Array.from(cppn.links, (link) => link.from);
  const weights = Float64Array.from(cppn.links, (link) => weightOf(link.weight));
  const starts = new Uint8Array(nodes + 1);
  for (const link of cppn.links) starts[link.to + 1] = (starts[link.to + 1] ?? 0) + 1;
  for (let node = 0; node < nodes; node++) starts[node + 1] = (starts[node + 1] ?? 0) + (starts[node] ?? 0);
  const activations = Uint8Array.from(cppn.hidden, (name) => ACTIVATIONS.indexOf(name));
  const values = new Float64Array(nodes);
  const { inputs: inputCount } = cppn;

  return (inputs, outputs) => {
    for (let i = 0; i < inputCount; i++) values[i] = inputs[i] ?? 0;
    values[inputCount] = 1;
    for (let node = inputCount + 1; node < nodes; node++) {
      let sum = 0;
      const end = starts[node + 1] ?? 0;
      for (let link = starts[node] ?? 0; link < end; link++)
        sum += (weights[link] ?? 0) * (values[sources[link] ?? 0] ?? 0);
      if (node < outputsFrom) values[node] = activate(activations[node - inputCount - 1] ?? 0, sum);
      else outputs[node - outputsFrom] = tanh(sum);
    }
  };
}

/** The activations in the order of {@link ACTIVATIONS}. */
function activate(kind: number, x: number): number {
  if (kind === 0) return sin(x);
  if (kind === 1) return cos(x);
  if (kind === 2) return exp(-x * x);
  if (kind === 3) return tanh(x);
  if (kind === 4) return 1 / (1 + exp(-x));
  if (kind === 5) return Math.min(Math.abs(x), CEILING);
  if (kind === 6) return Math.min(Math.max(x, 0), CEILING);
  return Math.min(Math.max(x, -CEILING), CEILING);
}
