/** Starts the game over a picture: signals, panels, hands; everything that is not needed for the first picture. */

import { effect } from '@preact/signals';
import { render } from 'preact';
import { refusalInWords } from '#client/i18n/heard.ts';
import { formerKeys } from '#client/net/guest-key.ts';
import type { WorldClient } from '#client/net/world-client.ts';
import type { WorldScene } from '#client/scene/world-scene.ts';
import type { FrameLoop } from './frame-loop.ts';
import { Game } from './game.ts';
import { Hud } from './hud.tsx';
import type { HudActions } from './hud-actions.ts';
import { createHudState, type HudState } from './hud-state.ts';
import { isSmall, isSparing } from './picture-settings.ts';
import { RememberedSettings } from './remembered-settings.ts';
import { sentenceOf } from './sentence-of.ts';
import { isTouched } from './settings.ts';
import type { Visit } from './visit.ts';
import type { Welcome } from './welcome.ts';

/** What the page hands over. */
export interface StartNeeds {
  readonly scene: WorldScene;
  readonly loop: FrameLoop;
  readonly visit: Visit;
  readonly client: WorldClient;
  readonly welcome: Welcome;
  readonly storage: Storage | null;
  /** The tier of the picture stands in the address: it stays. */
  readonly forced: boolean;
  /** Opens `window.__game`. */
  readonly hook: boolean;
  /** The challenge of the link that was followed, whose card opens at once. */
  readonly gate: string | null;
}

/** From here on the visitor walks. */
export async function startGame(needs: StartNeeds): Promise<void> {
  const { welcome, loop, gate } = needs;
  const page = document.getElementById('hud');
  if (page === null) throw new Error('The page has no #hud.');
  const hud = createHudState();
  const settings = new RememberedSettings(needs.storage, matchMedia('(prefers-reduced-motion: reduce)').matches);
  const game = new Game({ hud, settings, canvas: welcome.canvas, ...needs });
  settings.now.subscribe((now) => {
    loop.spares = isSparing(now, needs.forced);
    hud.touch.value = isTouched(now.touch, isSmall(window));
  });
  if (needs.hook) (await import('./test-hook.ts')).openTestHook(game);
  loop.frame = (nowMs, seconds) => game.frame(nowMs, seconds);
  render(<Hud hud={hud} actions={actionsOf(game)} settings={settings} />, page);
  followState(hud, welcome);
  needs.scene.loadRest();
  if (gate !== null) void game.gate.open(gate);
}

/** The page's own attributes say where the visit stands, for styles and tests. */
function followState(hud: HudState, welcome: Welcome): void {
  effect(() => {
    document.body.dataset['state'] = hud.phase.value;
    if (hud.phase.value === 'walking') welcome.leave();
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
  const actions: HudActions = {
    open: (panel) => void game.panels.open(panel),
    close: () => {
      hud.panel.value = null;
    },
    say: async (text) => {
      const reply = await game.client.chat(text);
      return reply.ok ? null : refusalInWords(reply);
    },
    follow: (session) => game.autopilot.follow(session),
    track: (place) => game.autopilot.track(place),
    walkTo: (place) => game.autopilot.walkTo(place),
    halt: () => game.autopilot.halt(),
    mapPage: () => game.pages.map(actions),
    questPage: () => game.pages.quests({ ...actions, askAgain: () => void game.quests.refresh() }),
    openPerson: (address, name) => game.panels.openPerson(address, name),
    mute: (account, muted) => game.people.mute(account, muted),
    report: async (account, reason, words) => {
      const reply = await game.client.report(account, reason, words);
      return reply.ok ? null : refusalInWords(reply);
    },
    gesture: (gesture) => void game.client.gesture(gesture),
    wear: (work) => game.worn.wear(work),
    worn: () => game.worn.work,
    wearable: () => [...game.client.state.works.values()].map(({ id, title, maker }) => ({ id, title, maker })),
    swatch: (work) => game.wardrobe.picture(work),
    openGate: (challenge) => void game.gate.open(challenge),
    playCard: () => void game.gate.play(),
    race: (attempt) => void game.gate.race(attempt),
    gather: () => void game.gate.gather(),
    setOff: () => void game.gathering.setOff(),
    stopWaiting: () => game.gathering.stop(),
    dismissHints: () => game.dismissHints(),
    hintsAgain: () => {
      hud.panel.value = null;
      game.hints.again();
    },
    takePhotos: () => void game.photos.begin(),
    leavePhoto: () => game.photos.leave(),
    restart: () => game.outing.restart(),
    switchOver: () => game.outing.switchOver(),
    leaveCourse: () => game.outing.leave(),
    consent: game.consent,
    ownTries: () => game.visit.api.ownAttempts(),
    keyText: () => game.visit.key.exportText(),
    formerKeys: () => formerKeys(game.visit.key.address),
    bringKey: async (text, sure) => {
      try {
        const { takeKey } = await import('./visit.ts');
        const other = await takeKey(text, game.visit.key.address, sure);
        if (other !== null) return { kind: 'asks', account: other };
      } catch (error) {
        return { kind: 'refused', sentence: sentenceOf(error) };
      }
      setTimeout(() => location.reload(), 800);
      return { kind: 'taken' };
    },
    chat: (open) => {
      hud.chatOpen.value = open;
    },
    stick: (right, forward) => game.devices.touch.push(right, forward),
    hold: (button, down) => game.devices.touch.hold(button, down),
  };
  return actions;
}
