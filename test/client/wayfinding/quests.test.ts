import { expect, test } from 'vitest';
import {
  EXPLORED,
  EXPLORED_KEY,
  parseExploration,
  playedKind,
  readExploration,
  tickOff,
} from '#client/wayfinding/explored.ts';
import { seenIn } from '#client/wayfinding/explorer.ts';
import { NAMED_ISLANDS } from '#client/wayfinding/islands.ts';
import { chanceStep, reasonsFor } from '#client/wayfinding/quest-words.ts';
import { createQuestState, Quests } from '#client/wayfinding/quests.ts';
import { PEDESTAL_SPOTS } from '#content/world/island.ts';
import { DimensionError } from '#shared/base/errors.ts';
import type { Offer } from '#shared/protocol/routes.ts';
import { PRACTICE_STATES } from '#shared/records/challenge.ts';

const OFFER: Omit<Offer, 'challenge'> = {
  title: 'Six Bells',
  family: 'parkour',
  state: 'frontier',
  score: 0.4,
  chance: 0.5,
  playing: [],
};

class Memory {
  readonly #kept = new Map<string, string>();
  getItem(key: string): string | null {
    return this.#kept.get(key) ?? null;
  }
  setItem(key: string, text: string): void {
    this.#kept.set(key, text);
  }
}

test('a chance is one of four plain steps, and a better one is never a lower step', () => {
  const steps = Array.from({ length: 101 }, (_, percent) => chanceStep(percent / 100));
  expect(new Set(steps)).toEqual(new Set(['rare', 'hard', 'even', 'likely']));
  expect([chanceStep(0), chanceStep(0.5), chanceStep(1)]).toEqual(['rare', 'even', 'likely']);
  const order = ['rare', 'hard', 'even', 'likely'];
  for (const [index, step] of steps.entries())
    expect(order.indexOf(step)).toBeGreaterThanOrEqual(order.indexOf(steps[index - 1] ?? 'rare'));
});

test('what speaks for an offer is said, and nothing else', () => {
  const played = new Set(['fold']);
  expect(reasonsFor(OFFER, played)).toEqual(['unsolved', 'new-kind', 'level', 'free']);
  expect(reasonsFor({ ...OFFER, state: 'solved', chance: 0.9, playing: ['Bo'] }, new Set(['parkour']))).toEqual([]);
  expect(reasonsFor(OFFER, new Set())).not.toContain('new-kind');
  for (const state of PRACTICE_STATES) expect(reasonsFor({ ...OFFER, state }, played)).not.toContain('unsolved');
});

test('the list of what was explored is parsed, never believed', () => {
  for (const text of [null, 'not json', '7', '[]', '{"done":"plaza","families":{}}'])
    expect(parseExploration(text)).toEqual({ done: new Set(), families: new Set() });
  const told = parseExploration('{"done":["sit","laurel",7,"plaza"],"families":["fold","<b>",null,"Fold"]}');
  expect([...told.done].sort()).toEqual(['plaza', 'sit']);
  expect(told.families.has('fold')).toBe(true);
  expect([...told.families].some((family) => /[^a-z-]/.test(family))).toBe(false);
});

test('steps are ticked off once, from any page of the browser, and stay', () => {
  const memory = new Memory();
  tickOff(memory, 'recording');
  tickOff(memory, 'recording');
  playedKind(memory, 'fold');
  expect(readExploration(memory)).toEqual({ done: new Set(['recording']), families: new Set(['fold']) });
  expect(JSON.parse(memory.getItem(EXPLORED_KEY) ?? '')).toEqual({ done: ['recording'], families: ['fold'] });
});

test('a browser that keeps nothing refuses nobody', () => {
  const full = {
    getItem: () => null,
    setItem: () => {
      throw new Error('full');
    },
  };
  expect(tickOff(full, 'sit').done.has('sit')).toBe(true);
});

test('islands, a work from near, and sitting together are seen', () => {
  const nothing = { sits: false, others: [], works: [] };
  for (const { name, x, z } of NAMED_ISLANDS) expect(seenIn({ ...nothing, self: { x, z } })).toEqual([name]);
  expect(seenIn({ ...nothing, self: { x: 0, z: 55 } })).toEqual([]);
  const [{ x, z } = { x: 0, z: 0 }] = PEDESTAL_SPOTS;
  const works = [{ spotKind: 'pedestal', spot: 0 }];
  expect(seenIn({ ...nothing, self: { x: x - 2, z }, works })).toContain('work');
  expect(seenIn({ ...nothing, self: { x: x - 2, z } })).not.toContain('work');
  const self = { x: 0, z: 55 };
  const others = [{ x: 1, z: 55, sits: true }];
  expect(seenIn({ self, sits: true, others, works: [] })).toEqual(['sit']);
  expect(seenIn({ self, sits: false, others, works: [] })).toEqual([]);
  expect(seenIn({ self, sits: true, others: [{ x: 9, z: 55, sits: true }], works: [] })).toEqual([]);
});

test('every step of the list is one that something ticks off', () => {
  const walked = NAMED_ISLANDS.map(({ name }): string => name);
  expect(EXPLORED.filter((step) => !walked.includes(step))).toEqual(['work', 'recording', 'sit', 'create']);
});

test('an answer that comes after the next question is not shown, and a refusal is said until an answer comes', async () => {
  const state = createQuestState();
  const answers: PromiseWithResolvers<readonly Offer[]>[] = [];
  const api = {
    offers: () => {
      const answer = Promise.withResolvers<readonly Offer[]>();
      answers.push(answer);
      return answer.promise;
    },
  };
  const quests = new Quests({ state, api, storage: null, sentenceOf: (error) => String(error) });
  const first = quests.refresh();
  const second = quests.refresh();
  answers[1]?.reject(new DimensionError('server.away', 'Away.'));
  await second;
  expect(state.problem.value).toContain('Away.');
  answers[0]?.resolve([]);
  await first;
  expect(state.offers.value).toBeNull();
  const third = quests.refresh();
  answers[2]?.resolve([]);
  await third;
  expect([state.offers.value, state.problem.value]).toEqual([[], null]);
});
