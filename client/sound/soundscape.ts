/** Everything that is heard in the world, from one call a frame: steps, the island, what happens, and its captions. */
import type { AvatarDraw } from '#client/scene/flock.ts';
import { Ambience } from './ambience.ts';
import { type Caption, Captions } from './captions.ts';
import { Footfalls } from './footfalls.ts';
import { type Ear, Mixer, type Place, type Volumes } from './mixer.ts';
import { surfaceAt } from './surface.ts';
import { type Cue, chime, leap, tread } from './voices.ts';

/** What there is to hear in a frame. */
export interface Heard {
  readonly ear: Ear;
  readonly bodies: readonly AvatarDraw[];
  /** Places of open gates. */
  readonly gates: readonly Place[];
  /** False on a course and at a workbench. */
  readonly onIsland: boolean;
}

/** Opens the sound, silent until `wake` is called from within a click or a key; null where the browser has none. */
export function openSoundscape(captions: (lines: readonly Caption[]) => void): Soundscape | null {
  if (typeof AudioContext === 'undefined') return null;
  return new Soundscape(new AudioContext({ latencyHint: 'interactive' }), captions);
}

/** The sound of one visit. */
export class Soundscape {
  readonly #mixer: Mixer;
  readonly #ambience: Ambience;
  readonly #feet = new Footfalls();
  readonly #captions: Captions;
  #ear: Ear = { x: 0, y: 0, z: 0, yaw: 0 };
  #seconds = 0;

  constructor(context: AudioContext, captions: (lines: readonly Caption[]) => void) {
    this.#mixer = new Mixer(context);
    this.#ambience = new Ambience(this.#mixer);
    this.#captions = new Captions(captions);
  }

  setVolumes(volumes: Volumes): void {
    this.#mixer.setVolumes(volumes);
  }

  /** Browsers let a page sound only from within a press of a button or key: called at each, it costs nothing. */
  wake(): void {
    const { context } = this.#mixer;
    if (context.state !== 'running' && document.visibilityState === 'visible') void context.resume();
  }

  /** A page that is not looked at is silent. */
  async setShown(shown: boolean): Promise<void> {
    const { context } = this.#mixer;
    await (shown ? context.resume() : context.suspend());
  }

  /** Once a frame. */
  frame({ ear, bodies, gates, onIsland }: Heard, dt: number): void {
    this.#ear = ear;
    this.#seconds += dt;
    const sounds = this.#mixer.context.state === 'running';
    if (sounds) {
      this.#mixer.listen(ear);
      this.#ambience.frame(dt, ear, gates, onIsland);
    }
    for (const { kind, who, weight } of this.#feet.frame(bodies, ear, dt)) {
      const surface = onIsland ? surfaceAt(who) : 'stone';
      // What is made while the clock of the sound stands would all be heard at once when it goes on.
      if (sounds && kind === 'leap') leap(this.#mixer, who);
      else if (sounds) tread(this.#mixer, surface, weight, who);
      if (surface === 'water' && kind === 'land') this.#captions.hear('splash', who, ear, this.#seconds);
      else if (!who.isSelf && kind === 'step') this.#captions.hear('steps', who, ear, this.#seconds);
    }
    const gate = onIsland ? gates.find((at) => Math.hypot(at.x - ear.x, at.z - ear.z) < 7) : undefined;
    if (gate !== undefined) this.#captions.hear('hum', gate, ear, this.#seconds);
    this.#captions.frame(this.#seconds);
  }

  /** Something happened; with a place it is heard from there. */
  cue(cue: Cue, at: Place | null = null): void {
    if (this.#mixer.context.state === 'running') chime(this.#mixer, cue, at);
    this.#captions.hear(cue, at, this.#ear, this.#seconds);
  }
}
