import { expect, test } from 'vitest';
import { groupOf, place, ticks } from '#client/records/placing.ts';
import { parseAddress, parseChallengeId } from '#shared/base/ids.ts';
import type { ChallengeCard } from '#shared/protocol/routes.ts';
import { CHALLENGE_STATES, type ChallengeState } from '#shared/records/challenge.ts';
import { UNRATED } from '#shared/records/rating.ts';
import { standingOf } from '#shared/records/standing.ts';

const RULES = { kind: 'record', better: 'higher', limit: null, published: null, proven: false, record: null } as const;

function card(state: ChallengeState, cpuSeconds: number, attempts: number): ChallengeCard {
  const run = { solver: 's', release: 1, seed: '1', budgetCpuSeconds: 10, steps: 1, solved: false, progress: 0 };
  return {
    id: parseChallengeId('0'.repeat(64)),
    file: { family: 'fold', rules: 1, instance: {} },
    title: 'A',
    state,
    creator: parseAddress(`0x${'0'.repeat(40)}`),
    witnessHash: null,
    machine: [
      { ...run, cpuSeconds },
      { ...run, cpuSeconds },
    ],
    changedAtMs: 0,
    ...{ creatorName: '', task: '', science: '', hand: 'moves', starts: 1, unit: 'contact', records: [], attempts },
    ...{ playing: [], novelty: null, standing: standingOf([], RULES) },
    difficulty: { people: UNRATED, machines: UNRATED, gap: null },
  };
}

test('what machines spent leads to the right, tries lead upwards, and nothing leaves the map', () => {
  const placed = place([card('frontier', 0, 0), card('frontier', 10, 3), card('solved', 5_000, 4_000)]);
  expect(placed.map(({ cpuSeconds, tries }) => [cpuSeconds, tries])).toEqual([
    [0, 0],
    [20, 3],
    [10_000, 4_000],
  ]);
  const [first, second, third] = placed;
  expect([first?.x, first?.y, third?.x, third?.y]).toEqual([0, 0, 1, 1]);
  expect(second?.x).toBeGreaterThan(0.3);
  expect(second?.x).toBeLessThan(0.4);
  expect(ticks(10_000).map(({ value }) => value)).toEqual([1, 10, 100, 1_000, 10_000]);
  expect(ticks(10_000).at(-1)?.at).toBe(1);
});

test('every state that is listed has its group', () => {
  const groups = Object.fromEntries(CHALLENGE_STATES.map((state) => [state, groupOf(state)]));
  expect(groups).toMatchObject({ frontier: 'open', solved: 'people', training: 'machines', review: 'coming' });
});
