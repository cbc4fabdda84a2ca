/** What every language has to hold to. */
import { describe, expect, test } from 'vitest';
import { ENGLISH } from '#client/i18n/english.ts';
import { type Language, languages, pickLanguage } from '#client/i18n/languages.ts';
import { type Dictionary, speechOf } from '#client/i18n/speech.ts';

/** Texts that are right as they are in English: names, units, and words that both languages share. */
const SAME: Readonly<Record<Exclude<Language, 'en'>, readonly string[]>> = {
  es: [
    'atelier.sign',
    'compass.east',
    'compass.metres',
    'compass.north',
    'compass.south',
    'consent.no',
    'feed.record',
    'gate.record-row',
    'host.megabytes',
    'key-name.ctrl',
    'person.line',
    'place.numbered',
    'records-map.record-of',
    'settings.degrees',
    'settings.percent',
    'unit.minutes',
    'unit.seconds',
    'watch.beside.record',
  ],
  de: [
    'atelier.sign',
    'compass.metres',
    'compass.north',
    'compass.south',
    'compass.west',
    'feed.record',
    'gate.record-row',
    'host.megabytes',
    'piece.start',
    'piece.wind',
    'place.numbered',
    'records-map.record-of',
    'settings.degrees',
    'settings.percent',
    'unit.seconds',
    'watch.beside.record',
  ],
};

/** Short texts that may be long: they stand in lists and lines that wrap, not in bars of buttons. */
const LONG: Readonly<Record<Exclude<Language, 'en'>, readonly string[]>> = {
  es: [
    'people.mute-whom',
    'act.left',
    'act.turn-left',

    'act.restart',
    'create.press.use',
    'bench',
    'records-map.up',
  ],
  de: [
    'doing.making',
    'people.mute-whom',
    'key',
    'act.back',
    'act.left',
    'act.right',
    'act.restart',
    'caption.gate',
    'create.section.publish',
    'create.press.use',
    'create.publish',
    'bench.unit.agreement',
    'history.title',
    'history.unit.agreement',
  ],
};

/** A text of so many letters fits every button. */
const FITS = 13;
const SHORT = 20;
const GROWTH = 1.6;

type Said = Dictionary[keyof Dictionary];

const KEYS = Object.keys(ENGLISH).filter((key): key is keyof Dictionary => key in ENGLISH);

function forms(said: Said): readonly string[] {
  return typeof said === 'string' ? [said] : [said.one, said.other];
}

function placeholders(text: string): readonly string[] {
  return [...new Set(text.match(/\{\w+\}/g) ?? [])].toSorted();
}

/** The placeholders of a phrase as a whole: a form for one may write "one" instead of the number. */
function allPlaceholders(said: Said): readonly string[] {
  return [...new Set(forms(said).flatMap(placeholders))].toSorted();
}

describe.each(languages().filter((language) => language !== 'en'))('%s', (language) => {
  const spoken = speechOf(language);

  test('says every key of English and no other', async () => {
    expect(Object.keys((await spoken).words).toSorted()).toEqual(KEYS.toSorted());
  });

  test('keeps the variables and the plural forms of English', async () => {
    const { words } = await spoken;
    for (const key of KEYS) {
      const [ours, theirs] = [words[key], ENGLISH[key]];
      expect(typeof ours, key).toBe(typeof theirs);
      expect(allPlaceholders(ours), key).toEqual(allPlaceholders(theirs));
      const [last, english] = [forms(ours).at(-1) ?? '', forms(theirs).at(-1) ?? ''];
      expect(placeholders(last), key).toEqual(placeholders(english));
      expect(last.includes('♪'), key).toBe(english.includes('♪'));
    }
  });

  test('has no empty text, no markup and no space too many', async () => {
    for (const [key, said] of Object.entries((await spoken).words))
      for (const text of forms(said)) {
        expect(text.trim(), key).not.toBe('');
        expect(text, key).not.toMatch(/[<>]|\$\{|undefined| {2}/);
        expect(text.trim(), key).toBe(text);
      }
  });

  test('leaves no text in English, but for names, units and shared words', async () => {
    const { words } = await spoken;
    const same = KEYS.filter((key) => JSON.stringify(words[key]) === JSON.stringify(ENGLISH[key]));
    expect(same.toSorted()).toEqual(SAME[language].toSorted());
  });

  test('keeps short texts short', async () => {
    const { words } = await spoken;
    const long = KEYS.filter((key) => {
      const english = Math.max(...forms(ENGLISH[key]).map((text) => text.length));
      const ours = Math.max(...forms(words[key]).map((text) => text.length));
      return english <= SHORT && ours > Math.max(FITS, GROWTH * english);
    });
    expect(long.toSorted()).toEqual(LONG[language].toSorted());
  });

  test('knows the forms that its plural rules ask for', async () => {
    const { plurals } = await spoken;
    expect(plurals.select(1)).toBe('one');
    for (const count of [0, 2, 5, 21, 100]) expect(plurals.select(count)).toBe('other');
  });
});

test('a visitor from Mexico or Austria is spoken to in the language of their browser', () => {
  expect(pickLanguage(null, ['es-MX', 'en'])).toBe('es');
  expect(pickLanguage(null, ['de-AT'])).toBe('de');
  expect(pickLanguage('en', ['de-AT'])).toBe('en');
  expect(pickLanguage(null, ['fr', 'it'])).toBe('en');
});

test('numbers, dates and lists follow the language', async () => {
  const [spanish, german] = [await speechOf('es'), await speechOf('de')];
  expect(german.hundredths.format(12.35)).toBe('12,35');
  expect(german.numbers.format(1_200)).toBe('1.200');
  expect(german.lists.format(['Ada', 'Bo', 'Cleo'])).toBe('Ada, Bo und Cleo');
  expect(spanish.hundredths.format(3)).toBe('3,00');
  expect(spanish.lists.format(['Ada', 'Bo'])).toBe('Ada y Bo');
});
