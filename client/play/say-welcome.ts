/** Puts the welcome into the visitor's language. */
import { sayPage } from '#client/i18n/say-page.ts';
import { t } from '#client/i18n/translate.ts';
import type { Welcome } from './welcome.ts';

/** Called once the words have come. */
export function sayWelcome(welcome: Welcome, page: Document): void {
  sayPage(page);
  welcome.speak({
    ready: t('walk-in.ready'),
    key: t('walk-in.key'),
    'sign-in': t('walk-in.sign-in'),
    join: t('walk-in.join'),
    // The reason comes later; its place is kept.
    broken: t('walk-in.broken', { reason: '{reason}' }),
    'no-webgl': t('walk-in.no-webgl'),
    records: t('walk-in.records'),
  });
}
