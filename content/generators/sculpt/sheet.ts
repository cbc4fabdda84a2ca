/** Petals, leaves, ears, wings: a thin bent sheet with two sides and a rounded rim, growing along +Y from the origin, facing +Z. */
import { cos, sin, TAU } from '#shared/maths/deterministic.ts';
import type { Vec3 } from '#shared/maths/vector.ts';
import { type Shell, shadeShell } from './shell.ts';

/** The shape of a sheet. */
export interface SheetOptions {
  /** Metres from root to tip along the sheet. */
  readonly length: number;
  /** Half width in metres by place 0 (root) … 1 (tip). */
  readonly width: (along: number) => number;
  /** Metres in the middle; the rim is thinner. */
  readonly thickness: number;
  /** Radians by which the sheet bends back (towards −Z) from root to tip; negative curls forward. */
  readonly bend?: number;
  /** Depth of the trough across, as a share of the width; positive cups forward. */
  readonly cup?: number;
  /** Height of the waves of the rim, metres, and their number. */
  readonly ruffle?: number;
  readonly waves?: number;
  /** Steps along and across. */
  readonly steps: number;
  readonly across: number;
}

/** A closed sheet; uv is the place along (0 root, 1 tip) and across (0 … 1, 0.5 on the midrib). */
export function sheet(options: SheetOptions): Shell {
  const { steps, across } = options;
  const points: Vec3[] = [];
  const uv: [number, number][] = [];
  const front: number[][] = [];
  const back: number[][] = [];
  for (let i = 0; i <= steps; i++) {
    const faces: [number[], number[]] = [[], []];
    for (let j = 0; j <= across; j++) {
      const isRim = j === 0 || j === across || i === steps || i === 0;
      for (const side of isRim ? [0] : [1, -1]) {
        points.push(pointOn(options, i / steps, (j / across) * 2 - 1, side));
        uv.push([i / steps, j / across]);
        const index = points.length - 1;
        if (side >= 0) faces[0].push(index);
        if (side <= 0) faces[1].push(index);
      }
    }
    front.push(faces[0]);
    back.push(faces[1]);
  }
  const faces = [...weave(front, false), ...weave(back, true)];
  return shadeShell({ points, uv, faces }, 0.15);
}

/** Half widths of common outlines by place along. */
export const OUTLINES = {
  /** Broad and rounded, like a daisy's petal. */
  round: (t: number) => Math.sqrt(Math.max(0, t)) * Math.sqrt(Math.max(0, 1.0001 - t * t * t * t)),
  /** Widest in the middle, pointed: lotus, leaves. */
  pointed: (t: number) => 3.4 * t * (1 - t) * (1.35 - 0.5 * t) + 0.08 * (1 - t),
  /** Narrow and long. */
  strap: (t: number) => Math.min(1, 0.35 + t) * Math.sqrt(Math.max(0, 1.0001 - eighth(t))),
  /** Widest near the tip: a heart's lobe. */
  spoon: (t: number) => (0.2 + 1.15 * t * t * (1 - 0.25 * t)) * Math.sqrt(Math.max(0, 1.0001 - eighth(t))),
} as const;
/** The name of an outline. */
export type Outline = keyof typeof OUTLINES;

function eighth(t: number): number {
  const fourth = t * t * t * t;
  return fourth * fourth;
}

/** Walks the bent midrib, then steps sideways and off the sheet. */
function pointOn(options: SheetOptions, along: number, across: number, side: number): Vec3 {
  const { length, bend = 0, cup = 0, ruffle = 0, waves = 3, thickness } = options;
  const angle = bend * along;
  const straight = Math.abs(bend) < 1e-6;
  const y = straight ? length * along : (length * sin(angle)) / bend;
  const z = straight ? 0 : (-length * (1 - cos(angle))) / bend;
  const half = Math.max(options.width(along), length * 0.004);
  const edge = across * across;
  const thick = side * thickness * 0.5 * (1 - edge * edge) * Math.min(1, 6 * along * (1 - along) + 0.15);
  const off = thick + cup * half * (edge - 0.35) + ruffle * edge * along * sin(along * waves * TAU);
  return [across * half, y + off * sin(angle), z + off * cos(angle)];
}

function weave(rows: readonly (readonly number[])[], flip: boolean): [number, number, number][] {
  const faces: [number, number, number][] = [];
  for (let i = 0; i < rows.length - 1; i++)
    for (let j = 0; j < (rows[i]?.length ?? 0) - 1; j++) {
      const a = rows[i]?.[j] ?? 0;
      const b = rows[i]?.[j + 1] ?? 0;
      const c = rows[i + 1]?.[j] ?? 0;
      const d = rows[i + 1]?.[j + 1] ?? 0;
      if (flip) faces.push([a, c, b], [b, c, d]);
      else faces.push([a, b, c], [b, d, c]);
    }
  return faces;
}
