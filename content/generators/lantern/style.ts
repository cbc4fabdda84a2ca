/** The kinds of lanterns and the metals they are made of. */
import { type Lab, lch, mix } from '#content/generators/sculpt/colour.ts';
import type { Growing } from '#content/generators/sculpt/mesh-generator.ts';

/** Every kind of lantern, chosen by gene 4. */
export const STYLES = ['standing', 'crooked', 'paper', 'stone', 'garden'] as const;

/** One kind of lantern. */
export type Style = (typeof STYLES)[number];

/** Brass, copper, pewter or a lacquer of the palette. */
export function metalOf({ genes, palette }: Growing): Lab {
  return genes.pick(21, [
    lch(0.74, 0.1, 0.22),
    lch(0.62, 0.09, 0.13),
    lch(0.6, 0.03, 0.7),
    mix(palette.deep, palette.main, 0.35),
  ]);
}
