import { expect, test } from 'vitest';
import { PartyLine } from '#client/net/party-line.ts';
import { fromBase64, toBase64 } from '#shared/base/hash.ts';
import type { ClientMessage, PartyNews } from '#shared/protocol/messages.ts';

const NEWS: PartyNews = {
  challenge: 'a'.repeat(64),
  phase: 'running',
  round: 1,
  starts: 2,
  members: [],
  inMs: 0,
  judged: false,
  sentence: '',
};

/** A line that may be broken, and what was asked over it. */
function lineOf(state: { broken: boolean }) {
  const asked: { readonly type: ClientMessage; readonly body: Readonly<Record<string, unknown>> }[] = [];
  const line = new PartyLine(async (type, body) => {
    asked.push({ type, body });
    if (state.broken) return { ok: false, code: 'join.away', sentence: 'The line is broken.' };
    return { ok: true, value: {} } as never;
  });
  const ticks = () =>
    asked
      .filter(({ type }) => type === 'steps')
      .map(({ body }) => [body['from'], [...fromBase64(String(body['bytes']))]]);
  return { line, asked, ticks };
}

test('one’s own part goes out every third tick, tick by tick, and the rest when the run ends', () => {
  const { line, ticks } = lineOf({ broken: false });
  for (let tick = 1; tick <= 7; tick++) line.push(1, [tick, tick + 100]);
  line.flush();
  expect(ticks()).toEqual([
    [0, [1, 101, 2, 102, 3, 103]],
    [3, [4, 104, 5, 105, 6, 106]],
    [6, [7, 107]],
  ]);
  // The next round begins with its own first tick.
  for (let tick = 1; tick <= 3; tick++) line.push(2, [tick]);
  expect(ticks().at(-1)).toEqual([0, [1, 2, 3]]);
});

test('the first run of the next party begins with its own first tick, whatever the last party left behind', () => {
  const { line, ticks } = lineOf({ broken: false });
  line.told(NEWS);
  for (let tick = 1; tick <= 4; tick++) line.push(1, [tick]);
  line.told({ ...NEWS, phase: 'ended', sentence: 'Bo has left.' });
  line.told({ ...NEWS, phase: 'gathering', round: 0 });
  line.told(NEWS);
  for (let tick = 1; tick <= 3; tick++) line.push(1, [tick + 10]);
  expect(ticks()).toEqual([
    [0, [1, 2, 3]],
    [0, [11, 12, 13]],
  ]);
});

test('what got no answer goes out again when the same session is back, after asking what was missed', async () => {
  const state = { broken: false };
  const { line, asked, ticks } = lineOf(state);
  line.told(NEWS);
  for (let tick = 0; tick < 3; tick++) line.push(1, [1]);
  await Promise.resolve();
  state.broken = true;
  for (let tick = 0; tick < 6; tick++) line.push(1, [2]);
  await new Promise((resolve) => setImmediate(resolve));
  state.broken = false;
  asked.length = 0;
  line.resume();
  expect(asked[0]).toEqual({ type: 'tell-again', body: {} });
  expect(ticks()).toEqual([
    [3, [2, 2, 2]],
    [6, [2, 2, 2]],
  ]);
  await new Promise((resolve) => setImmediate(resolve));
  asked.length = 0;
  line.resume();
  expect(ticks()).toEqual([]);
});

test('only who waits when the line breaks waits again: a run that is over meanwhile opens no other party', async () => {
  const { line, asked } = lineOf({ broken: false });
  const heard: PartyNews[] = [];
  line.onNews((news) => heard.push(news));
  line.told({ ...NEWS, phase: 'gathering', round: 0 });
  line.resume();
  line.told(NEWS);
  line.resume();
  expect(asked.map(({ type }) => type)).toEqual(['gather', 'tell-again']);
  line.told({ ...NEWS, phase: 'gathering', round: 0 });
  expect(asked.at(-1)).toEqual({ type: 'part', body: {} });
  expect(heard.map(({ phase }) => phase)).toEqual(['gathering', 'running', 'ended']);
  expect(line.news).toBeNull();
});

