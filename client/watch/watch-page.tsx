/** The page of a recorded attempt: the picture with its player, and beside it what it was. */
import type { ReadonlySignal, Signal } from '@preact/signals';
import { t } from '#client/i18n/translate.ts';
import { AskAgain } from '#client/ui/ask-again.tsx';
import { PageHead } from '#client/ui/page-head.tsx';
import { AboutCard } from './about-card.tsx';
import { ControlBar } from './control-bar.tsx';
import { FlyPad } from './fly-pad.tsx';
import type { Watching } from './watching.ts';

/** Where the page stands. */
export interface WatchPhase {
  readonly phase: Signal<'loading' | 'ready' | 'failed'>;
  /** Why it failed. */
  readonly sentence: Signal<string>;
  readonly watching: Signal<Watching | null>;
  /** The browser has taken the picture away. */
  readonly pictureIsLost: ReadonlySignal<boolean>;
}

interface WatchPageProps extends WatchPhase {
  /** What is drawn on; it is the same as long as the page is open. */
  readonly canvas: HTMLCanvasElement;
  readonly link: string;
  /** Fetches it once more. */
  readonly onAgain: () => void;
}

/** Loading, failed and ready are said in words; a way back stands in each. */
export function WatchPage({ phase, sentence, watching, pictureIsLost, canvas, link, onAgain }: WatchPageProps) {
  const now = watching.value;
  return (
    <main class="watch">
      <PageHead title={now?.watched.card.title ?? t('watch')} />
      {phase.value === 'loading' ? (
        <p role="status" class="panel card">
          {t('watch.loading')}
        </p>
      ) : null}
      {phase.value === 'failed' ? <Failed sentence={sentence.value} onAgain={onAgain} /> : null}
      <div class="watch-parts" hidden={now === null}>
        <section class="watch-stage" aria-label={t('watch.stage')}>
          <div class="screen" ref={(box) => box?.prepend(canvas)}>
            {now === null ? null : <Names watching={now} />}
            {now === null ? null : <FlyPad watching={now} />}
            {pictureIsLost.value ? <NoPicture /> : null}
          </div>
          {now === null ? null : <ControlBar watching={now} />}
        </section>
        {now === null ? null : <AboutCard watching={now} link={link} />}
      </div>
    </main>
  );
}

function Failed({ sentence, onAgain }: { readonly sentence: string; readonly onAgain: () => void }) {
  return (
    <section class="panel card stack" role="alert">
      <h2>{t('watch.cannot')}</h2>
      <p>{sentence}</p>
      <p class="row wrap">
        <AskAgain sentence={sentence} onAgain={onAgain} />
        <a class="button main" href="/records">
          {t('watch.back')}
        </a>
      </p>
    </section>
  );
}

/** The graphics card gave up; everything but the picture goes on. */
function NoPicture() {
  return (
    <div class="panel no-picture stack" role="alert" data-picture="lost">
      <p>{t('watch.picture-lost')}</p>
      <button type="button" onClick={() => location.reload()}>
        {t('picture.again')}
      </button>
    </div>
  );
}

/** Over each of two pictures, whose it is. */
function Names({ watching }: { readonly watching: Watching }) {
  const rival = watching.rival.value;
  if (!watching.split.value || rival === null) return null;
  return (
    <div class="halves-names">
      <span class="chip">{watching.names[watching.who.value] ?? ''}</span>
      <span class="chip">{rival.kind === 'machine' ? rival.solver : rival.name}</span>
    </div>
  );
}
