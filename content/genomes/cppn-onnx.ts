/** A CPPN as ONNX operations: one matrix product for all nodes of a depth that share an activation. */
import { ACTIVATIONS, type Cppn, firstOutput, weightOf } from './cppn.ts';
import { CEILING } from './evaluate-cppn.ts';
import type { OnnxNode, OnnxTensor } from './onnx-writer.ts';

/** Collects operations and constants; every value gets a short name by itself. */
export class OnnxBuilder {
  readonly nodes: OnnxNode[] = [];
  readonly constants: OnnxTensor[] = [];

  /** Adds an operation and names its result. */
  op(
    op: string,
    inputs: readonly string[],
    attributes: OnnxNode['attributes'] = [],
    output = `t${this.nodes.length}`,
  ): string {
    this.nodes.push({ op, inputs, output, attributes });
    return output;
  }

  constant(dims: readonly number[], values: readonly number[]): string {
    const name = `c${this.constants.length}`;
    this.constants.push({ name, dims, values });
    return name;
  }

  /** `input` (n, rows) times a matrix plus a row: Gemm. */
  linear(input: string, rows: number, columns: number, matrix: readonly number[], bias: readonly number[]): string {
    return this.op('Gemm', [input, this.constant([rows, columns], matrix), this.constant([columns], bias)]);
  }

  /** Each value held between two bounds. */
  clip(input: string, low: number, high: number): string {
    return this.op('Clip', [input, this.constant([], [low]), this.constant([], [high])]);
  }
}

/** Adds the network to a graph; `input` is (n, inputs), the result (n, outputs) after tanh. */
export function cppnOperations(cppn: Cppn, input: string, into: OnnxBuilder): string {
  const depths = depthsOf(cppn);
  /** Which node each column of the growing matrix holds. */
  const columns = Array.from({ length: cppn.inputs }, (_, node) => node);
  let values = input;
  const deepest = Math.max(0, ...cppn.hidden.map((_, at) => depths[cppn.inputs + 1 + at] ?? 0));
  for (let depth = 1; depth <= deepest; depth++) {
    const parts = [values];
    const added: number[] = [];
    ACTIVATIONS.forEach((name) => {
      const nodes = cppn.hidden.flatMap((own, at) => {
        const node = cppn.inputs + 1 + at;
        return own === name && depths[node] === depth ? [node] : [];
      });
      if (nodes.length === 0) return;
      parts.push(activation(name, weighted(cppn, values, columns, nodes, into), into));
      added.push(...nodes);
    });
    values = into.op('Concat', parts, [['axis', 1]]);
    columns.push(...added);
  }
  const outputs = Array.from({ length: cppn.outputs }, (_, at) => firstOutput(cppn) + at);
  return into.op('Tanh', [weighted(cppn, values, columns, outputs, into)]);
}

/** The longest way from an input to each node; inputs and bias are 0, a node that hears nothing is 1. */
function depthsOf(cppn: Cppn): number[] {
  const depths = Array.from({ length: firstOutput(cppn) + cppn.outputs }, (_, node): number =>
    node <= cppn.inputs ? 0 : 1,
  );
  for (const { from, to } of cppn.links) depths[to] = Math.max(depths[to] ?? 1, (depths[from] ?? 0) + 1);
  return depths;
}

/** The weighted sums of some nodes over the columns so far; the bias node becomes the bias row. */
function weighted(
  cppn: Cppn,
  values: string,
  columns: readonly number[],
  nodes: readonly number[],
  into: OnnxBuilder,
): string {
  const matrix = new Array<number>(columns.length * nodes.length).fill(0);
  const bias = new Array<number>(nodes.length).fill(0);
  for (const { from, to, weight } of cppn.links) {
    const column = nodes.indexOf(to);
    if (column < 0) continue;
    if (from === cppn.inputs) bias[column] = weightOf(weight);
    else matrix[columns.indexOf(from) * nodes.length + column] = weightOf(weight);
  }
  return into.linear(values, columns.length, nodes.length, matrix, bias);
}

function activation(name: (typeof ACTIVATIONS)[number], sum: string, into: OnnxBuilder): string {
  if (name === 'sin') return into.op('Sin', [sum]);
  if (name === 'cos') return into.op('Cos', [sum]);
  if (name === 'tanh') return into.op('Tanh', [sum]);
  if (name === 'sigmoid') return into.op('Sigmoid', [sum]);
  if (name === 'gauss') return into.op('Exp', [into.op('Neg', [into.op('Mul', [sum, sum])])]);
  if (name === 'abs') return into.clip(into.op('Abs', [sum]), 0, CEILING);
  if (name === 'relu') return into.clip(sum, 0, CEILING);
  return into.clip(sum, -CEILING, CEILING);
}
