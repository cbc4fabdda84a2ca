/** Says in the page's language what stands in its own HTML, which is written in English. */
import { SPEECH } from './speech.ts';
import { t } from './translate.ts';

/** Elements name their phrase in `data-say`, what screen readers hear of them in `data-say-label`. */
export function sayPage(page: Document): void {
  page.documentElement.lang = SPEECH.language;
  for (const element of page.querySelectorAll<HTMLElement>('[data-say]')) {
    const phrase = phraseOf(element.dataset['say']);
    if (phrase !== null) element.textContent = t(phrase);
  }
  for (const element of page.querySelectorAll<HTMLElement>('[data-say-label]')) {
    const phrase = phraseOf(element.dataset['sayLabel']);
    if (phrase !== null) element.setAttribute('aria-label', t(phrase));
  }
}

function phraseOf(key: string | undefined): Parameters<typeof t>[0] | null {
  return Object.keys(SPEECH.words).find((phrase): phrase is Parameters<typeof t>[0] => phrase === key) ?? null;
}
