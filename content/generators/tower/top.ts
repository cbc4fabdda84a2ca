/** What stands on a roof: a pole with a lamp or a pennant. */
import { lch, mix } from '#content/generators/sculpt/colour.ts';
import { facing, upright } from '#content/generators/sculpt/frame.ts';
import type { Growing } from '#content/generators/sculpt/mesh-generator.ts';
import type { Sculpture } from '#content/generators/sculpt/sculpture.ts';
import { sheet } from '#content/generators/sculpt/sheet.ts';
import { ball } from '#content/generators/sculpt/stones.ts';
import { tube } from '#content/generators/sculpt/tube.ts';

/** A pole with a lamp or a pennant. */
export function addTop({ genes, palette }: Growing, height: number, long: number, into: Sculpture): void {
  into.add(
    tube(
      [
        [0, height - 0.04, 0],
        [0, height + long * 0.5, 0],
        [0, height + long, 0],
      ],
      () => 0.011,
      8,
    ),
    'metal',
    lch(0.75, 0.1, 0.22),
  );
  if (genes.has(16, 0.5)) {
    into.add(ball(0.045, 2), 'glow', palette.glow, [upright([0, height + long + 0.03, 0])]);
    return;
  }
  const flag = sheet({
    length: 0.22,
    width: (t) => 0.062 * (1 - t) + 0.002,
    thickness: 0.008,
    bend: 0.5,
    ruffle: 0.012,
    waves: 2,
    steps: 10,
    across: 4,
  });
  into.add(flag, 'matt', ({ u }) => mix(palette.second, palette.accent, u), [
    facing([0, height + long - 0.07, 0], [1, 0.08, 0.1], [0, 0, -1]),
  ]);
}
