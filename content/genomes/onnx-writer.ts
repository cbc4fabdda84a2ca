/** Writes small ONNX models (opset 17, IR 8) byte for byte the same everywhere. @see https://github.com/onnx/onnx/blob/main/onnx/onnx.proto */
import { utf8ToBytes } from '@noble/hashes/utils.js';

/** A constant of the graph, float32, rows first. */
export interface OnnxTensor {
  readonly name: string;
  readonly dims: readonly number[];
  readonly values: readonly number[];
}

/** One operation; the only attributes in use are integers. */
export interface OnnxNode {
  readonly op: string;
  readonly inputs: readonly string[];
  readonly output: string;
  readonly attributes?: readonly (readonly [name: string, value: number])[];
}

/** A graph from one (n, columns) input to one (n, columns) output, both float32. */
export interface OnnxGraph {
  readonly name: string;
  readonly input: { readonly name: string; readonly columns: number };
  readonly output: { readonly name: string; readonly columns: number };
  readonly nodes: readonly OnnxNode[];
  readonly constants: readonly OnnxTensor[];
}

const IR_VERSION = 8;
const OPSET = 17;
const FLOAT = 1;
const ATTRIBUTE_INT = 2;

/** The bytes of a ModelProto: no documentation, no metadata, fields in ascending order. */
export function writeOnnx(graph: OnnxGraph): Uint8Array {
  const body = new ProtoWriter();
  for (const node of graph.nodes) body.message(1, nodeProto(node));
  body.text(2, graph.name);
  for (const constant of graph.constants) body.message(5, tensorProto(constant));
  body.message(11, valueProto(graph.input));
  body.message(12, valueProto(graph.output));
  const opset = new ProtoWriter().text(1, '').integer(2, OPSET);
  return new ProtoWriter().integer(1, IR_VERSION).message(7, body).message(8, opset).bytes();
}

function nodeProto(node: OnnxNode): ProtoWriter {
  const out = new ProtoWriter();
  for (const input of node.inputs) out.text(1, input);
  out.text(2, node.output).text(4, node.op);
  for (const [name, value] of node.attributes ?? [])
    out.message(5, new ProtoWriter().text(1, name).integer(3, value).integer(20, ATTRIBUTE_INT));
  return out;
}

function tensorProto(tensor: OnnxTensor): ProtoWriter {
  const raw = new Uint8Array(tensor.values.length * 4);
  const view = new DataView(raw.buffer);
  for (const [at, value] of tensor.values.entries()) view.setFloat32(at * 4, value, true);
  const out = new ProtoWriter();
  for (const dim of tensor.dims) out.integer(1, dim);
  return out.integer(2, FLOAT).text(8, tensor.name).raw(9, raw);
}

/** A float32 value of shape (n, columns). */
function valueProto(value: { readonly name: string; readonly columns: number }): ProtoWriter {
  const shape = new ProtoWriter()
    .message(1, new ProtoWriter().text(2, 'n'))
    .message(1, new ProtoWriter().integer(1, value.columns));
  const tensor = new ProtoWriter().integer(1, FLOAT).message(2, shape);
  return new ProtoWriter().text(1, value.name).message(2, new ProtoWriter().message(1, tensor));
}

/** Protocol Buffers fields in the order in which they are written. */
class ProtoWriter {
  #buffer = new Uint8Array(256);
  #length = 0;

  integer(field: number, value: number): this {
    this.#varint(field * 8);
    this.#varint(value);
    return this;
  }

  text(field: number, value: string): this {
    return this.raw(field, utf8ToBytes(value));
  }

  message(field: number, value: ProtoWriter): this {
    return this.raw(field, value.bytes());
  }

  raw(field: number, value: Uint8Array): this {
    this.#varint(field * 8 + 2);
    this.#varint(value.length);
    this.#reserve(value.length);
    this.#buffer.set(value, this.#length);
    this.#length += value.length;
    return this;
  }

  bytes(): Uint8Array {
    return this.#buffer.slice(0, this.#length);
  }

  #varint(value: number): void {
    this.#reserve(8);
    let left = value;
    while (left > 127) {
      this.#buffer[this.#length++] = (left % 128) + 128;
      left = Math.floor(left / 128);
    }
    this.#buffer[this.#length++] = left;
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#buffer.length) return;
    const grown = new Uint8Array(Math.max(this.#buffer.length * 2, this.#length + more));
    grown.set(this.#buffer.subarray(0, this.#length));
    this.#buffer = grown;
  }
}
