/** What the page and its two workers say to each other about works. */
import type { GrownMesh } from '#content/generators/generator.ts';

/** Grow this; `triangles` is what the screen needs. */
export interface GrowRequest {
  readonly id: number;
  readonly generator: string;
  /** Hexadecimal, without prefix. */
  readonly genome: string;
  readonly triangles: number;
}

/** Paint this, `size` pixels a side. */
export interface PaintRequest {
  readonly id: number;
  readonly generator: string;
  readonly genome: string;
  readonly size: number;
}

/** A picture: rows from the top, four bytes a pixel. */
export interface Picture {
  readonly kind: 'picture';
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8ClampedArray<ArrayBuffer>;
}

/** Why nothing came: a stable code and a sentence. */
export interface Refusal {
  readonly kind: 'refused';
  readonly code: string;
  readonly sentence: string;
}

/** What growing gave; a picture is not grown but painted by the other worker. */
export type GrowAnswer = GrownMesh | { readonly kind: 'to-paint' } | Refusal;
/** What painting gave. */
export type PaintAnswer = Picture | Refusal;

/** An answer finds its request by `id`. */
export interface Reply<A> {
  readonly id: number;
  readonly answer: A;
}
