/** Starts the game over a picture: signals, panels, hands; everything that is not needed for the first picture. */
import { effect } from '@preact/signals';
import { render } from 'preact';
import type { WorldScene } from '#client/scene/world-scene.ts';
import { Game, sentenceOf } from './game.ts';
import { Hud } from './hud.tsx';
import type { HudActions } from './hud-actions.ts';
import { createHudState } from './hud-state.ts';
import { RememberedSettings } from './remembered-settings.ts';
import type { Welcome } from './welcome.ts';

/** What the page hands over. */
export interface StartNeeds {
  readonly scene: Promise<WorldScene>;
  readonly welcome: Welcome;
  readonly storage: Storage | null;
  /** The tier of the picture stands in the address: it stays. */
  readonly forced: boolean;
  /** Opens `window.__game`. */
  readonly hook: boolean;
  /** The challenge of the link that was followed. */
  readonly gate: string | null;
}

/** A game that waits for its visitor. */
export interface StartedGame {
  walkIn(name: string): void;
}

/** Settles as soon as a visitor may walk in; the picture may still be rising. */
export async function startGame(needs: StartNeeds): Promise<StartedGame> {
  const { welcome } = needs;
  const hud = createHudState();
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const settings = new RememberedSettings(needs.storage, still);
  const game = new Game({ hud, settings, canvas: welcome.canvas, ...needs });
  hud.touch.value = matchMedia('(pointer: coarse)').matches;
  const page = document.getElementById('hud');
  if (page === null) throw new Error('The page has no #hud.');
  render(<Hud hud={hud} actions={actionsOf(game)} settings={settings} />, page);
  followPhase(game, welcome);
  game.begin();
  if (needs.hook) (await import('./test-hook.ts')).openTestHook(game);
  // What the first step needs comes while the visitor reads the card.
  void import('./visit.ts');
  return { walkIn: (name) => void game.walkIn(name) };
}

function followPhase({ hud }: Game, welcome: Welcome): void {
  effect(() => {
    const phase = hud.phase.value;
    if (phase !== 'ready') document.body.dataset['state'] = phase;
    if (phase === 'walking') welcome.leave();
  });
  effect(() => {
    const { problem } = hud;
    if (problem.value !== null) welcome.problem(problem.value);
  });
  effect(() => {
    const step = hud.step.value;
    if (step !== '') welcome.progress(1, step);
  });
  effect(() => {
    const run = hud.run.value;
    const outcome = hud.outcome.value;
    const judged = outcome !== null && (outcome.result !== null || outcome.problem !== null);
    document.body.dataset['run'] = outcome !== null ? (judged ? 'judged' : 'judging') : (run?.phase ?? 'none');
  });
}

function actionsOf(game: Game): HudActions {
  const { hud } = game;
  return {
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
}
