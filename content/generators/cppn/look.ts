/** Everything a picture is made of, as float32 numbers: the view, the network, four colours, lines, light. */
import { type Lab, lch, srgbBytes } from '#content/generators/sculpt/colour.ts';
import { tone } from '#content/generators/sculpt/palette.ts';
import type { Cppn } from '#content/genomes/cppn.ts';
import { compileCppn } from '#content/genomes/evaluate-cppn.ts';
import { Genes } from '#content/genomes/genes.ts';
import type { Genome } from '#content/genomes/genome.ts';
import { cos, sin, TAU } from '#shared/maths/deterministic.ts';

/** How the four colours meet and what is drawn over them. */
export const STYLE_WORDS = ['flowing', 'layered', 'veined', 'mirrored', 'folded', 'drifting'] as const;

/** Numbers of a picture; all are exact float32 values, so that ONNX and our own evaluator start from the same. */
export interface Look {
  readonly network: Cppn;
  /** (3, 3) rows x, y, r to view x, y, r, and what is added. */
  readonly view: readonly number[];
  readonly shift: readonly number[];
  /** Share of each view axis that is folded at zero: 1 mirrors. */
  readonly fold: readonly number[];
  /** Waves that bend the plane before the network sees it, one after the other. */
  readonly warps: readonly Warp[];
  /** Where on the network's first output each of the three colour steps begins, and how steep it is. */
  readonly starts: readonly number[];
  readonly slopes: readonly number[];
  /** (4, 3) sRGB 0 … 1, dark to light. */
  readonly colours: readonly (readonly [number, number, number])[];
  /** How much the second output lightens. */
  readonly light: number;
  /** Lines where the third output passes zero: how many, how thin, how bright. */
  readonly lineCount: number;
  readonly lineSharpness: number;
  readonly lineLight: number;
}

/** v + amount · sin(v · mix + phase): what makes marble of bands. */
interface Warp {
  /** (3, 3) rows from, columns to. */
  readonly mix: readonly number[];
  readonly phase: readonly number[];
  readonly amount: readonly number[];
}

/** Reads the genes 0–18. */
export function lookOf({ genes: bytes, network }: Genome): Look {
  const genes = new Genes(bytes);
  const style = genes.pick(4, STYLE_WORDS);
  const zoom = genes.between(5, 2.4, 4.6) * (style === 'drifting' ? 0.65 : 1);
  const turn = genes.unit(6) * TAU;
  const mirrored = style === 'mirrored' || style === 'folded';
  const [c, s] = mirrored ? [1, 0] : [cos(turn), sin(turn)];
  const view = [zoom * c, -zoom * s, 0, zoom * s, zoom * c, 0, 0, 0, zoom].map(Math.fround);
  const shift = [mirrored ? 0 : genes.between(7, -0.6, 0.6), genes.between(8, -0.6, 0.6), 0].map(Math.fround);
  const fold = [mirrored ? 1 : 0, style === 'folded' ? 1 : 0, 0];
  const hard = style === 'layered' ? genes.between(9, 5, 9) : genes.between(9, 1.5, 4);
  const lines = style === 'veined' || style === 'layered' ? 1 : genes.between(10, 0, 0.55);
  const plane = { view, shift, fold, warps: warpsOf(genes) };
  const { starts, slopes } = stepsOf(network, plane, hard);
  return {
    network,
    ...plane,
    starts,
    slopes,
    colours: coloursOf(genes),
    light: Math.fround(genes.between(11, 0.05, 0.15)),
    lineCount: Math.fround(genes.between(12, 2, style === 'veined' ? 9 : 6)),
    lineSharpness: Math.fround(genes.between(13, 3, 9)),
    lineLight: Math.fround(lines * genes.between(14, 0.1, 0.3)),
  };
}

