/** The ways to what was just handed in and judged: watch it, or take its link along. */
import { t } from '#client/i18n/translate.ts';
import { CopyButton } from './copy-button.tsx';

/** In a tab of its own: what one is at stays where it is. */
export function WatchIt({ attempt }: { readonly attempt: string }) {
  const path = `/watch/${encodeURIComponent(attempt)}`;
  return (
    <p class="row wrap">
      <a class="button" href={path} target="_blank" rel="noopener" aria-label={t('outcome.watch-new')}>
        {t('outcome.watch')}
      </a>
      <CopyButton text={location.origin + path} label={t('outcome.copy')} done={t('outcome.copied')} class="" />
    </p>
  );
}
