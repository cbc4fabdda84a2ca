/** Solids made directly: closed, facing outwards, crisp where asked and smooth where not. */
import { describe, expect, it } from 'vitest';
import { lathe, smoothProfile, torus } from '#content/generators/sculpt/lathe.ts';
import { OUTLINES, sheet } from '#content/generators/sculpt/sheet.ts';
import type { Shell } from '#content/generators/sculpt/shell.ts';
import { ball, pebble, prism } from '#content/generators/sculpt/stones.ts';
import { curve, tube } from '#content/generators/sculpt/tube.ts';
import { Rng } from '#shared/base/rng.ts';
import { openEdges, volumeOf } from '#test/support/closed.ts';

const rng = new Rng('solids');
const SHEET = { length: 0.4, thickness: 0.02, steps: 10, across: 6, bend: 0.8, cup: 0.4, ruffle: 0.01 };
const SOLIDS: Readonly<Record<string, Shell>> = {
  'a lathe with open ends': lathe(
    [
      [0.3, 0],
      [0.4, 0.2],
      [0.2, 0.5],
    ],
    { sides: 24 },
  ),
  'a lathe with closed ends': lathe(
    [
      [0, 0],
      [0.4, 0.2],
      [0, 0.5],
    ],
    { sides: 6, crease: 1 },
  ),
  'a rippled lathe': lathe(
    [
      [0.3, 0],
      [0.4, 0.2],
      [0, 0.5],
    ],
    { sides: 30, ripple: (angle) => 1 + 0.1 * Math.sin(angle * 5) },
  ),
  'a torus': torus(0.3, 0.05, 24),
  'a tube': tube(curve([0, 0, 0], [0.2, 0.3, 0], [-0.2, 0.6, 0.1], [0, 1, 0], 12), (t) => 0.05 - 0.03 * t, 9),
  'a ball': ball(0.3, 2, 0.6),
  'a pebble': pebble(rng, [0.2, 0.1, 0.15], 0.15, 1),
  'a prism': prism({ sides: 6, radius: 0.2, body: 0.6, tip: 0.2, taper: 0.8, lean: 0.3, rng }),
  ...Object.fromEntries(
    Object.entries(OUTLINES).map(([name, width]) => [
      `a ${name} sheet`,
      sheet({ ...SHEET, width: (t) => width(t) * 0.1 }),
    ]),
  ),
};

describe.each(Object.entries(SOLIDS))('%s', (_, shell) => {
  it('is closed and faces outwards', () => {
    expect(openEdges(shell)).toBe(0);
    expect(volumeOf(shell)).toBeGreaterThan(1e-5);
  });

  it('has unit normals on the side of its faces', () => {
    let against = 0;
    for (let f = 0; f < shell.indices.length; f += 3) {
      const [a = 0, b = 0, c = 0] = shell.indices.subarray(f, f + 3);
      const p = (vertex: number) => shell.positions.subarray(vertex * 3, vertex * 3 + 3);
      const edge = (from: number, to: number) => [0, 1, 2].map((axis) => (p(to)[axis] ?? 0) - (p(from)[axis] ?? 0));
      const [ux = 0, uy = 0, uz = 0] = edge(a, b);
      const [vx = 0, vy = 0, vz = 0] = edge(a, c);
      const face = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx];
      for (const vertex of [a, b, c]) {
        const normal = shell.normals.subarray(vertex * 3, vertex * 3 + 3);
        expect(Math.hypot(...normal)).toBeCloseTo(1, 6);
        if (face.reduce((sum, value, axis) => sum + value * (normal[axis] ?? 0), 0) < 0) against++;
      }
    }
    // Rims of thin sheets turn over within one triangle; nothing else may.
    expect(against).toBeLessThan(shell.indices.length * 0.08);
  });
});

it('a faceted solid has one normal a face, a smooth one shares them', () => {
  const gem = lathe(
    [
      [0, 0],
      [0.4, 0.2],
      [0, 0.5],
    ],
    { sides: 6, crease: 1 },
  );
  expect(gem.positions.length / 3).toBe(gem.indices.length);
  const round = ball(0.3, 2);
  expect(round.positions.length / 3).toBe(162);
});

it('a smooth profile passes through its points and never crosses the axis', () => {
  const profile = smoothProfile(
    [
      [0, 0],
      [0.4, 0.1],
      [0.02, 0.5],
      [0.3, 1],
    ],
    6,
  );
  for (const [r, y] of [
    [0, 0],
    [0.4, 0.1],
    [0.02, 0.5],
    [0.3, 1],
  ] as const)
    expect(profile.some(([pr, py]) => Math.abs(pr - r) < 1e-9 && Math.abs(py - y) < 1e-9)).toBe(true);
  expect(profile.every(([r]) => r >= 0)).toBe(true);
});
