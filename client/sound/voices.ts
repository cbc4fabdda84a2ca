/** Single sounds: steps on what one walks on, leaps, and the chimes of what happens. */
import type { Mixer, Place } from './mixer.ts';

/** What one walks on. */
export type Surface = 'grass' | 'sand' | 'stone' | 'wood' | 'water';

/** What happens and is heard by everybody it concerns. */
export type Cue =
  | 'first'
  | 'laurel'
  | 'gate'
  | 'work'
  | 'closed'
  | 'minted'
  | 'problem'
  | 'checkpoint'
  | 'goal'
  | 'fall'
  | 'said';

type Tread = { readonly pitch: number; readonly width: number; readonly seconds: number; readonly loud: number };

const TREADS: Readonly<Record<Surface, Tread>> = {
  grass: { pitch: 760, width: 0.7, seconds: 0.1, loud: 0.2 },
  sand: { pitch: 520, width: 0.6, seconds: 0.13, loud: 0.2 },
  stone: { pitch: 1900, width: 1.6, seconds: 0.05, loud: 0.26 },
  wood: { pitch: 340, width: 2.2, seconds: 0.08, loud: 0.5 },
  water: { pitch: 1250, width: 0.9, seconds: 0.22, loud: 0.26 },
};

type Chime = {
  /** Hz, one after another. */
  readonly notes: readonly number[];
  /** Seconds between two notes, and how long each rings. */
  readonly gap: number;
  readonly ring: number;
  readonly wave: OscillatorType;
  readonly loud: number;
};

const CHIMES: Readonly<Record<Cue, Chime>> = {
  first: { notes: [587.3, 740, 880, 1174.7], gap: 0.11, ring: 1.1, wave: 'sine', loud: 0.18 },
  laurel: { notes: [523.3, 659.3, 784, 1046.5, 1318.5], gap: 0.11, ring: 1.4, wave: 'sine', loud: 0.2 },
  goal: { notes: [523.3, 784, 1046.5], gap: 0.09, ring: 0.9, wave: 'triangle', loud: 0.18 },
  checkpoint: { notes: [659.3, 880], gap: 0.07, ring: 0.4, wave: 'sine', loud: 0.16 },
  gate: { notes: [392, 587.3], gap: 0.16, ring: 1.1, wave: 'sine', loud: 0.13 },
  minted: { notes: [880, 1174.7], gap: 0.08, ring: 0.7, wave: 'sine', loud: 0.1 },
  closed: { notes: [587.3, 440], gap: 0.14, ring: 0.9, wave: 'sine', loud: 0.13 },
  work: { notes: [698.5], gap: 0, ring: 0.6, wave: 'sine', loud: 0.06 },
  said: { notes: [740, 830.6], gap: 0.05, ring: 0.12, wave: 'triangle', loud: 0.08 },
  problem: { notes: [233.1, 207.7], gap: 0.12, ring: 0.35, wave: 'triangle', loud: 0.12 },
  fall: { notes: [330, 247, 185], gap: 0.06, ring: 0.3, wave: 'triangle', loud: 0.12 },
};

/** A foot comes down. @param weight 0 … 1: a stroll is light, a landing heavy */
export function tread(mixer: Mixer, surface: Surface, weight: number, at: Place): void {
  const { context } = mixer;
  const { pitch, width, seconds, loud } = TREADS[surface];
  const source = new AudioBufferSourceNode(context, { buffer: mixer.noise });
  const filter = new BiquadFilterNode(context, { type: 'bandpass', frequency: pitch, Q: width });
  const volume = context.createGain();
  const now = context.currentTime;
  const most = loud * (0.35 + 0.65 * weight);
  volume.gain.setValueAtTime(0, now);
  volume.gain.linearRampToValueAtTime(most, now + 0.006);
  volume.gain.exponentialRampToValueAtTime(0.0005, now + seconds * (1 + weight * 0.6));
  source.connect(filter).connect(volume).connect(mixer.from(at));
  // Each step reads another piece of the noise, so that no two are quite the same.
  source.start(now, (Math.abs(at.x * 7.3 + at.z * 3.1 + now) % 1) * 1.5, seconds * 2);
}

/** A leap: a short rising breath. */
export function leap(mixer: Mixer, at: Place): void {
  const { context } = mixer;
  const now = context.currentTime;
  const tone = new OscillatorNode(context, { type: 'sine', frequency: 210 });
  tone.frequency.exponentialRampToValueAtTime(420, now + 0.13);
  const volume = context.createGain();
  volume.gain.setValueAtTime(0.09, now);
  volume.gain.exponentialRampToValueAtTime(0.0005, now + 0.17);
  tone.connect(volume).connect(mixer.from(at));
  tone.start(now);
  tone.stop(now + 0.2);
}

/** A cue; with a place it comes from there, else from everywhere. */
export function chime(mixer: Mixer, cue: Cue, at: Place | null): void {
  const { context } = mixer;
  const { notes, gap, ring, wave, loud } = CHIMES[cue];
  const way = at === null ? mixer.effects : mixer.from(at);
  for (const [index, frequency] of notes.entries()) {
    const start = context.currentTime + index * gap;
    const tone = new OscillatorNode(context, { type: wave, frequency });
    const volume = context.createGain();
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(loud, start + 0.012);
    volume.gain.exponentialRampToValueAtTime(0.0004, start + ring);
    tone.connect(volume).connect(way);
    tone.start(start);
    tone.stop(start + ring + 0.05);
  }
}
