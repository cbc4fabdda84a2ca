import { expect, test } from 'vitest';
import { groupOf } from '#client/ui/challenge-group.ts';
import { CHALLENGE_STATES, isHeld } from '#shared/records/challenge.ts';

test('every state that is listed has its group', () => {
  const groups = Object.fromEntries(CHALLENGE_STATES.map((state) => [state, groupOf(state)]));
  expect(groups).toMatchObject({ frontier: 'open', solved: 'people', training: 'machines', review: 'coming' });
});

test('what people hold is open or done by people, and nothing else is', () => {
  for (const state of CHALLENGE_STATES)
    expect([state, /^(?:open|people)$/.test(groupOf(state))]).toEqual([state, isHeld(state)]);
});
