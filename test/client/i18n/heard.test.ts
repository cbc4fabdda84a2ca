/** What the world says itself, said again in the other languages. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { patternsOf } from '#client/i18n/heard-patterns.ts';
import { languages } from '#client/i18n/languages.ts';
import { speechOf } from '#client/i18n/speech.ts';
import { lineRule } from '#content/families/points/line-rule.ts';
import { planeRule } from '#content/families/points/plane-rule.ts';
import { familySentences } from './family-sentences.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** Everything that can say a sentence, with strings that were broken over lines in one piece. */
const SPOKEN = ['server', 'shared', 'content', 'client/net', 'client/workbench']
  .flatMap((folder) => readdirSync(`${ROOT}${folder}`, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => readFileSync(`${entry.parentPath}/${entry.name}`, 'utf8'))
  .join('\n')
  .replace(/['`] \+\s*\n?\s*['`]/g, '');

describe.each(languages().filter((language) => language !== 'en'))('%s', (language) => {
  const spoken = speechOf(language);

  test('knows only sentences that the world says, word for word', async () => {
    const { heard } = await spoken;
    const { tasks, others } = await familySentences();
    const said = [SPOKEN, ...tasks, ...others, ` ${lineRule.fault}.`, ` ${planeRule.fault}.`].join('\n');
    const sentences = Object.keys(heard.sentences);
    expect(sentences.length).toBeGreaterThan(80);
    const unsaid = sentences.flatMap((sentence) =>
      sentence.split(/\{\w+\}/).filter((part) => /\w{2}/.test(part) && !said.includes(part)),
    );
    expect(unsaid).toEqual([]);
  });

  test('keeps the variables of every sentence', async () => {
    for (const [sentence, text] of Object.entries((await spoken).heard.sentences)) {
      const variables = (of: string) => (of.match(/\{\w+\}/g) ?? []).toSorted();
      expect(variables(text), sentence).toEqual(variables(sentence));
      expect(text.trim()).not.toBe('');
    }
  });

  test('knows only codes with which the world refuses', async () => {
    const codes = Object.keys((await spoken).heard.refusals);
    expect(codes.length).toBeGreaterThan(60);
    expect(codes.filter((code) => !SPOKEN.includes(`'${code}'`))).toEqual([]);
  });

  test('every sentence is found by its own pattern, with other words for its variables', async () => {
    const { heard } = await spoken;
    const patterns = patternsOf(heard.sentences);
    for (const [sentence, text] of Object.entries(heard.sentences)) {
      const said = sentence.replace(/\{(\w+)\}/g, '7 x');
      expect(patterns.find(({ pattern }) => pattern.test(said))?.text, sentence).toBe(text);
    }
  });
});
