/** The tiers of quality: what each draws, and nothing else in the scene knows their names. */

/** A tier by name; `test` is small and plain for browser tests. */
export type QualityName = 'low' | 'medium' | 'high' | 'test';

/** What a tier draws. */
export type Quality = {
  readonly name: QualityName;
  /** Device pixels per CSS pixel at most. */
  readonly dpr: number;
  /** A fixed drawing size in pixels, or the canvas' own. */
  readonly fixedSize?: readonly [width: number, height: number];
  /** Side of the shadow map in texels; 0 draws round blobs instead. */
  readonly shadow: number;
  /** Bloom and grade, with this many samples per pixel; 0 draws straight to the screen. */
  readonly postSamples: number;
  /** Share of the trees and rocks that stand. */
  readonly plants: number;
  /** Tufts of grass (three blades each). */
  readonly tufts: number;
  /** Whether shards, beams, blobs and the board's screen are drawn: `test` leaves them out to save programs. */
  readonly fancy: boolean;
  /** Quads along the side of the sampled land. */
  readonly landQuads: number;
  /** Whether the screen itself is antialiased (fixed when the canvas is first used). */
  readonly antialias: boolean;
};

/** Every tier. */
export const QUALITIES: Readonly<Record<QualityName, Quality>> = {
  test: {
    name: 'test',
    dpr: 1,
    fixedSize: [320, 180],
    shadow: 0,
    postSamples: 0,
    plants: 0,
    tufts: 0,
    fancy: false,
    landQuads: 104,
    antialias: false,
  },
  low: {
    name: 'low',
    dpr: 1,
    shadow: 0,
    postSamples: 0,
    plants: 0.5,
    tufts: 3500,
    fancy: true,
    landQuads: 140,
    antialias: true,
  },
  medium: {
    name: 'medium',
    dpr: 1.5,
    shadow: 1024,
    postSamples: 4,
    plants: 1,
    tufts: 11000,
    fancy: true,
    landQuads: 176,
    antialias: false,
  },
  high: {
    name: 'high',
    dpr: 2,
    shadow: 2048,
    postSamples: 4,
    plants: 1,
    tufts: 24000,
    fancy: true,
    landQuads: 176,
    antialias: false,
  },
};

/** The next tier down, or the same when there is none. */
export function lowerQuality(name: QualityName): QualityName {
  if (name === 'high') return 'medium';
  return name === 'medium' ? 'low' : name;
}
