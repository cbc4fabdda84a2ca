/** When there is nothing to build on: a browser that cannot draw, and one that has stopped drawing. */
import './no-picture.css';
import { t } from '#client/i18n/translate.ts';

/** Without WebGL: what it lacks, and where one can go without it. */
export function CannotDraw() {
  return (
    <section class="panel cannot-draw stack">
      <h1>{t('create')}</h1>
      <p role="alert">{t('create.no-webgl')}</p>
      <OtherPages />
    </section>
  );
}

/** The pages beside this one. */
export function OtherPages() {
  return (
    <nav class="row wrap other-pages" aria-label={t('page.elsewhere')}>
      <a class="button quiet" href="/">
        {t('create.island')}
      </a>
      <a class="button quiet" href="/records">
        {t('create.records')}
      </a>
    </nav>
  );
}

/** The graphics card gave up. Only where the draft is kept does drawing anew, which opens the page again, lose nothing. */
export function PictureLost({ kept }: { readonly kept: boolean }) {
  return (
    <div class="panel picture-lost stack" role="alert" data-picture="lost">
      <p>{t(kept ? 'create.picture-lost' : 'create.picture-lost.unkept')}</p>
      {kept ? (
        <button type="button" onClick={() => location.reload()}>
          {t('picture.again')}
        </button>
      ) : null}
    </div>
  );
}
