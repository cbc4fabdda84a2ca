/** What the pages beside the island have in common: the title with the ways out, and the word that the world is away. */
import { t } from '#client/i18n/translate.ts';

/** The title of a page, and the other pages. */
export function PageHead({ title }: { readonly title: string }) {
  return (
    <header class="row spread wrap">
      <h1>{title}</h1>
      <nav class="row" aria-label={t('page.elsewhere')}>
        <a class="button" href="/">
          {t('page.island')}
        </a>
        <a class="button" href="/create">
          {t('page.create')}
        </a>
      </nav>
    </header>
  );
}

/** The world does not answer, and why; what was shown before stays below. */
export function AwayLine({ sentence }: { readonly sentence: string }) {
  return (
    <p class="panel card bad" role="alert">
      {t('page.away')} {sentence}
    </p>
  );
}
