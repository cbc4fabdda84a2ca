/** Who is in the list of people: whoever is here, and whoever was asked for after they left. */
import { expect, test } from 'vitest';
import { createHudState } from '#client/play/hud-state.ts';
import { Muted } from '#client/play/muted.ts';
import { NewsDesk } from '#client/play/news-desk.ts';
import { PeopleList } from '#client/play/people-list.ts';
import { WorldState } from '#shared/protocol/world-state.ts';

const ADA = `0x${'a'.repeat(40)}`;

test('whoever spoke and left is still listed by their name, is muted, and is heard no more when they come back', () => {
  const hud = createHudState();
  const muted = new Muted(null);
  const people = new PeopleList(hud, { state: new WorldState(), session: 'me' }, muted);
  const desk = new NewsDesk(
    hud,
    (account) => muted.has(account),
    () => undefined,
  );
  expect(desk.said({ session: 'gone', address: ADA, name: 'Ada', text: 'boo' }, false)).toBe(true);
  const [line] = hud.chat.value;
  expect(line).toMatchObject({ name: 'Ada', speaker: ADA });
  people.list();
  expect(hud.persons.value).toEqual([]);
  people.pick(ADA, 'Ada');
  people.list();
  expect(hud.persons.value).toMatchObject([{ session: null, address: ADA, name: 'Ada', muted: false }]);
  people.mute(ADA, true);
  expect(hud.persons.value).toMatchObject([{ address: ADA, muted: true }]);
  expect(desk.said({ session: 'again', address: ADA, name: 'Ada', text: 'boo' }, false)).toBe(false);
});

test('nobody opens the list for what they said themselves, nor for the guide and the news', () => {
  const hud = createHudState();
  const desk = new NewsDesk(
    hud,
    () => false,
    () => undefined,
  );
  desk.said({ session: 'me', address: ADA, name: 'Ada', text: 'hello' }, true);
  desk.told('Pell', 'Come with me!');
  expect(hud.chat.value.map(({ speaker }) => speaker)).toEqual([null, null]);
});
