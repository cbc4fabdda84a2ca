/** The kinds of blooms. */
import type { Outline } from '#content/generators/sculpt/sheet.ts';

/** A kind of bloom: whorls from outside in, each with its number of petals, opening in radians and length share. */
export interface Bloom {
  readonly word: string;
  readonly outline: Outline;
  readonly whorls: readonly {
    readonly petals: readonly [number, number];
    readonly open: number;
    readonly share: number;
  }[];
  /** Half width over length. */
  readonly slender: number;
  readonly bend: number;
  readonly cup: number;
  readonly heart: number;
}

/** Every kind of bloom, chosen by gene 4. */
export const BLOOMS: readonly Bloom[] = [
  {
    word: 'sunny',
    outline: 'round',
    slender: 0.2,
    bend: 0.35,
    cup: 0.25,
    heart: 0.34,
    whorls: [
      { petals: [11, 17], open: 1.42, share: 1 },
      { petals: [9, 13], open: 1.15, share: 0.82 },
    ],
  },
  {
    word: 'lotus',
    outline: 'pointed',
    slender: 0.3,
    bend: -0.55,
    cup: 0.5,
    heart: 0.2,
    whorls: [
      { petals: [7, 9], open: 1.35, share: 1 },
      { petals: [6, 8], open: 0.9, share: 0.9 },
      { petals: [5, 6], open: 0.5, share: 0.72 },
    ],
  },
  {
    word: 'cupped',
    outline: 'round',
    slender: 0.42,
    bend: -0.75,
    cup: 0.6,
    heart: 0.16,
    whorls: [
      { petals: [3, 4], open: 0.75, share: 1 },
      { petals: [3, 4], open: 0.55, share: 0.94 },
    ],
  },
  {
    word: 'starry',
    outline: 'pointed',
    slender: 0.26,
    bend: 0.7,
    cup: 0.35,
    heart: 0.22,
    whorls: [
      { petals: [5, 7], open: 1.2, share: 1 },
      { petals: [5, 7], open: 0.75, share: 0.55 },
    ],
  },
  {
    word: 'wild',
    outline: 'spoon',
    slender: 0.4,
    bend: 0.4,
    cup: 0.2,
    heart: 0.24,
    whorls: [{ petals: [5, 6], open: 1.25, share: 1 }],
  },
  {
    word: 'frilled',
    outline: 'spoon',
    slender: 0.34,
    bend: 0.15,
    cup: 0.3,
    heart: 0.14,
    whorls: [
      { petals: [7, 9], open: 1.3, share: 1 },
      { petals: [6, 8], open: 0.95, share: 0.86 },
      { petals: [5, 7], open: 0.62, share: 0.7 },
      { petals: [4, 5], open: 0.32, share: 0.56 },
    ],
  },
];
