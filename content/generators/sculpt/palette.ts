/** Five colours that go together, from four genes: pastel enough for the dawn, vivid enough to be liked. */
import type { Genes } from '#content/genomes/genes.ts';
import { type Lab, lch } from './colour.ts';

/** The colours of one work. */
export interface Palette {
  /** The colour one remembers. */
  readonly main: Lab;
  /** Its companion. */
  readonly second: Lab;
  /** Small things that should catch the eye. */
  readonly accent: Lab;
  /** Almost white, warmed or cooled by the main hue. */
  readonly pale: Lab;
  /** Almost black, tinted. */
  readonly deep: Lab;
  /** Light that shines. */
  readonly glow: Lab;
  /** Hue of `main` in turns, for names and plants. */
  readonly hue: number;
}

/** Turns of hue from main to second and to accent. */
const SCHEMES: readonly (readonly [number, number])[] = [
  [0.08, 0.5],
  [-0.09, 0.45],
  [0.14, 0.58],
  [-0.15, 0.36],
  [0.33, 0.62],
  [0.45, 0.12],
  [0.55, 0.85],
  [0.04, 0.3],
];

/** Reads genes 0 (hue), 1 (scheme), 2 (chroma), 3 (lightness). @param hue turns, when a plan wants only some hues */
export function paletteOf(genes: Genes, hue: number = genes.unit(0)): Palette {
  const [toSecond, toAccent] = genes.pick(1, SCHEMES);
  const chroma = genes.between(2, 0.12, 0.185);
  const lift = genes.between(3, -0.06, 0.07);
  return {
    hue,
    main: tone(hue, 0.7 + lift, chroma),
    second: tone(hue + toSecond, 0.76 - lift * 0.6, chroma * 0.9),
    accent: tone(hue + toAccent, 0.8, 0.165),
    pale: lch(0.94, 0.04, hue + toSecond * 0.3),
    deep: lch(0.27, 0.055, hue + toAccent * 0.5 + 0.05),
    glow: tone(hue + toAccent, 0.88, 0.15),
  };
}

/** Yellows want to be lighter and blues darker to look as vivid as the rest. */
export function tone(hueTurns: number, lightness: number, chroma: number): Lab {
  const fromYellow = Math.abs(hueTurns - 0.3 - Math.floor(hueTurns - 0.3 + 0.5));
  return lch(lightness + 0.09 - 0.28 * fromYellow, chroma, hueTurns);
}
