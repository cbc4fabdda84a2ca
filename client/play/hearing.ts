/** Brings sound to a visit: loaded after the first step, fed once a frame, told what happens. */
import type { WorldScene } from '#client/scene/world-scene.ts';
import type { Ear, Place } from '#client/sound/mixer.ts';
import type { Soundscape } from '#client/sound/soundscape.ts';
import type { Cue } from '#client/sound/voices.ts';
import type { Bodies } from './bodies.ts';
import type { HudState } from './hud-state.ts';
import type { RememberedSettings } from './remembered-settings.ts';
import type { WorldView } from './world-view.ts';

/** What sound needs of the page. */
export interface HearingNeeds {
  readonly hud: HudState;
  readonly settings: RememberedSettings;
  readonly scene: WorldScene;
  readonly view: WorldView;
  readonly bodies: Bodies;
}

/** Height of a gate's middle, where its hum comes from, m. */
const GATE_MIDDLE = 4.8;

/** Silent until the sound has come, and for ever where a browser has none. */
export class Hearing {
  readonly #needs: HearingNeeds;
  #soundscape: Soundscape | null = null;
  #gates: readonly Place[] = [];
  #knownGates: WorldView['gates'] = [];
  #checkpoint = 0;
  #falls = 0;

  constructor(needs: HearingNeeds) {
    this.#needs = needs;
    // Where it does not arrive, the page says so for all its parts, and stays silent.
    this.#open().catch(() => undefined);
  }

  /** Once a frame. */
  frame(onIsland: boolean, seconds: number): void {
    const { scene, view, bodies } = this.#needs;
    if (this.#soundscape === null) return;
    if (view.gates !== this.#knownGates) {
      this.#knownGates = view.gates;
      this.#gates = view.gates.map(({ x, z }) => ({ x, y: GATE_MIDDLE, z }));
    }
    const { x, y, z } = scene.camera.eye.position;
    const ear: Ear = { x, y, z, yaw: scene.camera.view.yaw };
    this.#soundscape.frame({ ear, bodies: bodies.drawn, gates: this.#gates, onIsland }, seconds);
  }

  /** Something happened. */
  cue(cue: Cue, at: Place | null = null): void {
    this.#soundscape?.cue(cue, at);
  }

  async #open(): Promise<void> {
    const { hud, settings } = this.#needs;
    const { openSoundscape } = await import('#client/sound/soundscape.ts');
    const soundscape = openSoundscape((lines) => {
      if (settings.now.value.captions || lines.length === 0) hud.captions.value = lines;
    });
    if (soundscape === null) return;
    this.#soundscape = soundscape;
    settings.now.subscribe(({ volume, ambience, captions }) => {
      soundscape.setVolumes({ all: volume, ambience });
      if (!captions) hud.captions.value = [];
    });
    const show = () => void soundscape.setShown(document.visibilityState === 'visible');
    for (const press of ['pointerdown', 'keydown'] as const) window.addEventListener(press, () => soundscape.wake());
    document.addEventListener('visibilitychange', show);
    show();
    hud.run.subscribe((run) => {
      if (run === null || run.phase === 'ready' || run.phase === 'opening') {
        this.#checkpoint = 0;
        this.#falls = 0;
        return;
      }
      if (run.checkpoint > this.#checkpoint) this.cue('checkpoint');
      if (run.falls > this.#falls) this.cue('fall');
      this.#checkpoint = run.checkpoint;
      this.#falls = run.falls;
    });
    let ended = false;
    hud.outcome.subscribe((outcome) => {
      if (outcome !== null && !ended) this.cue(outcome.ended === 'goal' ? 'goal' : 'problem');
      ended = outcome !== null;
    });
  }
}