/** Four colours from dark to light whose hues wander a little, with one guest from across the circle. */
function coloursOf(genes: Genes): (readonly [number, number, number])[] {
  const hue = genes.unit(0);
  const drift = genes.pick(1, [0.1, -0.1, 0.16, -0.16, 0.22, -0.22, 0.4, -0.4]);
  const chroma = genes.between(2, 0.09, 0.15);
  const lift = genes.between(3, -0.03, 0.06);
  const guest = genes.pick(1, [0.5, 0.45, 0.55, 0.42, 0.5, 0.58, 0.62, 0.38]);
  const colours: Lab[] = [
    lch(0.3 + lift, 0.085, night(hue + guest * 0.5)),
    tone(hue, 0.6 + lift, chroma),
    tone(hue + drift, 0.75 + lift, chroma * 0.9),
    lch(0.93, 0.05, hue + drift + guest * 0.4),
  ];
  return colours.map((colour) => {
    const [r, g, b] = srgbBytes(colour);
    return [Math.fround(r / 255), Math.fround(g / 255), Math.fround(b / 255)] as const;
  });
}

/** Dark colours stay between teal and plum: dark yellow is mud. */
function night(hue: number): number {
  return 0.53 + 0.36 * (hue - Math.floor(hue));
}

/** Two waves across each other, the second finer. */
function warpsOf(genes: Genes): Warp[] {
  return [0, 1].map((octave) => {
    const fine = octave === 0 ? genes.between(15, 1, 1.9) : genes.between(16, 2.2, 4.2);
    const amount = octave === 0 ? genes.between(17, 0.3, 0.8) : genes.between(18, 0.08, 0.24);
    const slant = genes.between(16 - octave, -0.5, 0.5) * fine;
    return {
      mix: [slant, fine, 0, fine, -slant, 0, 0, 0, 0].map(Math.fround),
      phase: [genes.unit(17) * TAU, genes.unit(18) * TAU, 0].map(Math.fround),
      amount: [amount, amount, 0].map(Math.fround),
    };
  });
}

/** The parts of a look that bend the plane. */
export type Plane = Pick<Look, 'view' | 'shift' | 'fold' | 'warps'>;

/** The view of a point: turned, zoomed, shifted, folded, bent; in place in `out` (3). */
export function viewOf(plane: Plane, xyr: ArrayLike<number>, out: Float64Array): void {
  multiply(xyr, plane.view, plane.shift, out);
  for (const axis of [0, 1, 2] as const) {
    const fold = plane.fold[axis] ?? 0;
    const value = out[axis] ?? 0;
    out[axis] = Math.abs(value) * fold + value * (1 - fold);
  }
  const wave = new Float64Array(3);
  for (const warp of plane.warps) {
    multiply(out, warp.mix, warp.phase, wave);
    for (const axis of [0, 1, 2] as const)
      out[axis] = (out[axis] ?? 0) + (warp.amount[axis] ?? 0) * sin(wave[axis] ?? 0);
  }
}

/** A row of three times a (3, 3) matrix plus a row. */
function multiply(row: ArrayLike<number>, matrix: readonly number[], plus: readonly number[], out: Float64Array): void {
  for (const column of [0, 1, 2] as const) {
    let sum = plus[column] ?? 0;
    for (const at of [0, 1, 2] as const) sum += (row[at] ?? 0) * (matrix[at * 3 + column] ?? 0);
    out[column] = sum;
  }
}

/** Least width of a step: below it the float32 error of other engines would show. */
const LEAST_STEP = 0.06;

/** Puts the colour steps where a coarse look at the picture says that each colour gets its share of the area. */
function stepsOf(network: Cppn, plane: Plane, hard: number): Pick<Look, 'starts' | 'slopes'> {
  const run = compileCppn(network);
  const [point, outputs, seen] = [new Float64Array(3), new Float64Array(3), new Float64Array(400)];
  for (let at = 0; at < 400; at++) {
    const x = ((at % 20) + 0.5) / 10 - 1;
    const y = (Math.floor(at / 20) + 0.5) / 10 - 1;
    viewOf(plane, [x, y, Math.sqrt(x * x + y * y)], point);
    run(point, outputs);
    seen[at] = outputs[0] ?? 0;
  }
  seen.sort();
  const marks = [16, 130, 260, 390].map((rank) => seen[rank] ?? 0);
  const starts: number[] = [];
  const slopes: number[] = [];
  for (const step of [0, 1, 2] as const) {
    const width = Math.max((marks[step + 1] ?? 0) - (marks[step] ?? 0), LEAST_STEP);
    const narrow = Math.max(width / hard, LEAST_STEP / 2);
    starts.push(Math.fround((marks[step] ?? 0) + (width - narrow) / 2));
    slopes.push(Math.fround(1 / narrow));
  }
  return { starts, slopes };
}
