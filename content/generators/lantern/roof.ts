/** The roof of a lantern, its knob and its ring. */
import { type Lab, lch, mix, shade } from '#content/generators/sculpt/colour.ts';
import { type Frame, facing, nested, smoothstep, upright } from '#content/generators/sculpt/frame.ts';
import { lathe, smoothProfile, torus } from '#content/generators/sculpt/lathe.ts';
import type { Growing } from '#content/generators/sculpt/mesh-generator.ts';
import type { Sculpture } from '#content/generators/sculpt/sculpture.ts';
import { metalOf, type Style } from './style.ts';

/** A roof with a sweep, a knob and, when it hangs or stands free, a ring. */
export function addRoof(
  growing: Growing,
  style: Style,
  frame: Frame,
  wide: number,
  sides: number,
  into: Sculpture,
): void {
  const { genes, palette } = growing;
  const over = genes.between(10, 1.25, 1.7);
  const tall = wide * genes.between(11, 0.5, 1.15);
  const sweep = genes.between(12, -0.1, 0.16);
  const r = wide * over;
  const roof = lathe(
    smoothProfile(
      [
        [r * 0.55, -0.005],
        [r * 0.96, -0.02 + sweep * 0.3],
        [r, 0.015 + sweep * 0.3],
        [r * 0.62, tall * (0.4 - sweep)],
        [r * 0.26, tall * 0.84],
        [wide * 0.14, tall],
      ],
      3,
    ),
    { sides, crease: 0.85 },
  );
  const tiles = genes.int(13, 0, 2);
  const stone = lch(0.66, 0.03, palette.hue);
  const colour: Lab = style === 'stone' ? stone : palette.main;
  into.add(
    roof,
    style === 'stone' ? 'matt' : 'gloss',
    ({ at, u }) => {
      const band = tiles > 0 ? Math.floor(u * 24) % 2 : 0;
      const rim = smoothstep(r * 0.86, r, Math.sqrt(at[0] * at[0] + at[2] * at[2]));
      const body = shade(mix(colour, palette.second, style === 'stone' ? 0 : 0.3 * rim), 0.94 + 0.1 * (at[1] / tall));
      return shade(body, band === 1 && style !== 'stone' ? 0.96 : 1);
    },
    [frame],
  );
  const metal = style === 'stone' ? stone : metalOf(growing);
  const surface = style === 'stone' ? 'matt' : 'metal';
  const knob = wide * 0.2;
  into.add(
    lathe(
      smoothProfile(
        [
          [0, -knob],
          [knob, -knob * 0.1],
          [knob * 0.8, knob * 0.6],
          [0, knob * 1.5],
        ],
        4,
      ),
      { sides: 16 },
    ),
    surface,
    metal,
    [nested(frame, upright([0, tall + knob * 0.5, 0]))],
  );
  if (style === 'stone' || style === 'standing') return;
  into.add(torus(0.042, 0.01, 20, 7), surface, metal, [
    nested(frame, facing([0, tall + knob * 1.6 + 0.04, 0], [0, 0, 1], [0, 1, 0])),
  ]);
}
