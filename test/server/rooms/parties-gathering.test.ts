/** Gathering for a run together: who waits, who may begin, and who is kept apart. */
import { expect, test } from 'vitest';
import { APART_MINUTES } from '#server/rooms/kept-apart.ts';
import { PATIENCE_MS } from '#shared/protocol/wire.ts';
import { COUNTDOWN_MS, code, FOUR, openParties, PAIR } from '#test/support/parties.ts';

test('who comes first waits, who comes last starts the countdown, and a third opens a party of their own', () => {
  const { parties, ada, bo, cleo, last, waits } = openParties();
  parties.gather(ada, PAIR);
  expect(last(ada)).toMatchObject({ phase: 'gathering', starts: 2, members: [{ name: 'Ada', lanes: [] }] });
  expect(parties.gathering()).toHaveLength(1);
  parties.gather(bo, PAIR);
  for (const seat of [ada, bo])
    expect(last(seat)).toMatchObject({
      phase: 'running',
      round: 1,
      inMs: COUNTDOWN_MS,
      members: [
        { name: 'Ada', lanes: [0] },
        { name: 'Bo', lanes: [1] },
      ],
    });
  parties.gather(cleo, PAIR);
  expect(last(cleo)).toMatchObject({ phase: 'gathering', members: [{ name: 'Cleo' }] });
  expect(last(ada)?.members).toHaveLength(2);
  // Only who found nobody waits.
  expect(waits).toEqual(['Ada', 'Cleo']);
});

test('who waits may leave, and who gathers elsewhere has left', () => {
  const { parties, ada, bo, last } = openParties();
  parties.gather(ada, FOUR);
  parties.gather(bo, FOUR);
  parties.part(ada);
  expect(last(bo)).toMatchObject({ phase: 'gathering', members: [{ name: 'Bo' }] });
  parties.gather(bo, PAIR);
  expect(parties.gathering().map(({ course }) => course.starts)).toEqual([2]);
  parties.part(bo);
  expect(parties.gathering()).toEqual([]);
  expect(code(() => parties.setOff(bo))).toBe('party.none');
  bo.isGone = true;
  parties.gather(bo, PAIR);
  expect(parties.gathering()).toEqual([]);
});

test('only the first begins with fewer than there are starts, never alone, and leads those that nobody took', () => {
  const { parties, ada, bo, last } = openParties();
  parties.gather(ada, FOUR);
  expect(code(() => parties.setOff(ada))).toBe('party.few');
  parties.gather(bo, FOUR);
  expect(code(() => parties.setOff(bo))).toBe('party.first');
  parties.setOff(ada);
  expect(last(bo)).toMatchObject({ phase: 'running', members: [{ lanes: [0, 2, 3] }, { lanes: [1] }] });
});

test('who has waited for half a minute begins too, though another came first', () => {
  const { parties, ada, bo, last, pass } = openParties();
  parties.gather(ada, FOUR);
  pass(PATIENCE_MS);
  parties.gather(bo, FOUR);
  pass(PATIENCE_MS - 1);
  expect(code(() => parties.setOff(bo))).toBe('party.first');
  pass(1);
  parties.setOff(bo);
  expect(last(ada)).toMatchObject({ phase: 'running', members: [{ lanes: [0, 2, 3] }, { lanes: [1] }] });
});

test('who ended the run of others does not gather with them for ten minutes, but with anybody else', () => {
  const { parties, ada, bo, cleo, last, pass } = openParties();
  parties.gather(ada, PAIR);
  parties.gather(bo, PAIR);
  parties.part(bo);
  parties.gather(ada, PAIR);
  parties.gather(bo, PAIR);
  for (const seat of [ada, bo]) expect(last(seat)).toMatchObject({ phase: 'gathering', members: [{}] });
  parties.gather(cleo, PAIR);
  expect(last(ada)).toMatchObject({ phase: 'running', members: [{ name: 'Ada' }, { name: 'Cleo' }] });
  pass(APART_MINUTES * 60_000);
  // Neither of them played, so nobody is to blame.
  expect(last(cleo)).toMatchObject({ phase: 'ended', sentence: expect.stringMatching(/over for all\.$/) });
  parties.gather(ada, PAIR);
  expect(last(bo)).toMatchObject({ phase: 'running', members: [{ name: 'Bo' }, { name: 'Ada' }] });
});
