import { expect, test } from 'vitest';
import { FIRST_TRY_SPOT, PLAZA_GATES } from '#content/world/island.ts';
import { assignSpots } from '#server/rooms/gate-spots.ts';
import { sha256 } from '#shared/base/hash.ts';
import { type ChallengeId, parseChallengeId } from '#shared/base/ids.ts';
import type { ChallengeState } from '#shared/records/challenge.ts';

const open = (name: string, state: ChallengeState, changedAtMs: number) => ({
  id: parseChallengeId(sha256(name)),
  state,
  changedAtMs,
});
const at = (spots: ReadonlyMap<ChallengeId, number>, name: string) => spots.get(parseChallengeId(sha256(name)));

test('who has a gate keeps it, and a newcomer takes the lowest free one', () => {
  const first = assignSpots(
    [open('a', 'frontier', 1), open('b', 'training', 2), open('c', 'frontier', 3)],
    new Map(),
    4,
  );
  expect([at(first, 'a'), at(first, 'b'), at(first, 'c')]).toEqual([0, 2, 1]);
  const second = assignSpots([open('a', 'solved', 9), open('c', 'frontier', 3), open('d', 'frontier', 10)], first, 4);
  expect([at(second, 'a'), at(second, 'c'), at(second, 'd')]).toEqual([0, 1, 2]);
});

test('in a fresh world the first gates in view are the frontier, whatever opened first', () => {
  const fresh = [open('t', 'training', 1), open('s', 'solved', 2), open('f', 'frontier', 3), open('g', 'frontier', 4)];
  const spots = assignSpots(fresh, new Map(), 8);
  expect(['f', 'g', 's', 't'].map((name) => at(spots, name))).toEqual([0, 1, 2, 3]);
});

test('when all gates are taken the frontier comes first and three training gates stay', () => {
  const crowd = [
    ...['f1', 'f2', 'f3', 'f4'].map((name, index) => open(name, 'frontier', index)),
    ...['s1', 's2', 's3'].map((name, index) => open(name, 'solved', 10 + index)),
    ...['t1', 't2', 't3', 't4', 't5'].map((name, index) => open(name, 'training', 20 + index)),
  ];
  const spots = assignSpots(crowd, new Map(), 8);
  expect(spots.size).toBe(8);
  expect(new Set(spots.values()).size).toBe(8);
  for (const name of ['f1', 'f2', 'f3', 'f4', 't3', 't4', 't5']) expect(at(spots, name)).toBeDefined();
  expect(at(spots, 's3')).toBeDefined();
  expect(at(spots, 's1')).toBeUndefined();
});

const idOf = (name: string) => parseChallengeId(sha256(name));

test('what a newcomer can try stands on the plaza, as long as it can be tried', () => {
  const crowd = [
    ...Array.from({ length: 12 }, (_, index) => open(`f${index}`, 'frontier', index)),
    ...['t1', 't2'].map((name, index) => open(name, 'training', 20 + index)),
  ];
  const tries = (mayMove: boolean, ...names: readonly string[]) => ({ ids: names.map(idOf), mayMove });
  const alone = assignSpots(crowd, new Map(), 24);
  expect(at(alone, 't1')).toBeGreaterThanOrEqual(PLAZA_GATES);
  const first = assignSpots(crowd, new Map(), 24, tries(true, 't1', 't2'));
  expect(at(first, 't1')).toBe(FIRST_TRY_SPOT);
  expect(new Set(first.values()).size).toBe(crowd.length);
  // Another that is easier moves nobody, and while people are there nothing moves at all.
  expect(assignSpots(crowd, first, 24, tries(true, 't2', 't1'))).toEqual(first);
  expect(assignSpots(crowd, alone, 24, tries(false, 't1', 't2'))).toEqual(alone);
  const without = crowd.filter(({ id }) => id !== idOf('t1'));
  const left = new Map([...first].filter(([id]) => id !== idOf('t1')));
  expect(assignSpots(without, first, 24, tries(false, 't2'))).toEqual(left);
  // A new one takes the free place, and in a world that opens again somebody may make way.
  const opened = assignSpots([...without, open('t3', 'training', 30)], left, 24, tries(false, 't3', 't2'));
  expect(opened).toEqual(new Map([...left, [idOf('t3'), FIRST_TRY_SPOT]]));
  const moved = assignSpots(crowd, alone, 24, tries(true, 't1', 't2'));
  expect(at(moved, 't1')).toBe(FIRST_TRY_SPOT);
  expect(new Set(moved.values()).size).toBe(crowd.length);
  expect([...moved].filter(([id, spot]) => alone.get(id) !== spot)).toHaveLength(2);
});

test('what a newcomer can try keeps its gate however many are newer', () => {
  const crowd = [
    ...Array.from({ length: 9 }, (_, index) => open(`f${index}`, 'frontier', index)),
    ...['t1', 't2', 't3', 't4', 't5'].map((name, index) => open(name, 'training', 20 + index)),
  ];
  const first = { ids: [idOf('t1')], mayMove: true };
  expect(at(assignSpots(crowd, new Map(), 8, first), 't1')).toBe(FIRST_TRY_SPOT);
});
