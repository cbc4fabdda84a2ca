/** Stems and leaves of flowers. */
import { type Lab, mix, shade } from '#content/generators/sculpt/colour.ts';
import { direction, type Frame, facing, smoothstep } from '#content/generators/sculpt/frame.ts';
import { tone } from '#content/generators/sculpt/palette.ts';
import type { Paint, Sculpture } from '#content/generators/sculpt/sculpture.ts';
import { OUTLINES, sheet } from '#content/generators/sculpt/sheet.ts';
import { alongPath, curve } from '#content/generators/sculpt/tube.ts';
import type { Genes } from '#content/genomes/genes.ts';
import { TAU } from '#shared/maths/deterministic.ts';
import type { Vec3 } from '#shared/maths/vector.ts';

/** Rises from the ground, leans, and bows its head towards −Z so that one sees its face. */
export function stemPath(genes: Genes, height: number, which: number): Vec3[] {
  const turn = genes.unit(15) * TAU + which * 2.3;
  const lean = genes.between(16, 0.03, 0.2) + which * 0.16;
  const [dx, , dz] = direction(turn, 0);
  const top: Vec3 = [dx * lean * height, height, dz * lean * height * 0.5 - 0.06];
  return curve(
    [0, 0, 0],
    [dx * -0.12, height * 0.4, dz * 0.1],
    [top[0] - dx * 0.05, height * 0.85, top[2] + 0.1],
    top,
    18,
  );
}

/** The green of stem and leaves; reads genes 17–19. */
export function leafGreen(genes: Genes): Lab {
  return tone(genes.between(17, 0.3, 0.45), genes.between(18, 0.6, 0.68), genes.between(19, 0.12, 0.17));
}

/** A rosette at the foot and one to four leaves up the stem, each made once. */
export function addLeaves(genes: Genes, green: Lab, path: readonly Vec3[], into: Sculpture): void {
  const long = genes.between(21, 0.38, 0.58);
  const slender = genes.between(22, 0.26, 0.42);
  const leaf = sheet({
    length: long,
    width: (t) => OUTLINES.pointed(t) * long * slender * 0.62,
    thickness: 0.018,
    bend: genes.between(23, 0.7, 1.5),
    cup: 0.5,
    steps: 12,
    across: 6,
  });
  const paint: Paint = ({ u, v }) => {
    const rib = smoothstep(0.07, 0, Math.abs(v - 0.5));
    return mix(mix(shade(green, 0.8), shade(green, 1.08), u), shade(green, 1.22), rib * 0.8);
  };
  const onStem = genes.int(24, 1, 4);
  const frames: Frame[] = [];
  for (let at = 0; at < onStem; at++) {
    const { point } = alongPath(path, 0.16 + (0.5 * at) / onStem);
    const [x, , z] = direction(genes.unit(25) * TAU + at * 2.4, 0);
    frames.push(facing(point, [x, 1.1, z], [-x, 0.6, -z], 1 - 0.13 * at));
  }
  for (let at = 0; at < 5; at++) {
    const [x, , z] = direction(genes.unit(25) * TAU + 0.8 + at * 1.26, 0);
    frames.push(facing([x * 0.02, 0.01, z * 0.02], [x, 0.75, z], [-x, 0.7, -z], 0.55));
  }
  into.add(leaf, 'matt', paint, frames);
}
