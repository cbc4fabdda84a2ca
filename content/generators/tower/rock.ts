/** What a tower stands on: a hill with bushes and stones, or a rock that floats. */
import { lch, mix, shade } from '#content/generators/sculpt/colour.ts';
import { direction, smoothstep, upright } from '#content/generators/sculpt/frame.ts';
import { lathe } from '#content/generators/sculpt/lathe.ts';
import type { Growing } from '#content/generators/sculpt/mesh-generator.ts';
import type { Sculpture } from '#content/generators/sculpt/sculpture.ts';
import { pebble } from '#content/generators/sculpt/stones.ts';
import { TAU } from '#shared/maths/deterministic.ts';

/** The rock below: a flat hill, or a floating one that tapers to a point; returns the height of its top. */
export function addRock({ genes, palette }: Growing, floats: boolean, into: Sculpture): number {
  const rng = genes.scatter(47, 'rock');
  const r = genes.between(18, 0.46, 0.56);
  const green = mix(lch(0.68, 0.12, 0.37), palette.second, 0.12);
  const stone = lch(0.56, 0.04, palette.hue + 0.45);
  const depth = floats ? 0.62 : 0.14;
  const ripples = Array.from({ length: 14 }, () => rng.between(0.88, 1.1));
  const rock = lathe(
    floats
      ? [
          [0, 0],
          [r * 0.22, depth * 0.2],
          [r * 0.4, depth * 0.5],
          [r * 0.82, depth * 0.8],
          [r, depth * 0.96],
          [r * 0.96, depth],
          [0, depth + 0.01],
        ]
      : [
          [r * 1.05, 0],
          [r, depth * 0.7],
          [r * 0.94, depth],
          [0, depth + 0.01],
        ],
    {
      sides: 14,
      crease: 0.97,
      ripple: (angle, along) => ripples[(Math.floor((angle / TAU) * 14 + 0.5) + Math.floor(along * 5)) % 14] ?? 1,
    },
  );
  into.add(rock, 'matt', ({ normal, at }) =>
    mix(shade(stone, 0.85 + 0.2 * (at[1] / depth)), green, smoothstep(0.6, 0.8, normal[1])),
  );
  for (let at = genes.int(19, 2, 5); at > 0; at--) {
    const [x, , z] = direction(rng.between(0, TAU), 0);
    const size = rng.between(0.05, 0.09);
    const isBush = at % 2 === 0;
    into.add(
      pebble(rng, [size, size * 0.85, size], 0.12, 1),
      'matt',
      ({ normal }) => shade(isBush ? green : stone, 0.92 + 0.14 * normal[1]),
      [upright([x * r * 0.76, depth + size * 0.5, z * r * 0.76])],
    );
  }
  return depth;
}
