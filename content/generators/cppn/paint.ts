/** Paints a picture in plain doubles: the yardstick for every engine that runs its ONNX graph. */
import { compileCppn } from '#content/genomes/evaluate-cppn.ts';
import { exp, sin } from '#shared/maths/deterministic.ts';
import { colourSteps, stepBias } from './export.ts';
import { type Look, viewOf } from './look.ts';

/** The colour 0 … 1 of a point x, y in −1 … 1 (y up), written into `rgb` (3). */
export function painterOf(look: Look): (x: number, y: number, rgb: Float64Array) => void {
  const run = compileCppn(look.network);
  const [point, said] = [new Float64Array(3), new Float64Array(3)];
  const bias = stepBias(look);
  const matrix = colourSteps(look);
  return (x, y, rgb) => {
    viewOf(look, [x, y, Math.sqrt(x * x + y * y)], point);
    run(point, said);
    const off = sin((said[2] ?? 0) * look.lineCount) * look.lineSharpness;
    const over = look.light * (said[1] ?? 0) + look.lineLight * exp(-off * off);
    for (const part of [0, 1, 2] as const) {
      let sum = (look.colours[0]?.[part] ?? 0) + over;
      for (const step of [0, 1, 2] as const)
        sum += clip((said[0] ?? 0) * (look.slopes[step] ?? 0) + (bias[step] ?? 0)) * (matrix[step * 3 + part] ?? 0);
      rgb[part] = clip(sum);
    }
  };
}

function clip(value: number): number {
  return Math.min(1, Math.max(0, value));
}
