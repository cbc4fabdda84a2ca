/** Lanterns: a light in glass, paper or stone, under a roof, on a post, a foot or a hook. */
import type { Generator } from '#content/generators/generator.ts';
import { type Lab, lch } from '#content/generators/sculpt/colour.ts';
import { type Frame, nested, upright } from '#content/generators/sculpt/frame.ts';
import { lathe } from '#content/generators/sculpt/lathe.ts';
import { defineMeshGenerator, type Growing } from '#content/generators/sculpt/mesh-generator.ts';
import type { Sculpture } from '#content/generators/sculpt/sculpture.ts';
import { addGlass, addPaper } from './lantern/light.ts';
import { addRoof } from './lantern/roof.ts';
import { addCrook, addFeet, addPost } from './lantern/stand.ts';
import { metalOf, STYLES, type Style } from './lantern/style.ts';

/** Genes: 4 style, 5–8 light, 9–13 roof, 14–16 cage, 17–20 post, 21–23 colours. */
export const lantern: Generator = defineMeshGenerator({
  id: 'lantern',
  version: 1,
  title: 'lantern',
  family: 4,
  describe: (genes) => genes.pick(4, STYLES),
  build(growing, into) {
    const { genes } = growing;
    const style = genes.pick(4, STYLES);
    const metal = metalOf(growing);
    if (style === 'crooked') {
      const hook = addCrook(growing, metal, into);
      addLamp(growing, style, hook, into);
      return;
    }
    const foot =
      style === 'garden' || style === 'paper' ? addFeet(growing, metal, into) : addPost(growing, style, metal, into);
    addLamp(growing, style, upright([0, foot, 0]), into);
  },
});

/** The lamp with its bottom at the frame's origin: base, light, cage, roof, ring. */
function addLamp(growing: Growing, style: Style, frame: Frame, into: Sculpture): void {
  const { genes, palette } = growing;
  const metal = metalOf(growing);
  const wide = genes.between(5, 0.17, 0.25) * (style === 'crooked' ? 0.85 : 1);
  const tall = wide * genes.between(6, 1.5, 2.4);
  const sides = style === 'stone' ? genes.pick(9, [4, 6, 8]) : genes.pick(9, [6, 8, 28, 28]);
  const crease = 0.8;
  const stone = lch(0.72, 0.025, palette.hue);
  const frameColour: Lab = style === 'stone' ? stone : metal;
  const plate = lathe(
    [
      [wide * 0.75, 0],
      [wide * 1.08, 0.012],
      [wide * 1.08, 0.045],
      [wide * 0.9, 0.065],
    ],
    { sides, crease },
  );
  const surface = style === 'stone' ? 'matt' : 'metal';
  into.add(plate, surface, frameColour, [frame]);
  const up = nested(frame, upright([0, 0.06, 0]));
  if (style === 'paper') addPaper(growing, up, wide, tall, into);
  else addGlass(growing, style, up, wide, tall, frameColour, sides, into);
  addRoof(growing, style, nested(up, upright([0, tall, 0])), wide, sides, into);
}
