/** The way out for every sound: one gain for what happens, one for what is always there, a limiter at the end. */

/** A place in the world, metres. */
export type Place = { readonly x: number; readonly y: number; readonly z: number };

/** Where one listens from: a place and where one looks, radians (0 looks along −Z, growing to the left). */
export type Ear = Place & { readonly yaw: number };

/** How loud, 0 … 1 each. */
export type Volumes = { readonly all: number; readonly ambience: number };

/** At this distance a sound is as loud as it was made, m. */
const NEAR = 2.5;
const FAR = 60;
/** Samples a second of the noise. */
const NOISE_RATE = 22_050;
/** Changes of loudness take this long, so that nothing clicks, s. */
const GLIDE = 0.08;

/** Owns the browser's audio; everything is made of oscillators and one second of noise. */
export class Mixer {
  readonly context: AudioContext;
  readonly effects: GainNode;
  readonly ambience: GainNode;
  readonly #all: GainNode;
  #noise: AudioBuffer | null = null;

  constructor(context: AudioContext) {
    this.context = context;
    const limiter = context.createDynamicsCompressor();
    limiter.threshold.value = -14;
    limiter.ratio.value = 6;
    this.#all = context.createGain();
    this.#all.gain.value = 0;
    this.#all.connect(limiter).connect(context.destination);
    this.effects = context.createGain();
    this.ambience = context.createGain();
    this.effects.connect(this.#all);
    this.ambience.connect(this.#all);
  }

  setVolumes({ all, ambience }: Volumes): void {
    const now = this.context.currentTime;
    // Ears hear in ratios: half way on the slider sounds half as loud.
    this.#all.gain.setTargetAtTime(all * all, now, GLIDE);
    this.ambience.gain.setTargetAtTime(ambience * ambience, now, GLIDE);
  }

  /** Moves the listener. */
  listen({ x, y, z, yaw }: Ear): void {
    const { listener } = this.context;
    // Firefox knows the listener only by its old methods.
    if (listener.positionX === undefined) {
      listener.setPosition(x, y, z);
      listener.setOrientation(-Math.sin(yaw), 0, -Math.cos(yaw), 0, 1, 0);
      return;
    }
    listener.positionX.value = x;
    listener.positionY.value = y;
    listener.positionZ.value = z;
    listener.forwardX.value = -Math.sin(yaw);
    listener.forwardZ.value = -Math.cos(yaw);
    listener.upY.value = 1;
  }

  /** A way into `into` that comes from a place. */
  from({ x, y, z }: Place, into: AudioNode = this.effects): PannerNode {
    const panner = new PannerNode(this.context, {
      panningModel: 'equalpower',
      distanceModel: 'inverse',
      refDistance: NEAR,
      maxDistance: FAR,
      rolloffFactor: 1.3,
      positionX: x,
      positionY: y,
      positionZ: z,
    });
    panner.connect(into);
    return panner;
  }

  /** Two seconds of noise, made once; half the samples are enough for what rustles. */
  get noise(): AudioBuffer {
    this.#noise ??= whiteNoise(this.context);
    return this.#noise;
  }
}

function whiteNoise(context: BaseAudioContext): AudioBuffer {
  const buffer = context.createBuffer(1, NOISE_RATE * 2, NOISE_RATE);
  const samples = buffer.getChannelData(0);
  let state = 0x2545f491;
  for (let index = 0; index < samples.length; index++) {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9;
    samples[index] = ((state >>> 8) / 0x800000 - 1) * 0.9;
  }
  return buffer;
}
