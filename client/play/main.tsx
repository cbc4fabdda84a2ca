/** The play page: from a link to walking in one click. */
import '#client/ui/theme.css';
import './play.css';
import { effect } from '@preact/signals';
import { render } from 'preact';
import { t } from '#client/i18n/translate.ts';
import { Game, sentenceOf } from './game.ts';
import type { HudActions } from './hud-actions.ts';
import { createHudState } from './hud-state.ts';
import { rememberedName, rememberName } from './name.ts';
import { RememberedSettings } from './settings.ts';
import { browserStorage } from './storage.ts';
import { WalkIn } from './walk-in.tsx';

function element<T extends Element>(id: string, kind: new () => T): T {
  const found = document.getElementById(id);
  if (found instanceof kind) return found;
  throw new Error(`The page has no #${id}.`);
}

const query = new URLSearchParams(location.search);
const storage = browserStorage();
const hud = createHudState(rememberedName(storage));
const settings = new RememberedSettings(storage, matchMedia('(prefers-reduced-motion: reduce)').matches);
const canvas = element('world', HTMLCanvasElement);
const game = new Game({ hud, settings, canvas, test: query.get('q') === 'test', gate: query.get('gate') });
hud.touch.value = matchMedia('(pointer: coarse)').matches;

const raised = game.raise();
const actions: HudActions = {
  walkIn: (name) => {
    rememberName(storage, name);
    hud.name.value = name;
    void game.walkIn(name, raised);
  },
  open: (panel) => void game.open(panel),
  close: () => {
    hud.panel.value = null;
  },
  say: async (text) => {
    const reply = await game.client?.chat(text);
    return reply === undefined || reply.ok ? null : reply.sentence;
  },
  emote: (emote) => void game.client?.emote(emote),
  openGate: (challenge) => void game.openGate(challenge),
  playCard: () => void game.playCard(),
  restart: () => game.restart(),
  leaveCourse: () => game.leaveCourse(),
  keyText: () => game.visit?.key.exportText() ?? null,
  bringKey: async (text) => {
    try {
      const { takeKey } = await import('./visit.ts');
      await takeKey(text);
    } catch (error) {
      return sentenceOf(error);
    }
    setTimeout(() => location.reload(), 800);
    return null;
  },
  chat: (open) => {
    hud.chatOpen.value = open;
  },
  stick: (right, forward) => game.devices.touch.push(right, forward),
  hold: (button, down) => game.devices.touch.hold(button, down),
};

effect(() => {
  document.body.dataset['state'] = hud.phase.value;
});
effect(() => {
  const run = hud.run.value;
  const outcome = hud.outcome.value;
  const judged = outcome !== null && (outcome.result !== null || outcome.problem !== null);
  document.body.dataset['run'] = outcome !== null ? (judged ? 'judged' : 'judging') : (run?.phase ?? 'none');
});
effect(() => {
  const { fraction, label } = hud.progress.value;
  element('progress', HTMLProgressElement).value = fraction;
  element('progress-text', HTMLElement).textContent = label === '' ? t('progress.scene') : label;
});
effect(() => {
  const phase = hud.phase.value;
  if (phase !== 'walking') return;
  const welcome = document.getElementById('welcome');
  if (welcome !== null) {
    welcome.style.opacity = '0';
    welcome.style.pointerEvents = 'none';
    // Out of the way of keyboards and screen readers as soon as it is faded.
    setTimeout(() => welcome.remove(), 500);
  }
});

render(<WalkIn hud={hud} actions={actions} />, element('walk-in', HTMLElement));
raised
  .then(async () => {
    document.body.dataset['shown'] = '';
    if (hud.phase.value === 'loading') {
      hud.phase.value = 'ready';
      hud.progress.value = { fraction: 1, label: t('progress.ready') };
    }
    const { Hud } = await import('./hud.tsx');
    render(<Hud hud={hud} actions={actions} settings={settings} />, element('hud', HTMLElement));
    if (query.get('test') === '1') (await import('./test-hook.ts')).openTestHook(game);
    // What the first step needs comes while the visitor reads the card.
    void import('./visit.ts');
  })
  .catch((error: unknown) => {
    hud.phase.value = 'failed';
    hud.problem.value = t('progress.failed', { reason: sentenceOf(error) });
  });
