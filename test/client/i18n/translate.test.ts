/** Words for people. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { BY_PAGE, ENGLISH } from '#client/i18n/english.ts';
import { languageOf, languages, pickLanguage } from '#client/i18n/languages.ts';
import { sayPage } from '#client/i18n/say-page.ts';
import { shortAddress, t, ticksAsTime, valueInWords } from '#client/i18n/translate.ts';
import { machineSentence } from '#client/ui/machine-log.tsx';

test('numbers follow their plural and variables are put in', () => {
  expect(t('people', { count: 1 })).toBe('1 person here');
  expect(t('people', { count: 1_200 })).toBe('1,200 people here');
  expect(t('gate.held', { value: '3.20 s', name: 'Ada' })).toBe('3.20 s, held by Ada.');
});

test('no phrase has markup, a forgotten placeholder form or an empty text', () => {
  for (const phrase of Object.values(ENGLISH))
    for (const text of typeof phrase === 'string' ? [phrase] : [phrase.one, phrase.other]) {
      expect(text.trim()).not.toBe('');
      expect(text).not.toMatch(/[<>]|\$\{|undefined/);
    }
});

test('a key stands in the words of one page only', () => {
  const keys = BY_PAGE.flatMap((words) => Object.keys(words));
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  expect(keys.toSorted()).toEqual(Object.keys(ENGLISH).toSorted());
});

test('a visitor gets the language they chose, else the first one of their browser that is spoken here, else English', () => {
  expect(pickLanguage(null, ['xx', 'en-US'])).toBe('en');
  expect(pickLanguage('constructor', [])).toBe('en');
  expect(languageOf('EN-gb')).toBe('en');
  expect(languageOf('')).toBe(null);
  for (const language of languages()) expect(pickLanguage(language, ['en'])).toBe(language);
});

test('ticks, values and addresses are written for people', () => {
  expect(ticksAsTime(741)).toBe('12.35 s');
  expect(ticksAsTime(4_200)).toBe('1 min 10.00 s');
  expect(ticksAsTime(7_199.8)).toBe('2 min 0.00 s');
  expect(valueInWords(120, 'tick')).toBe('2.00 s');
  expect(valueInWords('7', 'contact')).toBe('7 contacts');
  expect(shortAddress('0x1234567890abcdef1234567890abcdef12345678')).toBe('0x1234…5678');
});

test('the machines’ sentence speaks of the largest budget that failed, or the smallest that was enough', () => {
  const run = (budgetCpuSeconds: number, solved: boolean, progress: number) => ({
    solver: 'go-explore',
    release: 1,
    seed: String(budgetCpuSeconds),
    budgetCpuSeconds,
    cpuSeconds: budgetCpuSeconds,
    steps: 1,
    solved,
    progress,
  });
  expect(machineSentence([])).toContain('No machine');
  expect(machineSentence([run(1, false, 0.4), run(100, false, 0.62), run(100, false, 0.6)])).toBe(
    'go-explore tried 2 times with 100 s of CPU time each and failed every time. It came 62 % of the way.',
  );
  expect(machineSentence([run(1, false, 0.4), run(10, true, 1), run(100, true, 1)])).toBe(
    'go-explore tried once with 10 s of CPU time and got through.',
  );
});

test('what can be counted has a plural, what is measured has none', () => {
  expect(valueInWords(47, 'contact')).toBe('47 contacts');
  expect(valueInWords(1, 'point')).toBe('1 point');
  expect(valueInWords('3004.6', 'energy')).toBe('3004.6 energy');
});

test('a page says which language it speaks, and says what its own HTML names', () => {
  const [title, mark] = [{ dataset: { say: 'host.page-title' }, textContent: '' }, { dataset: { say: 'constructor' } }];
  const page = {
    documentElement: { lang: 'xx' },
    querySelectorAll: (which: string) => (which === '[data-say]' ? [title, mark] : []),
  };
  sayPage(page as unknown as Document);
  expect(page.documentElement.lang).toBe('en');
  expect(title.textContent).toBe('Host this world · Autonomous Dimension');
  expect(mark).not.toHaveProperty('textContent');
});

test('every phrase that the HTML of a page names is one that can be said', () => {
  const folder = fileURLToPath(new URL('../../../client/', import.meta.url));
  const pages = readdirSync(folder).filter((name) => name.endsWith('.html'));
  const named = pages.flatMap((name) => [
    ...readFileSync(`${folder}${name}`, 'utf8').matchAll(/data-say(?:-label)?="([^"]+)"/g),
  ]);
  expect(named.length).toBeGreaterThan(10);
  expect(named.map(([, key = '']) => key).filter((key) => !Object.hasOwn(ENGLISH, key))).toEqual([]);
});
