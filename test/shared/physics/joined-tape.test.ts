import { expect, test } from 'vitest';
import { Rng } from '#shared/base/rng.ts';
import { JoinedTape, lanesOf } from '#shared/physics/joined-tape.ts';

const MOST = 400;

function code(act: () => void): string {
  try {
    act();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return 'none';
}

interface Piece {
  readonly lanes: readonly number[];
  readonly from: number;
  readonly bytes: Uint8Array;
}

/** What one player plays, cut into pieces of any length. */
function piecesOf(lanes: readonly number[], ticks: number, rng: Rng): Piece[] {
  const all = rng.bytes(ticks * lanes.length);
  const pieces: Piece[] = [];
  for (let from = 0; from < ticks; ) {
    const length = Math.min(rng.int(1, 9), ticks - from);
    pieces.push({ lanes, from, bytes: all.slice(from * lanes.length, (from + length) * lanes.length) });
    from += length;
  }
  return pieces;
}

/** Any order in which lines may bring them: each player's own in theirs, some twice. */
function shuffled(queues: readonly Piece[][], rng: Rng): Piece[] {
  const left = queues.map((queue) => [...queue]);
  const order: Piece[] = [];
  while (left.some((queue) => queue.length > 0)) {
    const queue = rng.pick(left.filter((one) => one.length > 0));
    const piece = queue.shift();
    if (piece === undefined) continue;
    order.push(piece);
    const again = order.filter((other) => other.lanes === piece.lanes);
    if (rng.chance(0.2)) order.push(rng.pick(again));
  }
  return order;
}

test('whatever the order of arrival, the same pieces make the same tape', () => {
  const rng = new Rng('arrivals');
  for (let round = 0; round < 60; round++) {
    const starts = rng.int(2, 4);
    const players = rng.int(2, starts);
    const queues = lanesOf(players, starts).map((lanes) => piecesOf(lanes, rng.int(1, 120), rng));
    const tapes = Array.from({ length: 4 }, () => {
      const tape = new JoinedTape(starts, MOST);
      let grown = 0;
      for (const { lanes, from, bytes } of shuffled(queues, rng)) {
        tape.take(lanes, from, bytes);
        expect(tape.ticks).toBeGreaterThanOrEqual(grown);
        grown = tape.ticks;
      }
      return tape.tapes();
    });
    const shortest = Math.min(
      ...queues.map((queue) => queue.reduce((sum, { lanes, bytes }) => sum + bytes.length / lanes.length, 0)),
    );
    expect(tapes[0]?.map((tape) => tape.length)).toEqual(Array.from({ length: starts }, () => shortest));
    for (const other of tapes) expect(other).toEqual(tapes[0]);
  }
});

test('a start that nobody took is led by the first, and everybody else has one', () => {
  expect(lanesOf(2, 2)).toEqual([[0], [1]]);
  expect(lanesOf(2, 4)).toEqual([[0, 2, 3], [1]]);
  expect(lanesOf(4, 4)).toEqual([[0], [1], [2], [3]]);
});

test('holes, halves, other bytes for the same tick and too much are refused and leave the tape as it was', () => {
  const tape = new JoinedTape(3, 10);
  expect(tape.take([0, 2], 0, Uint8Array.of(1, 2, 3, 4))).toBe(2);
  expect(tape.take([1], 0, Uint8Array.of(5, 6, 7))).toBe(3);
  expect(code(() => tape.take([1], 4, Uint8Array.of(1)))).toBe('run.gap');
  expect(code(() => tape.take([0, 2], 2, Uint8Array.of(1)))).toBe('run.chunk');
  expect(code(() => tape.take([1], 0, new Uint8Array()))).toBe('run.chunk');
  expect(code(() => tape.take([0, 2], 1, Uint8Array.of(3, 9, 1, 1)))).toBe('run.overlap');
  expect(code(() => tape.take([1], 3, new Uint8Array(8)))).toBe('run.too-long');
  expect(tape.ticks).toBe(2);
  expect(tape.tapes()).toEqual([Uint8Array.of(1, 3), Uint8Array.of(5, 6), Uint8Array.of(2, 4)]);
  // What is known and goes on is taken from where it is new.
  expect(tape.take([0, 2], 1, Uint8Array.of(3, 4, 8, 9))).toBe(1);
  expect(tape.piece([0, 2])).toEqual(Uint8Array.of(1, 2, 3, 4, 8, 9));
  expect([tape.byteAt(1, 2), tape.byteAt(1, 3), tape.lastOf(1), tape.ticks]).toEqual([7, 0, 7, 3]);
});