test('who is back where no party is known hears that it is over', async () => {
  const line = new PartyLine(async () => ({ ok: false, code: 'party.none', sentence: 'You are in no party.' }));
  const heard: PartyNews[] = [];
  line.onNews((news) => heard.push(news));
  line.told(NEWS);
  line.resume();
  await new Promise((resolve) => setImmediate(resolve));
  expect(heard.at(-1)).toMatchObject({ phase: 'ended', sentence: 'You are in no party.' });
});

test('what others played is kept until it is asked for, only of this round and only while there is a party', () => {
  const { line } = lineOf({ broken: false });
  const piece = { round: 1, by: 1, from: 0, bytes: 'AAAA' };
  line.heard(piece);
  expect(line.drain(1)).toEqual([]);
  line.told(NEWS);
  line.heard(piece);
  line.heard({ ...piece, from: 3 });
  expect(line.drain(1)).toHaveLength(2);
  expect(line.drain(1)).toEqual([]);
  line.heard(piece);
  line.told({ ...NEWS, round: 2 });
  expect(line.drain(2)).toEqual([]);
});

test('what a broken line swallowed is waited for, and then all of it comes in order', () => {
  const { line } = lineOf({ broken: false });
  const members = [
    { session: 'a', name: 'Ada', lanes: [0, 2] },
    { session: 'b', name: 'Bo', lanes: [1] },
  ];
  line.told({ ...NEWS, starts: 3, members });
  const piece = (by: number, from: number, ...bytes: number[]) => ({
    round: 1,
    by,
    from,
    bytes: toBase64(Uint8Array.from(bytes)),
  });
  const told = () => line.drain(1).map(({ by, from }) => [by, from]);
  line.heard(piece(0, 0, 1, 2, 3, 4));
  line.heard(piece(1, 0, 1, 2, 3));
  expect(told()).toEqual([
    [0, 0],
    [1, 0],
  ]);
  line.heard(piece(0, 5, 1, 2));
  line.heard(piece(1, 3, 4));
  expect(told()).toEqual([[1, 3]]);
  line.heard(piece(0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9));
  expect(told()).toEqual([
    [0, 0],
    [0, 5],
  ]);
  expect(told()).toEqual([]);
});

test('the verdict is asked for again while the judge is away or the line is broken, and what is final ends it', async () => {
  const pauses: number[] = [];
  const asked: unknown[] = [];
  const verdict = { ok: true, value: { holds: true } };
  const lineThat = (...answers: unknown[]) =>
    new PartyLine(
      async (type, body) => {
        asked.push([type, body]);
        return (answers.length > 1 ? answers.shift() : answers[0]) as never;
      },
      async (ms) => void pauses.push(ms),
    );
  const no = (code: string) => ({ ok: false, code, sentence: 'Not now.' });
  expect(await lineThat(no('pool.full'), no('door.busy'), no('join.away'), verdict).arrived(4)).toEqual(verdict);
  expect(asked).toEqual(Array(4).fill(['arrived', { round: 4 }]));
  expect(pauses).toHaveLength(3);
  expect(await lineThat(no('run.none'), verdict).arrived(4)).toMatchObject({ code: 'run.none' });
  asked.length = 0;
  expect(await lineThat(no('pool.closed')).arrived(4)).toMatchObject({ code: 'pool.closed' });
  expect(asked.length).toBeGreaterThan(5);
});

test('a line that is back asks for the verdict at once', async () => {
  const answers = [
    { ok: false, code: 'join.away', sentence: 'Broken.' },
    { ok: true, value: {} },
  ];
  const line = new PartyLine(
    async () => answers.shift() as never,
    () => new Promise(() => undefined),
  );
  const asked = line.arrived(1);
  await new Promise((resolve) => setImmediate(resolve));
  line.resume();
  expect(await asked).toMatchObject({ ok: true });
});

test('a world that was restarted knows no parties, and the page is told so once', () => {
  const { line, asked } = lineOf({ broken: false });
  const heard: PartyNews[] = [];
  line.onNews((news) => heard.push(news));
  line.told(NEWS);
  line.lose();
  line.lose();
  expect(heard.map(({ phase }) => phase)).toEqual(['running', 'ended']);
  line.resume();
  expect(asked).toEqual([]);
});
