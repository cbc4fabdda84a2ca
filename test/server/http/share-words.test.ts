/** What a shared link says in the languages of the pages: the same words as the client's, and the language that is asked for. */
import { mkdir, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import express from 'express';
import { expect, onTestFinished, test } from 'vitest';
import { languages } from '#client/i18n/languages.ts';
import { speechOf } from '#client/i18n/speech.ts';
import type { HttpNeeds } from '#server/http/needs.ts';
import { SHARE_LANGUAGES, SHARE_WORDS, shareNames, shareSentence, shareValue } from '#server/http/share-words.ts';
import { watchPage, wordsOf } from '#server/http/watch-page.ts';
import { parseAddress, parseAttemptId, parseChallengeId } from '#shared/base/ids.ts';
import type { JudgedAttempt } from '#shared/records/attempt.ts';
import { straightTape } from '#test/browser/support/straight-course.ts';
import { scratchFolder } from '#test/support/scratch.ts';

const ATTEMPT: JudgedAttempt = {
  id: parseAttemptId('a'.repeat(64)),
  challenge: parseChallengeId('b'.repeat(64)),
  actor: { kind: 'person', address: parseAddress(`0x${'1'.repeat(40)}`), name: 'Ada', host: false },
  ...{ class: 'live', payload: straightTape(), wallMs: 0, receivedAtMs: 0 },
  verdict: { ok: true, value: 252, unit: 'tick', digest: 'c'.repeat(64), cpuMs: 1 },
};

test('links are told in every language of the pages, with their words for units and makers', async () => {
  expect(SHARE_LANGUAGES).toEqual(languages());
  for (const language of SHARE_LANGUAGES) {
    const { words } = await speechOf(language);
    const { units, value } = SHARE_WORDS[language];
    for (const [unit, said] of Object.entries(units)) expect(words).toHaveProperty([`unit.${unit}`], said);
    expect(value).toBe(words['watch.value']);
    const variables = { names: 'Ada', title: 'One gap' };
    for (const key of ['tryOf', 'description', 'picture'] as const)
      expect(shareSentence(language, key, variables)).not.toContain('{');
  }
});

test('values have the decimal mark and the plural of the language, and other units stay as they are', () => {
  expect(shareValue('de', 252, 'tick')).toBe('4,20 s');
  expect(shareValue('en', '-1.25', 'energy')).toBe('-1.25 energy');
  expect(shareValue('es', '-1.25', 'energy')).toBe('-1,25 de energía');
  expect([shareValue('de', 1, 'contact'), shareValue('de', 12, 'contact')]).toEqual(['1 Kontakt', '12 Kontakte']);
  expect(shareValue('de', 3, 'toString')).toBe('3 toString');
});

test('a title is told whole in each language, and what names say in braces stays', () => {
  const titles = SHARE_LANGUAGES.map((language) => wordsOf(ATTEMPT, 'One gap', '', language).title);
  expect(titles).toEqual(['One gap: 4.20 s by Ada', 'One gap: 4,20 s de Ada', 'One gap: 4,20 s von Ada']);
  const [bo, cleo] = [{ name: '{value}' }, { name: 'Cleo' }];
  expect(shareNames('de', [bo, cleo])).toBe('{value} und Cleo');
  expect(shareSentence('de', 'value', { value: '1', names: '{value}' })).toBe('1 von {value}');
});

test('the page answers in the language that the browser asks for, and says that it does', async () => {
  const clientDir = await scratchFolder();
  await mkdir(clientDir, { recursive: true });
  await writeFile(join(clientDir, 'watch.html'), '<html><head><title>Watch</title></head></html>');
  const challenge = { title: 'One gap', state: 'frontier' };
  const store = { attempt: async () => ATTEMPT, challenge: async () => challenge };
  const app = express();
  await watchPage(app, { clientDir, store, publicUrl: 'http://x', trustedProxy: null } as unknown as HttpNeeds);
  const server = app.listen(0);
  onTestFinished(() => {
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const asking = async (asked: string) => {
    const headers = { 'accept-language': asked };
    const response = await fetch(`http://localhost:${port}/watch/${ATTEMPT.id}`, { headers });
    const page = await response.text();
    return {
      title: /<title>(.*) · /.exec(page)?.[1],
      locale: /og:locale" content="(.*)"/.exec(page)?.[1],
      page,
      response,
    };
  };
  const german = await asking('fr, de-AT;q=0.9, en;q=0.5');
  expect(german).toMatchObject({ title: 'One gap: 4,20 s von Ada', locale: 'de_DE' });
  expect(german.page).toContain(`picture.png?lang=de"`);
  expect(german.response.headers.get('vary')).toContain('Accept-Language');
  expect(await asking('es')).toMatchObject({ title: 'One gap: 4,20 s de Ada', locale: 'es_ES' });
  for (const asked of ['fr', '*', 'en-US', ';;;', '']) {
    const english = await asking(asked);
    expect(english).toMatchObject({ title: 'One gap: 4.20 s by Ada', locale: 'en_GB' });
    expect(english.page).toContain('picture.png"');
  }
});
