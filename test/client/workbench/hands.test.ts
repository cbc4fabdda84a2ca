/** The three hands without a picture: what pointer and keys make of a work, and that payloads come back as they went. */
import { describe, expect, test } from 'vitest';
import type { Gaze, Work } from '#client/workbench/hand.ts';
import { MovesHand } from '#client/workbench/moves-hand.ts';
import { PointsHand } from '#client/workbench/points-hand.ts';
import { VectorsHand } from '#client/workbench/vectors-hand.ts';
import type { Vec3 } from '#content/families/family.ts';
import { firstCrossing } from '#shared/maths/lattice.ts';
import { length } from '#shared/maths/vector.ts';

/** Looks along −Z from afar. */
const GAZE: Gaze = { eye: [0, 0, 40], right: [1, 0, 0], up: [0, 1, 0], ahead: [0, 0, -1] };
/** Straight at (x, y) of the picture. */
const at = (x: number, y: number) => ({ from: [x, y, 40] as Vec3, along: [0, 0, -1] as Vec3 });
/** Straight down onto (x, z) of a floor. */
const onto = (x: number, z: number) => ({ from: [x, 40, z] as Vec3, along: [0, -1, 0] as Vec3 });
const key = (code: string, shift = false) => ({ code, shift });

describe('lanterns', () => {
  const cube = () => new PointsHand({ hand: 'points', size: [4, 4, 4], taken: [] });

  test('a tap sets the nearest place of the lit floor and takes it away again', () => {
    const hand = cube();
    hand.goToFloor(2);
    const set = hand.tap(onto(1.3, 2.6), []);
    expect(set).toEqual([[1, 2, 3]]);
    expect(hand.tap(onto(0.8, 3.4), set)).toEqual([]);
  });

  test('a tap beside the grid changes nothing', () => {
    expect(cube().tap(onto(-0.7, 1), [])).toEqual([]);
  });

  test('a lantern that is dragged goes from place to place and never onto another', () => {
    const hand = cube();
    hand.goToFloor(0);
    const work: Work = [
      [0, 0, 0],
      [2, 0, 0],
    ];
    expect(hand.press(onto(3, 3), work)).toBe(false);
    expect(hand.press(onto(0, 0), work)).toBe(true);
    const first = hand.drag(onto(1, 0), GAZE, work);
    expect(first).toEqual([
      [2, 0, 0],
      [1, 0, 0],
    ]);
    expect(hand.drag(onto(2, 0), GAZE, first)).toBe(first);
    expect(hand.drag(onto(3, 1), GAZE, first)).toContainEqual([3, 0, 1]);
  });

  test('mirrors set every image once, also of a place on the mirror itself', () => {
    const hand = new PointsHand({ hand: 'points', size: [3, 3, 3], taken: [] });
    hand.mirror(0);
    hand.mirror(2);
    expect(hand.toggle([], [0, 0, 0])).toHaveLength(4);
    expect(hand.toggle([], [1, 0, 1])).toEqual([[1, 0, 1]]);
    expect(hand.toggle(hand.toggle([], [0, 0, 0]), [2, 0, 2])).toEqual([]);
  });

  test('arrows go as they are seen, Page Up goes a floor up, and none leaves the grid', () => {
    const hand = cube();
    for (let step = 0; step < 9; step++) hand.key(key('ArrowRight'), GAZE, []);
    for (let step = 0; step < 9; step++) hand.key(key('ArrowUp'), GAZE, []);
    for (let step = 0; step < 9; step++) hand.key(key('PageUp'), GAZE, []);
    expect(hand.cursor.value).toEqual([3, 3, 0]);
    expect(hand.key(key('Space'), GAZE, [])?.work).toEqual([[3, 3, 0]]);
    expect(hand.key(key('KeyQ'), GAZE, [])).toBeNull();
  });

  test('an upright square takes two numbers a place', () => {
    const hand = new PointsHand({ hand: 'points', size: [5, 5], taken: [[2, 2]] });
    const work = hand.tap(at(4.2, 0.9), []);
    expect(hand.payloadOf(work)).toEqual({ kind: 'points', points: [[4, 1]] });
    expect(hand.workOf(hand.payloadOf(work))).toEqual(work);
    expect(hand.tap(at(2, 2), work)).toBe(work);
  });
});

