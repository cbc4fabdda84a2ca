/** The create page: build a course, play it in place, publish it. */
import { sentenceOf } from '#client/play/sentence-of.ts';
import '#client/ui/theme.css';
import './create.css';
import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { sayPage } from '#client/i18n/say-page.ts';
import { t } from '#client/i18n/translate.ts';
import { Look } from '#client/input/look.ts';
import { Api } from '#client/net/api.ts';
import { applyRememberedLook } from '#client/play/apply-look.ts';
import { Devices } from '#client/play/devices.ts';
import { rememberedName } from '#client/play/name.ts';
import { isSmall, parseSettings, SETTINGS_KEY, tierOf } from '#client/play/settings.ts';
import { browserStorage } from '#client/play/storage.ts';
import { Avatars } from '#client/scene/avatars.ts';
import { Labels } from '#client/scene/labels.ts';
import { watchForNewerPage } from '#client/ui/newer-page.ts';
import { tickOff } from '#client/wayfinding/explored.ts';
import { Engine } from '#shared/physics/engine.ts';
import { loadDraft } from './autosave.ts';
import { CreatePage } from './create-page.tsx';
import { firstDraft } from './draft.ts';
import { Editor } from './editor.ts';
import { buildingKey } from './keys.ts';
import { pictureOf } from './picture.ts';
import { PlayTest, type PlayTestNeeds, type PlayTestView } from './play-test.ts';
import { Pointing } from './pointing.ts';
import { Publishing } from './publishing.ts';
import { Workshop } from './workshop.ts';

watchForNewerPage(window);
applyRememberedLook(browserStorage());
sayPage(document);

const app = document.getElementById('app');
if (app === null) throw new Error('The page has no #app.');
app.textContent = '';
const canvas = document.createElement('canvas');
canvas.className = 'workshop';
canvas.setAttribute('role', 'img');
canvas.setAttribute('aria-label', t('create.canvas'));
const main = document.createElement('main');
const tools = document.createElement('div');
main.append(canvas, tools);
app.append(main);

const storage = browserStorage();
const query = new URLSearchParams(location.search);
const settings = parseSettings(storage?.getItem(SETTINGS_KEY) ?? null);
const tier = query.get('q') === 'test' ? 'test' : tierOf(settings, isSmall(window));
const editor = new Editor(storage === null ? firstDraft() : loadDraft(storage), storage);
const workshop = openWorkshop();
const pointing = new Pointing(canvas, editor, workshop);
const devices = new Devices(window);
devices.setKeys(settings.keys);
devices.sensitivity = settings.sensitivity;
const engine = new Engine();
const name = rememberedName(storage);
const test = signal<PlayTestView | null>(null);
const problem = signal<string | null>(null);
let playing: PlayTest | null = null;
let starting = false;
let cast: Pick<PlayTestNeeds, 'avatars' | 'labels'> | null = null;
let look: Look | null = null;

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
    const sentence = document.createElement('p');
    sentence.setAttribute('role', 'alert');
    sentence.textContent = t('create.no-webgl');
    main.className = 'waiting';
    main.replaceChildren(sentence);
    document.body.dataset['state'] = 'failed';
    throw error;
  }
}

async function play(): Promise<void> {
  const { scene } = editor.checked.value;
  if (scene === null || playing !== null || starting) return;
  starting = true;
  problem.value = null;
  try {
    const rapier = await engine.load();
    editor.tool.value = null;
    pointing.enabled = false;
    workshop.building(false);
    workshop.stage.course.show(scene, true);
    const onClear = (tapes: readonly Uint8Array[], ticks: number) => editor.keepClear(scene, tapes, ticks);
    const { stage } = workshop;
    cast ??= {
      avatars: new Avatars(stage.shared, tier === 'medium' || tier === 'high'),
      labels: new Labels(stage.shared),
    };
    playing = new PlayTest({ stage, devices, rapier, onClear, name, ...cast }, scene);
    look = new Look(canvas, playing.follow.view, () => undefined);
    devices.release();
    test.value = playing.view();
  } catch (error) {
    problem.value = sentenceOf(error);
  } finally {
    starting = false;
  }
}

function stop(): void {
  playing?.leave();
  playing = null;
  look?.detach();
  look = null;
  test.value = null;
  pointing.enabled = true;
  workshop.building(true);
  redraw();
}

function restart(): void {
  playing?.restart();
}

function switchOver(): void {
  playing?.switchOver();
}

function redraw(): void {
  const scene = pictureOf(editor.draft.value);
  if (scene !== null) workshop.show(scene);
  workshop.select(editor.piece.value);
}

effect(() => {
  document.body.dataset['state'] = test.value === null ? 'building' : 'testing';
  document.body.dataset['test'] = test.value?.phase ?? 'none';
});
effect(() => {
  const scene = pictureOf(editor.draft.value);
  if (scene !== null && playing === null) workshop.show(scene);
});
effect(() => workshop.select(editor.piece.value));

window.addEventListener('keydown', (event) => {
  if (playing !== null) {
    if (event.code === 'KeyR') restart();
    if (event.code === 'KeyQ') switchOver();
    if (event.code === 'Escape') stop();
    if (event.code === 'F5') event.preventDefault();
    return;
  }
  const acts = {
    play: () => void play(),
    turnHand: (by: number) => {
      pointing.yaw = (((pointing.yaw + by) % 24) + 24) % 24;
    },
  };
  if (buildingKey(event, editor, workshop.orbit, acts)) event.preventDefault();
});
window.addEventListener('resize', () => workshop.stage.resize());

let lastMs = 0;
let shownMs = 0;
function frame(nowMs: number): void {
  requestAnimationFrame(frame);
  const seconds = Math.min(0.25, (nowMs - lastMs) / 1_000);
  lastMs = nowMs;
  if (playing === null) workshop.render(nowMs / 1_000);
  else {
    playing.frame(seconds, nowMs / 1_000);
    if (nowMs - shownMs > 100) {
      shownMs = nowMs;
      test.value = playing.view();
    }
  }
}
requestAnimationFrame(frame);

render(
  <CreatePage
    editor={editor}
    publishing={publishing}
    test={test}
    problem={problem}
    onPlay={() => void play()}
    onSwitch={switchOver}
    onRestart={restart}
    onStop={stop}
  />,
  tools,
);
