/** The create page: build a course, play it in place, publish it. */
import '#client/ui/theme.css';
import './create.css';
import { effect } from '@preact/signals';
import { render } from 'preact';
import { sayPage } from '#client/i18n/say-page.ts';
import { t } from '#client/i18n/translate.ts';
import { Api } from '#client/net/api.ts';
import { applyRememberedLook } from '#client/play/apply-look.ts';
import { rememberedName } from '#client/play/name.ts';
import { isSmall, SETTINGS_KEY, tierOf } from '#client/play/picture-settings.ts';
import { isTouched, parseSettings } from '#client/play/settings.ts';
import { browserStorage } from '#client/play/storage.ts';
import { pictureLoss } from '#client/scene/picture-loss.ts';
import { watchForNewerPage } from '#client/ui/newer-page.ts';
import { tickOff } from '#client/wayfinding/explored.ts';
import { loadDraft } from './autosave.ts';
import { CreatePage } from './create-page.tsx';
import { firstDraft } from './draft.ts';
import { Editor } from './editor.ts';
import { buildingKey } from './keys.ts';
import { CannotDraw } from './no-picture.tsx';
import { pictureOf } from './picture.ts';
import type { PieceKind } from './piece.ts';
import { Placing } from './placing.ts';
import { PlayTests } from './play-tests.ts';
import { Pointing, rayAt } from './pointing.ts';
import { Publishing } from './publishing.ts';
import type { Ray } from './ray.ts';
import { Workshop } from './workshop.ts';

watchForNewerPage(window);
applyRememberedLook(browserStorage());
sayPage(document);

const app = document.getElementById('app');
if (app === null) throw new Error('The page has no #app.');
app.textContent = '';
const canvas = document.createElement('canvas');
canvas.className = 'workshop';
// Keys belong to it while it has the focus: a screen reader hands them on.
canvas.setAttribute('role', 'application');
canvas.setAttribute('aria-label', t('create.canvas'));
canvas.tabIndex = 0;
const main = document.createElement('main');
const tools = document.createElement('div');
main.append(canvas, tools);
app.append(main);

const storage = browserStorage();
const query = new URLSearchParams(location.search);
const settings = parseSettings(storage?.getItem(SETTINGS_KEY) ?? null);
const tier = query.get('q') === 'test' ? 'test' : tierOf(settings, isSmall(window));
const editor = new Editor(storage === null ? firstDraft() : loadDraft(storage), storage);
const pictureIsLost = pictureLoss(canvas);
const workshop = openWorkshop();
const placing = new Placing(editor, workshop.orbit, sight);
const pointing = new Pointing(canvas, editor, workshop.orbit, placing);
const name = rememberedName(storage);
const tests = new PlayTests({ canvas, editor, workshop, settings, tier, name, onBuilding });

/** Signs in once, when something is first handed in. */
let signedIn: Promise<Api> | null = null;
function api(): Promise<Api> {
  signedIn ??= import('#client/play/visit.ts').then(async ({ signInAs }) => {
    const visit = await signInAs(name, () => undefined);
    return visit.api;
  });
  signedIn.catch(() => {
    signedIn = null;
  });
  return signedIn;
}
const reads = new Api(location.origin);
const publishing = new Publishing({ api, reads, storage, later: (act, ms) => void setTimeout(act, ms) });
void publishing.resume();
effect(() => {
  if (publishing.state.value.kind === 'watched') tickOff(browserStorage(), 'create');
});

/** Without WebGL there is nothing to build on: the page says so and its script ends here. */
function openWorkshop(): Workshop {
  try {
    const calm = matchMedia('(prefers-reduced-motion: reduce)');
    return new Workshop(canvas, tier, () => settings.reducedMotion || calm.matches);
  } catch (error) {
    main.className = 'waiting';
    main.textContent = '';
    render(<CannotDraw />, main);
    document.body.dataset['state'] = 'failed';
    throw error;
  }
}

/** Through the middle of what the panels leave free. */
function sight(): Ray {
  const free = (tools.querySelector('.free-view') ?? canvas).getBoundingClientRect();
  return rayAt(canvas, workshop.orbit, free.left + free.width / 2, free.top + free.height / 2);
}

function onBuilding(on: boolean): void {
  placing.take(null);
  pointing.enable(on);
  workshop.building(on);
  canvas.focus({ preventScroll: true });
  if (on) redraw();
}

/** Takes a kind in hand; the keys then belong to the building view, or Enter would press the button once more. */
function take(kind: PieceKind | null): void {
  placing.take(kind);
  canvas.focus({ preventScroll: true });
}

/** Sets the piece in hand down; the button that did it goes away. */
function setDown(keep: boolean): void {
  placing.setDown(keep);
  canvas.focus({ preventScroll: true });
}

function redraw(): void {
  const scene = pictureOf(editor.draft.value);
  if (scene !== null) workshop.show(scene);
  workshop.select(editor.piece.value);
}

effect(() => {
  const view = tests.view.value;
  document.body.dataset['state'] = view === null ? 'building' : 'testing';
  document.body.dataset['test'] = view?.phase ?? 'none';
});
effect(() => {
  const scene = pictureOf(editor.draft.value);
  if (scene !== null && !tests.isOn) workshop.show(scene);
});
effect(() => workshop.select(editor.piece.value));
effect(() => workshop.place(placing.placed.value));

const keyNeeds = { editor, orbit: workshop.orbit, placing, play: () => void tests.play(), take };
window.addEventListener('keydown', (event) => {
  if (tests.isOn ? tests.key(event) : buildingKey(event, keyNeeds)) event.preventDefault();
});
window.addEventListener('resize', () => workshop.stage.resize());

let lastMs = 0;
function frame(nowMs: number): void {
  requestAnimationFrame(frame);
  const seconds = Math.min(0.25, (nowMs - lastMs) / 1_000);
  lastMs = nowMs;
  if (tests.isOn) tests.frame(seconds, nowMs);
  else workshop.render(nowMs / 1_000);
}
requestAnimationFrame(frame);

const { touch } = tests.devices;
const thumbs = isTouched(settings.touch, isSmall(window))
  ? {
      stick: (right: number, forward: number) => touch.push(right, forward),
      hold: (button: 'jump' | 'use', down: boolean) => touch.hold(button, down),
    }
  : null;
render(
  <CreatePage
    editor={editor}
    publishing={publishing}
    tests={tests}
    placing={placing}
    orbit={workshop.orbit}
    settings={settings}
    thumbs={thumbs}
    pictureIsLost={pictureIsLost}
    onTake={take}
    onSetDown={setDown}
  />,
  tools,
);
