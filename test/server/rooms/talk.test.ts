/** Talking in a room: what is softened, who is kept from it, and what the host hears of it. */
import { describe, expect, onTestFinished, test } from 'vitest';
import { openStore } from '#server/adapters/store/open-store.ts';
import { openWordFilter } from '#server/adapters/word-filter.ts';
import { closeReportFlow } from '#server/flows/close-report.ts';
import { silenceFlow } from '#server/flows/silence.ts';
import type { Seat } from '#server/rooms/seat.ts';
import { Talk } from '#server/rooms/talk.ts';
import type { ServerMessages } from '#shared/protocol/messages.ts';
import type { Person } from '#shared/records/actor.ts';
import { accountOf } from '#test/support/room-house.ts';
import { scratchFolder } from '#test/support/scratch.ts';

const HOUR = 3_600_000;

function person(name: string, host = false): Person {
  return { kind: 'person', address: accountOf(name), name, host };
}

function seat(who: Person): Seat {
  return { session: `session of ${who.name}`, person: who } as unknown as Seat;
}

async function room() {
  const store = await openStore({ dataDir: await scratchFolder() });
  onTestFinished(() => store.close());
  const heard: ServerMessages['said'][] = [];
  const time = { nowMs: 1_000_000 };
  const people = ['Ada', 'Bo', 'Cy'].map((name) => person(name));
  for (const { address, name } of people)
    await store.transact((tx) => tx.putPerson({ address, name, host: false, seenAtMs: 0 }));
  const talk = new Talk({
    store,
    clock: () => time.nowMs,
    filter: openWordFilter(['grumbleweed']),
    tell: (said) => heard.push(said),
    nameOf: () => null,
  });
  return { store, talk, heard, time, ada: seat(person('Ada')), bo: seat(person('Bo')), cy: seat(person('Cy')) };
}

describe('the filter', () => {
  const filter = openWordFilter(['grumbleweed']);

  test('softens what nobody should have to read, in disguise too, and the host’s own words', () => {
    for (const text of ['fuck you', 'fuuuuck', 'FUCK', 'shiiiit', 'you grumbleweed!', 'GRUMBLEWEED'])
      expect(filter.soften(text)).toContain('*');
  });

  test('softens words of the host in any script, with marks of their own, but not inside other words', () => {
    const own = openWordFilter(['zitty', '1488', 'наци', 'naïf', 'Kopf', "d'oh", 'a+b']);
    for (const text of ['Zitty', 'x 1488!', 'НАЦИ', 'naïf', 'kopf', "D'oh", 'a+b'])
      expect(own.soften(text)).toContain('*');
    expect(own.soften('Kopfkissen and 14889')).toBe('Kopfkissen and 14889');
  });

  test('leaves plain words of several languages as they are, and the length of every text', () => {
    const plain = ['Scunthorpe is a town', 'assess the class', 'Schöner Pass dort', '¿Cómo estás?', '你好', 'gg 👍'];
    for (const text of plain) expect(filter.soften(text)).toBe(text);
    expect(filter.soften('what the fuck').length).toBe('what the fuck'.length);
  });
});

test('everybody hears the softened text, the host reads what was said', async () => {
  const { talk, heard, store, ada, bo } = await room();
  await talk.say(ada, 'oh fuck off');
  expect(heard[0]).toMatchObject({ address: accountOf('Ada'), name: 'Ada' });
  expect(heard[0]?.text).toMatch(/^oh \*{4} off$/);
  await talk.report(bo, { account: accountOf('Ada'), reason: 'insult', words: 'please look' });
  const [report] = await store.reports(10);
  expect(report).toMatchObject({ accusedName: 'Ada', reporterName: 'Bo', reason: 'insult', words: 'please look' });
  expect(report?.lines.map(({ text }) => text)).toEqual(['oh fuck off']);
});

test('nobody reports themselves, a stranger, or the same person twice at once', async () => {
  const { talk, time, store, bo } = await room();
  const report = (name: string) => talk.report(bo, { account: accountOf(name), reason: 'spam', words: '' });
  await expect(report('Bo')).rejects.toMatchObject({ code: 'report.self' });
  await expect(report('Nobody')).rejects.toMatchObject({ code: 'report.unknown' });
  await report('Ada');
  await expect(report('Ada')).rejects.toMatchObject({ code: 'report.again' });
  time.nowMs += HOUR;
  await report('Ada');
  expect((await store.reports(10)).length).toBe(2);
});

test('who was silenced is not heard until the time is over or the host gives the word back', async () => {
  const { store, talk, heard, time, ada } = await room();
  const host = person('Host', true);
  const silence = (hours: number) =>
    silenceFlow(
      {
        actor: host,
        intent: { kind: 'silence', account: accountOf('Ada'), hours, reason: '' },
        atMs: time.nowMs,
      },
      { store },
    );
  await silence(2);
  await expect(talk.say(ada, 'hello')).rejects.toMatchObject({ code: 'chat.silenced' });
  expect((await store.silences(10)).map(({ name }) => name)).toEqual(['Ada']);
  time.nowMs += 2 * HOUR + 1;
  await talk.say(ada, 'hello again');
  await silence(2);
  await silence(0);
  await talk.say(ada, 'thank you');
  expect(heard.map(({ text }) => text)).toEqual(['hello again', 'thank you']);
  expect((await store.events({ subject: accountOf('Ada'), limit: 9 })).map(({ kind }) => kind)).toEqual([
    ...['unsilenced', 'silenced', 'silenced'],
  ]);
});

test('the host is never silenced, and a report is closed once', async () => {
  const { store, talk, bo } = await room();
  const host = person('Host', true);
  await store.transact((tx) => tx.putPerson({ address: host.address, name: 'Host', host: true, seenAtMs: 0 }));
  const silenceHost = silenceFlow(
    { actor: host, intent: { kind: 'silence', account: host.address, hours: 1, reason: '' }, atMs: 0 },
    { store },
  );
  await expect(silenceHost).rejects.toMatchObject({ code: 'silence.host' });
  await talk.report(bo, { account: accountOf('Ada'), reason: 'name', words: '' });
  const [report] = await store.reports(1);
  const close = () =>
    closeReportFlow({ actor: host, intent: { kind: 'close-report', report: report?.id ?? '' }, atMs: 0 }, { store });
  await close();
  await expect(close()).rejects.toMatchObject({ code: 'report.unknown' });
  expect(await store.reports(1)).toEqual([]);
});

test('only the newest lines of a speaker go with a report', async () => {
  const { talk, store, ada, bo } = await room();
  for (let line = 0; line < 30; line++) await talk.say(ada, `line ${line}`);
  await talk.report(bo, { account: accountOf('Ada'), reason: 'spam', words: '' });
  const lines = (await store.reports(1))[0]?.lines ?? [];
  expect(lines.length).toBe(12);
  expect(lines.at(-1)?.text).toBe('line 29');
});