describe('a chain', () => {
  const hand = () => new MovesHand({ hand: 'moves', beads: 'HPPHPPHPPH', lattice: 'cubic', start: 'RRRULLLUR' });

  test('follows the bead that is dragged and never crosses itself', () => {
    const chain = hand();
    let work = chain.first;
    expect(chain.press(at(1, 2), work)).toBe(true);
    expect(chain.chosen.value).toBe(9);
    for (const [x, y] of [
      [1, 3],
      [2, 4],
      [3, 3],
      [4, 2],
      [5, 1],
    ] as const) {
      work = chain.drag(at(x, y), GAZE, work);
      expect(firstCrossing(work)).toBeNull();
    }
    expect(work).not.toEqual(chain.first);
    expect(chain.workOf(chain.payloadOf(work))).toHaveLength(10);
  });

  test('is taken by no ray that passes it by', () => {
    expect(hand().press(at(8, 8), hand().first)).toBe(false);
  });

  test('is pulled by arrows the way they point', () => {
    const chain = hand();
    chain.choose(4);
    const up = chain.key(key('ArrowUp'), GAZE, chain.first)?.work ?? [];
    expect(up[9]?.[1]).toBeGreaterThan(chain.first[9]?.[1] ?? 0);
    const near = chain.key(key('PageDown'), GAZE, chain.first)?.work ?? [];
    expect(near[9]?.[2]).toBeGreaterThan(0);
  });

  test('turned four times by a quarter lies as before; twice, it lies on itself', () => {
    const chain = hand();
    const turns = [1, 2, 3, 4].reduce<Work[]>(
      (list) => [...list, chain.turned(list.at(-1) ?? [], GAZE, 1)],
      [chain.first],
    );
    expect(turns[4]).toEqual(chain.first.map((place) => place.map((part) => expect.closeTo(part))));
    expect(firstCrossing(turns[2] ?? [])).not.toBeNull();
    expect(chain.turned(turns[1] ?? [], GAZE, -1).map(String)).toEqual(chain.first.map(String));
  });

  test('keeps to its plane on the square', () => {
    const flat = new MovesHand({ hand: 'moves', beads: 'HHHH', lattice: 'square', start: 'RRR' });
    const slanted: Gaze = { ...GAZE, right: [0.1, 0, 0.99], ahead: [-0.99, 0, 0.1] };
    expect(flat.key(key('PageUp'), slanted, flat.first)).toBeNull();
    flat.choose(1);
    expect(flat.turned(flat.first, slanted, 1).every(([, , z]) => z === 0)).toBe(true);
  });

  test('a payload of another length is no work', () => {
    expect(hand().workOf({ kind: 'moves', moves: 'RR' })).toBeNull();
    expect(hand().workOf({ kind: 'points', points: [] })).toBeNull();
  });
});

describe('beacons', () => {
  const start = [
    ['0', '0', '1'],
    ['0', '1', '0'],
    ['0', '0', '-1'],
  ];
  const hand = () => new VectorsHand({ hand: 'vectors', start, weights: [1, 2, 1] });

  test('are taken only where they are seen, and slide along the ball', () => {
    const ball = hand();
    expect(ball.press(at(0, 0), ball.first)).toBe(true);
    expect(ball.chosen.value).toBe(0);
    const work = ball.drag(at(0.6, 0), GAZE, ball.first);
    expect(work[0]?.map((part) => part.toFixed(6))).toEqual(['0.600000', '0.000000', '0.800000']);
    expect(work.slice(1)).toEqual(ball.first.slice(1));
  });

  test('stay on the ball when the pointer leaves it', () => {
    const ball = hand();
    ball.press(at(0, 0), ball.first);
    const [place] = ball.drag(at(5, 5), GAZE, ball.first);
    expect(length(place ?? [0, 0, 0])).toBeCloseTo(1, 12);
  });

  test('are pushed by arrows as one looks, more finely with Shift', () => {
    const ball = hand();
    const coarse = ball.key(key('ArrowRight'), GAZE, ball.first)?.work[0]?.[0] ?? 0;
    const fine = ball.key(key('ArrowRight', true), GAZE, ball.first)?.work[0]?.[0] ?? 0;
    expect(coarse).toBeGreaterThan(fine);
    expect(fine).toBeGreaterThan(0);
  });

  test('come back from their decimals as they went', () => {
    const ball = hand();
    const work = ball.shaken(ball.first, () => 0.3);
    const back = ball.workOf(ball.payloadOf(work)) ?? [];
    for (const [index, place] of work.entries())
      for (const axis of [0, 1, 2] as const) expect(back[index]?.[axis]).toBeCloseTo(place[axis], 14);
  });

  test('a heavy one says so', () => {
    const ball = hand();
    ball.choose(1);
    expect(ball.says(ball.first)).toContain('weighs 2');
  });
});
