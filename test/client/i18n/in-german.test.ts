/** A page as a visitor from Austria has it. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { familySentences } from './family-sentences.ts';

type Heard = typeof import('#client/i18n/heard.ts');
type Words = typeof import('#client/i18n/translate.ts');
let heard: Heard;
let words: Words;

beforeAll(async () => {
  // The language is chosen once a page: this is another page.
  vi.stubGlobal('window', {});
  vi.stubGlobal('navigator', { languages: ['de-AT', 'en'] });
  vi.resetModules();
  heard = await import('#client/i18n/heard.ts');
  words = await import('#client/i18n/translate.ts');
});

afterAll(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

test('numbers and values are written as in German', () => {
  expect(words.t('people', { count: 1 })).toBe('1 Mensch hier');
  expect(words.t('people', { count: 1_200 })).toBe('1.200 Menschen hier');
  expect(words.ticksAsTime(741)).toBe('12,35 s');
  expect(words.ticksAsTime(4_200)).toBe('1 Min. 10,00 s');
  expect(words.valueInWords('7', 'contact')).toBe('7 Kontakte');
  expect(words.valueInWords('3004.612345678901', 'energy')).toBe('3004,612345678901 Energie');
});

test('a refusal is said with its facts where its sentence is known, else by its code, else as it came', () => {
  const { refusalInWords } = heard;
  expect(
    refusalInWords({ code: 'party.first', sentence: 'Who came first begins; after 30 seconds anybody may.' }),
  ).toBe('Wer zuerst da war, gibt das Zeichen; nach 30 Sekunden dürfen es alle.');
  expect(refusalInWords({ code: 'door.limit', sentence: 'Any other words.' })).toBe(
    'Das war zu oft; warte einen Moment und versuch es wieder.',
  );
  expect(refusalInWords({ code: 'constructor', sentence: 'Any other words.' })).toBe('Any other words.');
});

test('a verdict, news and the word that a run broke off keep names, titles and values', () => {
  const { heardInWords } = heard;
  expect(heardInWords('Ada moved the frontier: "The {name} Gap" in 12.35 s.')).toBe(
    'Ada hat die Grenze bewegt: „The {name} Gap“ in 12,35 s.',
  );
  expect(heardInWords('It holds: 47 contacts. To beat is 48 contacts, by Bo.')).toBe(
    'Es hält: 47 Kontakte. Zu schlagen ist 48 Kontakte, von Bo.',
  );
  expect(heardInWords('Machines can do "Gap" now. Ada held it for 3 days with 9.00 s: three cheers!')).toBe(
    'Maschinen können „Gap“ jetzt. Ada hat es 3 Tage lang mit 9,00 s gehalten: Hut ab!',
  );
  expect(heardInWords('(0, 1, 2), (1, 1, 1) and (2, 1, 0) lie on one line.')).toBe(
    '(0, 1, 2), (1, 1, 1) und (2, 1, 0) liegen auf einer Geraden.',
  );
  expect(
    heardInWords(
      'Ada has left, so the run is over for all. For 10 minutes they and the others do not gather together again.',
    ),
  ).toBe(
    'Ada ist gegangen, darum ist der Lauf für alle vorbei. Für 10 Minuten kommen sie und die anderen nicht wieder zusammen.',
  );
  expect(heardInWords('Nobody ever said this.')).toBe('Nobody ever said this.');
});

test('every task and every sentence of science has German words', async () => {
  const { tasks, others } = await familySentences();
  expect(tasks.length).toBeGreaterThan(20);
  for (const task of tasks) {
    expect(heard.taskInWords(task)).not.toBe(task);
    expect(heard.taskInWords(task)).not.toMatch(/\b(the|and|or|of|with|through|push)\b/);
  }
  // Names of those who proved a limit are the same in every language.
  const names = /^(?:[A-Z][^ ]* )+.*\d{4}$/;
  expect(others.filter((sentence) => heard.heardInWords(sentence) === sentence && !names.test(sentence))).toEqual([]);
  expect(heard.taskInWords('Reach the goal as fast as you can, mind the wind.')).toBe(
    'Lauf so schnell du kannst zum Ziel, achte auf den Wind.',
  );
  expect(heard.taskInWords('Reach the goal as fast as you can, tame the dragon.')).toBe(
    'Reach the goal as fast as you can, tame the dragon.',
  );
});

test('keys are called what is written on them', async () => {
  const { keyWords } = await import('#client/i18n/key-words.ts');
  expect(['Ctrl Z', 'Space', 'PgUp', 'Esc', '← →'].map(keyWords)).toEqual([
    'Strg Z',
    'Leertaste',
    'Bild ↑',
    'Esc',
    '← →',
  ]);
});
