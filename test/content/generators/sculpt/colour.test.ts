/** Colours: inside sRGB, where they should be, and not grey half way. */
import { describe, expect, it } from 'vitest';
import { type Lab, lch, linearRgb, mix, srgbByte, srgbBytes } from '#content/generators/sculpt/colour.ts';
import { hueName } from '#content/generators/sculpt/names.ts';

const chroma = (lab: Lab) => Math.hypot(lab[1], lab[2]);

describe('colour', () => {
  it('knows white, black and the primaries of OKLab', () => {
    expect(srgbBytes([1, 0, 0])).toEqual([255, 255, 255]);
    expect(srgbBytes([0, 0, 0])).toEqual([0, 0, 0]);
    expect(srgbBytes([0.62796, 0.22486, 0.12585])).toEqual([255, 0, 0]);
    expect(srgbBytes([0.45201, -0.03246, -0.31153])).toEqual([0, 0, 255]);
  });

  it('gives back every sRGB byte from its linear value', () => {
    for (let byte = 0; byte < 256; byte++) {
      const s = byte / 255;
      expect(srgbByte(s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4)).toBe(byte);
    }
  });

  it('keeps every lightness and hue inside sRGB by giving up chroma', () => {
    for (let hue = 0; hue < 1; hue += 0.02)
      for (const lightness of [0.25, 0.5, 0.75, 0.94])
        for (const part of linearRgb(lch(lightness, 0.4, hue))) {
          expect(part).toBeGreaterThan(-0.002);
          expect(part).toBeLessThan(1.002);
        }
  });

  it('gives its own colours at the ends and keeps chroma between colours from across the circle', () => {
    const [blue, orange] = [lch(0.6, 0.14, 0.7), lch(0.7, 0.14, 0.2)];
    expect(mix(blue, orange, 0)[1]).toBeCloseTo(blue[1], 5);
    expect(mix(blue, orange, 1)[2]).toBeCloseTo(orange[2], 5);
    const plain = Math.hypot(blue[1] * 0.65 + orange[1] * 0.35, blue[2] * 0.65 + orange[2] * 0.35);
    expect(chroma(mix(blue, orange, 0.35))).toBeGreaterThan(plain * 1.5);
  });

  it('names hues round the circle', () => {
    expect([0, 0.25, 0.5, 0.75, 1, -0.25].map(hueName)).toEqual(['rose', 'honey', 'jade', 'azure', 'rose', 'azure']);
  });
});
