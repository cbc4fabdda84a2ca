/** The page on which an attempt is watched: fetches it, then brings picture and player. */
import '#client/ui/theme.css';
import './watch.css';
import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { sayPage } from '#client/i18n/say-page.ts';
import { t } from '#client/i18n/translate.ts';
import { Api } from '#client/net/api.ts';
import { applyRememberedLook } from '#client/play/apply-look.ts';
import { FrameLoop } from '#client/play/frame-loop.ts';
import { isSmall, SETTINGS_KEY, tierOf } from '#client/play/picture-settings.ts';
import { sentenceOf } from '#client/play/sentence-of.ts';
import { parseSettings } from '#client/play/settings.ts';
import { browserStorage } from '#client/play/storage.ts';
import { pictureLoss } from '#client/scene/picture-loss.ts';
import type { QualityName } from '#client/scene/quality.ts';
import { watchForNewerPage } from '#client/ui/newer-page.ts';
import { tickOff } from '#client/wayfinding/explored.ts';
import { isDimensionError } from '#shared/base/errors.ts';
import { FullScreen } from './full-screen.ts';
import { WatchPage, type WatchPhase } from './watch-page.tsx';
import type { Watching } from './watching.ts';

watchForNewerPage(window);
applyRememberedLook(browserStorage());
sayPage(document);

const app = document.getElementById('app');
if (app === null) throw new Error('The page has no #app.');
app.textContent = '';

const id = /^\/watch\/([^/]+)\/?$/.exec(location.pathname)?.[1] ?? '';
const canvas = document.createElement('canvas');
const page: WatchPhase = {
  phase: signal<'loading' | 'ready' | 'failed'>('loading'),
  sentence: signal(''),
  watching: signal<Watching | null>(null),
  pictureIsLost: pictureLoss(canvas),
};
effect(() => {
  document.body.dataset['state'] = page.phase.value;
});
const link = `${location.origin}/watch/${encodeURIComponent(id)}`;
render(<WatchPage {...page} canvas={canvas} link={link} onAgain={() => void begin()} />, app);

const settings = parseSettings(browserStorage()?.getItem(SETTINGS_KEY) ?? null);
const calm = matchMedia('(prefers-reduced-motion: reduce)');

/** As set on the island, unless the address says it; small machines begin with little. */
function tier(): QualityName {
  const asked = new URLSearchParams(location.search).get('q');
  const forced = (['test', 'low', 'medium', 'high'] as const).find((name) => name === asked);
  if (forced !== undefined) return forced;
  return tierOf(settings, isSmall(window));
}

async function open(): Promise<void> {
  const api = new Api('');
  const [{ loadWatched }, { openShow, listenToPointer }, { Watching: Player }, { listenToKeys }] = await Promise.all([
    import('./load-watched.ts'),
    import('./open-show.ts'),
    import('./watching.ts'),
    import('./watch-keys.ts'),
  ]);
  const watched = await loadWatched(api, id);
  const still = () => settings.reducedMotion || calm.matches;
  const show = await openShow(watched, { canvas, quality: tier(), still });
  const { title } = watched.card;
  canvas.setAttribute('role', 'img');
  canvas.setAttribute(
    'aria-label',
    t(show.counts === 'ticks' ? 'watch.canvas.run' : 'watch.canvas.drawing', { title }),
  );
  const watching = new Player(watched, show, api, new FullScreen(document));
  listenToPointer(canvas, watching);
  listenToKeys(window, watching);
  document.title = `${title} · Autonomous Dimension`;
  page.watching.value = watching;
  page.phase.value = 'ready';
  tickOff(browserStorage(), 'recording');
  new FrameLoop((nowMs, seconds) => watching.frame(nowMs, seconds));
  if (show.counts === 'ticks' && !still()) watching.toggle();
}

void begin();

async function begin(): Promise<void> {
  page.phase.value = 'loading';
  try {
    await open();
  } catch (error) {
    page.sentence.value = isDimensionError(error) || !noWebGl() ? sentenceOf(error) : t('watch.no-webgl');
    page.phase.value = 'failed';
    if (!isDimensionError(error)) throw error;
  }
}

function noWebGl(): boolean {
  return document.createElement('canvas').getContext('webgl2') === null;
}
