/** The play page: raises the picture first, then the game; who clicks early walks in as soon as both are there. */
import '#client/ui/theme.css';
import './play.css';
import type { WorldScene } from '#client/scene/world-scene.ts';
import { rememberedName, rememberName } from './name.ts';
import { parseSettings, SETTINGS_KEY } from './settings.ts';
import type { StartedGame } from './start.tsx';
import { browserStorage } from './storage.ts';
import { Welcome } from './welcome.ts';

const query = new URLSearchParams(location.search);
const storage = browserStorage();
const welcome = new Welcome(document, rememberedName(storage));
const forced = (['test', 'low', 'medium', 'high'] as const).find((name) => name === query.get('q')) ?? null;
/** Where the eye stands while the visitor reads the welcome: over the plaza, towards the lagoon and the Core. */
const EYE = [7, 7.2, 25] as const;
const TARGET = [-1, 6.5, -20] as const;

async function raise(): Promise<WorldScene> {
  const { createWorldScene } = await import('#client/scene/world-scene.ts');
  const { quality } = parseSettings(storage?.getItem(SETTINGS_KEY) ?? null);
  const scene = await createWorldScene(welcome.canvas, {
    quality: forced ?? (quality === 'auto' ? 'medium' : quality),
    onProgress: (fraction, label) => welcome.progress(0.1 + 0.9 * fraction, `${label}…`),
  });
  scene.holdCamera(EYE, TARGET);
  scene.render(performance.now() / 1_000, 0);
  welcome.shown();
  return scene;
}

const raised = raise();
/** The game comes after the first picture, or at once for who clicks before it. */
let started: Promise<StartedGame> | null = null;
function start(): Promise<StartedGame> {
  started ??= import('./start.tsx').then(({ startGame }) =>
    startGame({
      scene: raised,
      welcome,
      storage,
      forced: forced !== null,
      hook: query.get('test') === '1',
      gate: query.get('gate'),
    }),
  );
  return started;
}

welcome.onWalkIn((name) => {
  rememberName(storage, name);
  start().then(
    (game) => game.walkIn(name),
    (error: unknown) => welcome.problem(String(error)),
  );
});
raised.then(start, (error: unknown) => welcome.broken(error instanceof Error ? error.message : String(error)));
