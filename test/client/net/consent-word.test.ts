import { expect, test } from 'vitest';
import { ConsentWord } from '#client/net/consent-word.ts';
import type { Intent } from '#shared/records/intent.ts';

/** A server that knows `said`, or is away. */
function server(said: boolean | null, isAway = false) {
  const heard: Intent[] = [];
  const word = new ConsentWord({
    profile: async () => {
      if (isAway) throw new Error('The world cannot be reached right now.');
      return { address: '', name: '', laurels: [], attempts: 1, consent: said };
    },
    intent: async (intent) => {
      if (isAway) throw new Error('The world cannot be reached right now.');
      heard.push(intent);
      return { accepted: true, id: '', sentence: 'Heard.' };
    },
  });
  return { word, heard };
}

test('the question is due only for whoever never answered, and once a visit', async () => {
  const { word } = server(null);
  expect(word.isDue).toBe(false);
  await word.learn();
  expect(word.isDue).toBe(true);
  word.leaveOpen();
  expect(word.isDue).toBe(false);
  for (const said of [true, false]) {
    const answered = server(said).word;
    await answered.learn();
    expect([answered.said.value, answered.isDue]).toEqual([said, false]);
  }
});

test('both answers reach the server as they were given', async () => {
  const { word, heard } = server(null);
  await word.learn();
  await word.say(true);
  expect(word.said.value).toBe(true);
  await word.say(false);
  expect(word.said.value).toBe(false);
  expect(word.answer.value).toEqual({ ok: true, sentence: 'Heard.' });
  expect(heard).toEqual([
    { kind: 'consent', given: true },
    { kind: 'consent', given: false },
  ]);
});

test('what the server never heard is not taken for said', async () => {
  const { word } = server(null, true);
  await word.learn();
  expect([word.said.value, word.isDue]).toEqual([undefined, false]);
  await word.say(true);
  expect(word.said.value).toBeUndefined();
  expect(word.answer.value).toMatchObject({ ok: false });
});
