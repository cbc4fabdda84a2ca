/** What is always there: the sea, the wind, birds by day, and the hum of what the machines have built. */
import { CORE } from '#content/world/island.ts';
import { landAt } from '#content/world/terrain.ts';
import type { Ear, Mixer, Place } from './mixer.ts';

/** A gate within this many metres hums; so many at once. */
const HUMS_WITHIN = 26;
const MOST_HUMS = 3;
/** Seconds between two looks at what is near. */
const LOOK_EVERY = 0.4;
const OPEN_SEA = 26;

type Hum = { readonly panner: PannerNode; readonly gain: GainNode };

/** Starts with the first frame and runs until the page closes. */
export class Ambience {
  readonly #mixer: Mixer;
  readonly #sea: GainNode;
  readonly #wind: GainNode;
  readonly #core: GainNode;
  readonly #hums: readonly Hum[];
  #wait = 0;
  #birdIn = 2;
  #songs = 1;

  constructor(mixer: Mixer) {
    this.#mixer = mixer;
    this.#sea = rustle(mixer, { type: 'lowpass', frequency: 460, Q: 0.4 }, 0.11, 0.45);
    this.#wind = rustle(mixer, { type: 'bandpass', frequency: 420, Q: 0.5 }, 0.07, 0.6);
    this.#core = hum(mixer, [55, 82.6, 110.4], CORE).gain;
    this.#hums = Array.from({ length: MOST_HUMS }, () => hum(mixer, [146.8, 220.4], { x: 0, y: 0, z: 0 }));
  }

  /** @param gates places of the open gates; none away from the island */
  frame(dt: number, ear: Ear, gates: readonly Place[], onIsland: boolean): void {
    this.#birdIn -= dt;
    if (onIsland && this.#birdIn < 0) this.#sing(ear);
    this.#wait -= dt;
    if (this.#wait > 0) return;
    this.#wait = LOOK_EVERY;
    const now = this.#mixer.context.currentTime;
    const glide = (gain: GainNode, to: number) => gain.gain.setTargetAtTime(to, now, 0.5);
    glide(this.#sea, onIsland ? 0.05 + 0.3 * (1 - shoreDistance(ear) / OPEN_SEA) : 0.03);
    glide(this.#wind, onIsland ? 0.05 + Math.min(0.12, Math.max(0, ear.y - 4) * 0.008) : 0.09);
    glide(this.#core, onIsland ? 0.1 : 0);
    const near = onIsland ? nearest(gates, ear) : [];
    for (const [index, { panner, gain }] of this.#hums.entries()) {
      const at = near[index];
      glide(gain, at === undefined ? 0 : 0.05);
      if (at === undefined) continue;
      panner.positionX.setTargetAtTime(at.x, now, 0.2);
      panner.positionY.setTargetAtTime(at.y, now, 0.2);
      panner.positionZ.setTargetAtTime(at.z, now, 0.2);
    }
  }

  /** A bird somewhere around: two to five whistles. */
  #sing(ear: Ear): void {
    const { context, ambience } = this.#mixer;
    this.#songs++;
    const roll = (salt: number) => Math.abs(Math.sin(this.#songs * 12.9898 + salt * 78.233) * 43758.5453) % 1;
    this.#birdIn = 2.5 + roll(1) * 8;
    const turn = roll(2) * Math.PI * 2;
    const at = { x: ear.x + Math.cos(turn) * 14, y: ear.y + 5, z: ear.z + Math.sin(turn) * 14 };
    const way = this.#mixer.from(at, ambience);
    const tune = 2100 + roll(3) * 1500;
    const count = 2 + Math.floor(roll(4) * 4);
    for (let note = 0; note < count; note++) {
      const start = context.currentTime + note * (0.11 + roll(5) * 0.06);
      const tone = new OscillatorNode(context, { frequency: tune * (1 + 0.16 * roll(note + 6)) });
      tone.frequency.setTargetAtTime(tune * (0.8 + 0.4 * roll(note + 9)), start, 0.05);
      const gain = context.createGain();
      gain.gain.setValueAtTime(0, start);
      gain.gain.linearRampToValueAtTime(0.12, start + 0.02);
      gain.gain.exponentialRampToValueAtTime(0.0004, start + 0.11);
      tone.connect(gain).connect(way);
      tone.start(start);
      tone.stop(start + 0.14);
    }
  }
}

/** Filtered noise that swells and falls. @param swell times a second, @param depth 0 … 1 */
function rustle(mixer: Mixer, filter: BiquadFilterOptions, swell: number, depth: number): GainNode {
  const { context } = mixer;
  const source = new AudioBufferSourceNode(context, { buffer: mixer.noise, loop: true });
  const gain = new GainNode(context, { gain: 0 });
  const wave = new GainNode(context, { gain: 1 - depth / 2 });
  const slow = new OscillatorNode(context, { frequency: swell });
  slow.connect(new GainNode(context, { gain: depth / 2 })).connect(wave.gain);
  source.connect(new BiquadFilterNode(context, filter)).connect(wave).connect(gain).connect(mixer.ambience);
  source.start();
  slow.start();
  return gain;
}

/** A chord that is always on, at a place; silent until its gain is raised. */
function hum(mixer: Mixer, chord: readonly number[], at: Place): Hum {
  const { context } = mixer;
  const panner = mixer.from(at, mixer.ambience);
  const gain = new GainNode(context, { gain: 0 });
  gain.connect(panner);
  for (const frequency of chord) {
    const tone = new OscillatorNode(context, { type: 'sine', frequency });
    tone.connect(gain);
    tone.start();
  }
  return { panner, gain };
}

function nearest(gates: readonly Place[], ear: Ear): readonly Place[] {
  return gates
    .map((at) => ({ at, away: Math.hypot(at.x - ear.x, at.z - ear.z) }))
    .filter(({ away }) => away < HUMS_WITHIN)
    .sort((a, b) => a.away - b.away)
    .slice(0, MOST_HUMS)
    .map(({ at }) => at);
}

/** About how far the sea is, m, at most `OPEN_SEA`: looked for along eight ways. */
function shoreDistance({ x, z }: Ear): number {
  for (let away = 2; away < OPEN_SEA; away += 4)
    for (let way = 0; way < 8; way++) {
      const turn = (way * Math.PI) / 4;
      if (landAt(x + Math.cos(turn) * away, z + Math.sin(turn) * away) < 0) return away;
    }
  return OPEN_SEA;
}
