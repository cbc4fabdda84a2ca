/** A drawing that grows: pieces in their order, with what joins those that are there, whatever the family. */
import { expect, test } from 'vitest';
import { drawnSoFar, piecesOf } from '#client/watch/drawn-so-far.ts';
import { FAMILIES, load } from '#content/catalog.ts';
import type { Drawing } from '#content/families/family.ts';
import { benchChallenges } from '#test/browser/support/bench-challenges.ts';

const CHAIN: Drawing = {
  points: [0, 1, 2].map((x) => ({ at: [x, 0, 0] as const, radius: 0.1, colour: '#fff' })),
  links: [0, 1].map((x) => ({ from: [x, 0, 0] as const, to: [x + 1, 0, 0] as const, colour: '#888' })),
  boxes: [],
  beams: [{ from: [0, 0, 0], to: [2, 0, 0], colour: '#f00' }],
  labels: [{ at: [0, 0, 0], text: 'first' }],
};

test('a link comes with the later of its two ends, and so does a light', () => {
  expect(drawnSoFar(CHAIN, 0)).toMatchObject({ points: [], links: [], beams: [], labels: [] });
  const two = drawnSoFar(CHAIN, 2);
  expect([two.points.length, two.links.length, two.beams.length, two.labels.length]).toEqual([2, 1, 0, 1]);
  expect(drawnSoFar(CHAIN, 3)).toEqual(CHAIN);
});

test('a frame that does not join pieces stands from the beginning', () => {
  const framed: Drawing = {
    ...CHAIN,
    links: [...CHAIN.links, { from: [2, 0, 0], to: [2, 9, 0], colour: '#888' }],
  };
  expect(drawnSoFar(framed, 0).links).toEqual(framed.links);
});

test('in every family of a workbench the pieces of a solution come one by one', async () => {
  for (const { file, machine } of await benchChallenges()) {
    const family = await load(FAMILIES, file.family);
    const instance = family.parseInstance(file.instance);
    const piece = family.workpiece(instance);
    const solution = piece.hand === 'vectors' ? { kind: 'vectors', vectors: piece.start } : machine[0]?.best;
    const drawing = family.show(instance, family.parsePayload(solution, instance));
    const all = piecesOf(drawing);
    expect(all).toBeGreaterThan(1);
    for (let pieces = 0; pieces <= all; pieces++) {
      const { points } = drawnSoFar(drawing, pieces);
      expect(points).toEqual(drawing.points.slice(0, pieces));
    }
  }
});
