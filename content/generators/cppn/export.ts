/** A picture as one ONNX graph: `xyr` (n, 3) in, `rgb` (n, 3) in 0 … 1 out; the palette is part of the graph. */
import { cppnOperations, OnnxBuilder } from '#content/genomes/cppn-onnx.ts';
import { writeOnnx } from '#content/genomes/onnx-writer.ts';
import type { Look } from './look.ts';

/** The bytes of the model. */
export function exportPicture(look: Look): Uint8Array {
  const into = new OnnxBuilder();
  const said = cppnOperations(look.network, viewed(look, into), into);
  const steps = into.clip(into.linear(said, 3, 3, stepMatrix(look), stepBias(look)), 0, 1);
  const painted = into.linear(steps, 3, 3, colourSteps(look), [...(look.colours[0] ?? [0, 0, 0])]);
  const lit = into.op('Add', [painted, into.op('MatMul', [said, into.constant([3, 3], lightMatrix(look))])]);
  const lined = into.op('Add', [lit, lines(look, said, into)]);
  into.op('Clip', [lined, into.constant([], [0]), into.constant([], [1])], [], 'rgb');
  return writeOnnx({
    name: 'picture',
    input: { name: 'xyr', columns: 3 },
    output: { name: 'rgb', columns: 3 },
    nodes: into.nodes,
    constants: into.constants,
  });
}

/** Turns, zooms, shifts, folds and bends the plane. */
function viewed(look: Look, into: OnnxBuilder): string {
  const plane = into.linear('xyr', 3, 3, look.view, look.shift);
  const folded = look.fold.every((share) => share === 0) ? plane : fold(look, plane, into);
  return look.warps.reduce((bent, { mix, phase, amount }) => {
    const wave = into.op('Sin', [into.linear(bent, 3, 3, mix, phase)]);
    return into.op('Add', [bent, into.op('Mul', [wave, into.constant([3], amount)])]);
  }, folded);
}

function fold(look: Look, plane: string, into: OnnxBuilder): string {
  const folded = into.op('Mul', [into.op('Abs', [plane]), into.constant([3], look.fold)]);
  const rest = into.op('Mul', [
    plane,
    into.constant(
      [3],
      look.fold.map((share) => 1 - share),
    ),
  ]);
  return into.op('Add', [folded, rest]);
}

/** The first output feeds all three colour steps. */
function stepMatrix(look: Look): number[] {
  return [...look.slopes, 0, 0, 0, 0, 0, 0];
}

/** Where each step begins, as the bias of its slope. */
export function stepBias(look: Look): number[] {
  return look.slopes.map((slope, step) => Math.fround(-slope * (look.starts[step] ?? 0)));
}

/** What each step adds: the difference between neighbouring colours. */
export function colourSteps(look: Look): number[] {
  return [0, 1, 2].flatMap((step) =>
    [0, 1, 2].map((part) => Math.fround((look.colours[step + 1]?.[part] ?? 0) - (look.colours[step]?.[part] ?? 0))),
  );
}

/** The second output lightens all three colours alike. */
function lightMatrix(look: Look): number[] {
  return [0, 0, 0, look.light, look.light, look.light, 0, 0, 0];
}

/** Thin bright lines where the third output passes a multiple of π over their number. */
function lines(look: Look, said: string, into: OnnxBuilder): string {
  const phase = into.op('Sin', [into.linear(said, 3, 1, [0, 0, look.lineCount], [0])]);
  const off = into.op('Mul', [phase, into.constant([1], [look.lineSharpness])]);
  const bell = into.op('Exp', [into.op('Neg', [into.op('Mul', [off, off])])]);
  return into.op('Mul', [bell, into.constant([3], [look.lineLight, look.lineLight, look.lineLight])]);
}
