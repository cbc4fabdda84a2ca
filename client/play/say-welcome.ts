/** Puts the welcome into the visitor's language, with a choice of all that are spoken here. */
import { chooseLanguage, chosenLanguage, LANGUAGES, languageOf, languages } from '#client/i18n/languages.ts';
import { sayPage } from '#client/i18n/say-page.ts';
import { SPEECH } from '#client/i18n/speech.ts';
import { t } from '#client/i18n/translate.ts';
import type { Welcome } from './welcome.ts';

/** Called once the words have come. */
export function sayWelcome(welcome: Welcome, page: Document, storage: Storage | null): void {
  sayPage(page);
  welcome.speak({
    island: t('walk-in.island'),
    sky: t('walk-in.sky'),
    shaders: t('walk-in.shaders'),
    ready: t('walk-in.ready'),
    key: t('walk-in.key'),
    'sign-in': t('walk-in.sign-in'),
    join: t('walk-in.join'),
    // The reason comes later; its place is kept.
    broken: t('walk-in.broken', { reason: '{reason}' }),
  });
  const choice = page.getElementById('language');
  if (!(choice instanceof HTMLSelectElement) || languages().length < 2) return;
  for (const language of languages()) {
    const option = page.createElement('option');
    option.value = language;
    option.lang = language;
    option.textContent = LANGUAGES[language];
    option.selected = language === (chosenLanguage(storage) ?? SPEECH.language);
    choice.append(option);
  }
  choice.setAttribute('aria-label', t('language'));
  choice.hidden = false;
  choice.addEventListener('change', () => {
    chooseLanguage(storage, languageOf(choice.value));
    location.reload();
  });
}
