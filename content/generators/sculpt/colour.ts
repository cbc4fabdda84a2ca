/** Colour by eye: mixing in OKLab, choosing in OKLCH, ending in sRGB bytes. @see https://bottosson.github.io/posts/oklab/ */
import { cos, pow, sin, TAU } from '#shared/maths/deterministic.ts';

/** OKLab: lightness 0 … 1, a (green to red), b (blue to yellow). */
export type Lab = readonly [number, number, number];

/** Linear sRGB of an OKLab colour; may leave 0 … 1. */
export function linearRgb(lab: Lab): [number, number, number] {
  const l = lab[0] + 0.3963377774 * lab[1] + 0.2158037573 * lab[2];
  const m = lab[0] - 0.1055613458 * lab[1] - 0.0638541728 * lab[2];
  const s = lab[0] - 0.0894841775 * lab[1] - 1.291485548 * lab[2];
  const l3 = l * l * l;
  const m3 = m * m * m;
  const s3 = s * s * s;
  return [
    4.0767416621 * l3 - 3.3077115913 * m3 + 0.2309699292 * s3,
    -1.2684380046 * l3 + 2.6097574011 * m3 - 0.3413193965 * s3,
    -0.0041960863 * l3 - 0.7034186147 * m3 + 1.707614701 * s3,
  ];
}

/** One sRGB byte of a linear value, by a table of 4096 steps (less than one byte apart even where it is steepest). */
export function srgbByte(linear: number): number {
  return SRGB[Math.floor(Math.min(1, Math.max(0, linear)) * 4095 + 0.5)] ?? 0;
}

const SRGB = Uint8Array.from({ length: 4096 }, (_, step) => {
  const x = step / 4095;
  const encoded = x <= 0.0031308 ? 12.92 * x : 1.055 * pow(x, 1 / 2.4) - 0.055;
  return Math.floor(encoded * 255 + 0.5);
});

/** The nearest sRGB bytes of an OKLab colour. */
export function srgbBytes(lab: Lab): [number, number, number] {
  const [r, g, b] = linearRgb(lab);
  return [srgbByte(r), srgbByte(g), srgbByte(b)];
}

/**
 * A colour by lightness 0 … 1, chroma (0 grey, 0.2 vivid) and hue in turns;
 * chroma yields until sRGB can show it.
 */
export function lch(lightness: number, chroma: number, hueTurns: number): Lab {
  const a = cos(hueTurns * TAU);
  const b = sin(hueTurns * TAU);
  let low = 0;
  let high = chroma;
  if (inGamut([lightness, a * chroma, b * chroma])) low = chroma;
  for (let step = 0; step < 10 && low < high; step++) {
    const middle = (low + high) / 2;
    if (inGamut([lightness, a * middle, b * middle])) low = middle;
    else high = middle;
  }
  return [lightness, a * low, b * low];
}

/** From `a` at 0 to `b` at 1; colours from across the circle keep some of their chroma on the way, so that they do not grey. */
export function mix(a: Lab, b: Lab, t: number): Lab {
  const x = a[1] + (b[1] - a[1]) * t;
  const y = a[2] + (b[2] - a[2]) * t;
  const chromaA = Math.sqrt(a[1] * a[1] + a[2] * a[2]);
  const chromaB = Math.sqrt(b[1] * b[1] + b[2] * b[2]);
  const wanted = chromaA + (chromaB - chromaA) * t;
  const keep = Math.min(1.8, wanted / (Math.sqrt(x * x + y * y) + 1e-6));
  return [a[0] + (b[0] - a[0]) * t, x * keep, y * keep];
}

/** Darker below 1, lighter above, chroma kept in proportion. */
export function shade(colour: Lab, by: number): Lab {
  return [Math.min(1, colour[0] * by), colour[1] * by, colour[2] * by];
}

function inGamut(lab: Lab): boolean {
  return linearRgb(lab).every((part) => part >= -0.0005 && part <= 1.0005);
}
