/** The play page: raises the picture, lets the visitor in, then brings the game; each only when it is needed. */
import '#client/ui/theme.css';
import './play.css';
import { chooseLanguage, chosenLanguage, pickLanguage } from '#client/i18n/languages.ts';
import type { WorldScene } from '#client/scene/world-scene.ts';
import { watchForNewerPage } from '#client/ui/newer-page.ts';
import { pictureProblem, savesData, whyNoPicture } from './abilities.ts';
import { FrameLoop } from './frame-loop.ts';
import { rememberedName, rememberName } from './name.ts';
import { isSmall, isSparing, parsePicture, SETTINGS_KEY, tierOf } from './picture-settings.ts';
import { browserStorage } from './storage.ts';
import { Welcome } from './welcome.ts';

watchForNewerPage(window);

const query = new URLSearchParams(location.search);
const storage = browserStorage();
const welcome = new Welcome(document, rememberedName(storage));
const forced = (['test', 'low', 'medium', 'high'] as const).find((name) => name === query.get('q')) ?? null;
/** Where the eye stands while the visitor reads the welcome: over the plaza, towards the lagoon and the Core. */
const EYE = [7, 7.2, 25] as const;
const TARGET = [-1, 6.5, -20] as const;

async function raise(): Promise<{ readonly scene: WorldScene; readonly loop: FrameLoop }> {
  const { createWorldScene } = await import('#client/scene/world-scene.ts');
  const settings = parsePicture(storage?.getItem(SETTINGS_KEY) ?? null);
  const scene = await createWorldScene(welcome.canvas, {
    quality: forced ?? tierOf(settings, isSmall(window)),
    onProgress: (fraction, step) => welcome.building(0.1 + 0.9 * fraction, step),
  });
  scene.camera.hold(EYE, TARGET);
  scene.render(performance.now() / 1_000, 0);
  addEventListener('resize', () => scene.resize());
  const loop = new FrameLoop((nowMs, seconds) => scene.render(nowMs / 1_000, seconds));
  loop.spares = isSparing(settings, forced !== null);
  welcome.shown();
  scene.warm();
  void fetchAhead();
  return { scene, loop };
}

/**
 * What coming in needs arrives while the visitor reads the card; and if they read on, the game, which is asked for last,
 * and not by whoever saves data.
 */
async function fetchAhead(): Promise<void> {
  try {
    await import('./visit.ts');
    if (welcome.waits && !savesData(navigator)) await import('./start.tsx');
  } catch {
    // Whoever walks in asks again, and is told.
  }
}

const missing = whyNoPicture(window);
const raised = missing === null ? raise() : Promise.reject(missing);
raised.catch((error: unknown) => welcome.cannot(pictureProblem(error)));
// The card stands in English in the page itself: only other languages fetch their words before one walks in.
const language = pickLanguage(chosenLanguage(storage), navigator.languages);
welcome.offerLanguages(language, (chosen) => {
  chooseLanguage(storage, chosen);
  location.reload();
});
if (language !== 'en')
  import('./say-welcome.ts').then(
    ({ sayWelcome }) => sayWelcome(welcome, document),
    // Then the card stays in English.
    () => undefined,
  );

// A pad tells of itself with the first press of a button.
addEventListener(
  'gamepadconnected',
  () => {
    if (document.body.dataset['state'] === 'walking') return;
    import('./pad-at-welcome.ts').then(
      ({ padAtWelcome }) => padAtWelcome(window),
      // Then keys and pointers walk in.
      () => undefined,
    );
  },
  { once: true },
);

welcome.onWalkIn(async (name) => {
  rememberName(storage, name);
  try {
    const { enterWorld, signInAs } = await import('./visit.ts');
    const visit = await signInAs(name, (step) => welcome.step(step));
    // Nobody stands on the island who cannot see it.
    const { scene, loop } = await raised;
    welcome.step('join');
    const client = await enterWorld(visit);
    performance.mark('joined');
    // Only on the machine that runs the world: whoever visits it from elsewhere plays with their hands.
    const hook = query.get('test') === '1' && ['localhost', '127.0.0.1', '[::1]'].includes(location.hostname);
    const gate = query.get('gate');
    try {
      const { startGame } = await import('./start.tsx');
      await startGame({ scene, loop, visit, client, welcome, storage, forced: forced !== null, hook, gate });
    } catch (error) {
      void client.leave();
      throw error;
    }
  } catch (error) {
    // Without its words the page can still say what the error says itself.
    const words = await import('./sentence-of.ts').catch(() => null);
    welcome.problem(words?.sentenceOf(error) ?? String(error));
  }
});
