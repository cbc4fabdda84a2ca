/** Day and weather: a few numbers that every shader and both lights read, gliding from one mood to the next. */
import { Color, Vector3 } from 'three';
import { LIGHT, SKY } from './palette.ts';

/** What the sky says: how far the day is, and how the weather is. */
export type Mood = {
  /** 0 dawn … 0.5 noon … 1 golden evening. */
  readonly day: number;
  /** 0 day … 1 night with stars. */
  readonly night: number;
  /** 0 the few clouds of a fair day … 1 grey all over. */
  readonly clouds: number;
  /** 0 clear … 1 thick mist. */
  readonly mist: number;
  /** 0 none … 1 rain. */
  readonly rain: number;
  /** 0 none … 1 ribbons of light: the frontier has just moved. */
  readonly aurora: number;
};

/** The fair dawn of a new world. */
export const DAWN: Mood = { day: 0, night: 0, clouds: 0, mist: 0, rain: 0, aurora: 0 };

/** A mood as the shaders see it. */
export type Atmosphere = {
  readonly uZenith: { value: Color };
  readonly uMid: { value: Color };
  readonly uHorizon: { value: Color };
  readonly uGlow: { value: Color };
  readonly uCloud: { value: Color };
  /** Unit vector towards the sun (or the moon). */
  readonly uSun: { value: Vector3 };
  /** Thickness of the haze in 1/m. */
  readonly uFog: { value: number };
  /** Cloud cover, night, rain, aurora: 0 … 1 each. */
  readonly uSky: { value: { x: number; y: number; z: number; w: number } };
};

type Key = {
  readonly zenith: Color;
  readonly mid: Color;
  readonly horizon: Color;
  readonly glow: Color;
  readonly cloud: Color;
  readonly sun: Vector3;
  readonly light: Color;
  readonly strength: number;
  readonly sky: Color;
  readonly ground: Color;
  readonly ambient: number;
};

const key = (
  [zenith, mid, horizon, glow, cloud]: readonly [number, number, number, number, number],
  sun: readonly [number, number, number],
  [light, strength]: readonly [number, number],
  [sky, ground, ambient]: readonly [number, number, number],
): Key => ({
  zenith: new Color(zenith),
  mid: new Color(mid),
  horizon: new Color(horizon),
  glow: new Color(glow),
  cloud: new Color(cloud),
  sun: new Vector3(...sun).normalize(),
  light: new Color(light),
  strength,
  sky: new Color(sky),
  ground: new Color(ground),
  ambient,
});

const KEYS = {
  dawn: key(
    [SKY.zenith, SKY.mid, SKY.horizon, SKY.glow, SKY.cloud],
    [-0.86, 0.42, 0.02],
    [LIGHT.sun, 3.3],
    [LIGHT.sky, LIGHT.ground, 1.7],
  ),
  noon: key(
    [0x1f6fd0, 0x6cc6f0, 0xd9f1fa, 0xfff0c8, 0xffffff],
    [-0.42, 0.86, 0.28],
    [0xfff3dc, 3.5],
    [0xbfe4ff, 0x8d93a6, 1.8],
  ),
  evening: key(
    [0x31408f, 0x9d83c4, 0xffb98a, 0xff7d52, 0xffdcc4],
    [0.88, 0.3, 0.22],
    [0xffb877, 3.1],
    [0xb6a8f0, 0x8a6a9c, 1.6],
  ),
  night: key(
    [0x0b1136, 0x1c2a63, 0x45508c, 0x6f86d8, 0x5b648f],
    [-0.5, 0.62, -0.42],
    [0xa9bcff, 1.5],
    [0x5468b8, 0x2e2a55, 1.55],
  ),
} as const;

/** How fast one mood becomes another, 1/s. */
const GLIDE = 0.22;
const CLEAR_FOG = 0.0042;
const THICK_FOG = 0.0125;
const GREY = new Color(0x7d8ab2);

/** Holds the present mood and what follows from it. */
export class Weather {
  readonly shared: Atmosphere = {
    uZenith: { value: KEYS.dawn.zenith.clone() },
    uMid: { value: KEYS.dawn.mid.clone() },
    uHorizon: { value: KEYS.dawn.horizon.clone() },
    uGlow: { value: KEYS.dawn.glow.clone() },
    uCloud: { value: KEYS.dawn.cloud.clone() },
    uSun: { value: KEYS.dawn.sun.clone() },
    uFog: { value: CLEAR_FOG },
    uSky: { value: { x: 0, y: 0, z: 0, w: 0 } },
  };
  /** Colour and strength of the sun's light, of the light from above and from below. */
  readonly light = KEYS.dawn.light.clone();
  readonly sky = KEYS.dawn.sky.clone();
  readonly ground = KEYS.dawn.ground.clone();
  strength = KEYS.dawn.strength;
  ambient = KEYS.dawn.ambient;
  #now: Mood = DAWN;
  /** As it was set, while another one may be pretended. */
  #meant: Mood = DAWN;
  #wanted: Mood = DAWN;
  #settled = true;

  /** Where the weather goes from here on; `at once` where nobody has seen another one yet. */
  set(mood: Mood, atOnce = false): void {
    this.#meant = mood;
    this.#turn(mood, atOnce);
  }

  /** Shows another mood than the one that was set, at once; null shows that one again. */
  pretend(mood: Mood | null): void {
    this.#turn(mood ?? this.#meant, true);
  }

  /** The mood that is shown now. */
  get now(): Mood {
    return this.#now;
  }

  /** Once a frame. */
  frame(dt: number): void {
    if (this.#settled) return;
    const share = 1 - Math.exp(-GLIDE * dt);
    const near = (a: number, b: number) => (Math.abs(a - b) < 0.002 ? b : a + (b - a) * share);
    const to = this.#wanted;
    const from = this.#now;
    this.#now = {
      day: near(from.day, to.day),
      night: near(from.night, to.night),
      clouds: near(from.clouds, to.clouds),
      mist: near(from.mist, to.mist),
      rain: near(from.rain, to.rain),
      aurora: near(from.aurora, to.aurora),
    };
    this.#settled = MOODS.every((name) => this.#now[name] === to[name]);
    this.#apply();
  }

  #turn(mood: Mood, atOnce: boolean): void {
    this.#wanted = mood;
    this.#settled = false;
    if (atOnce) this.frame(Number.POSITIVE_INFINITY);
  }

  #apply(): void {
    const { day, night, clouds, mist, rain, aurora } = this.#now;
    const [a, b, t] = day < 0.5 ? [KEYS.dawn, KEYS.noon, day * 2] : [KEYS.noon, KEYS.evening, day * 2 - 1];
    const dark = KEYS.night;
    const mix = (into: Color, name: 'zenith' | 'mid' | 'horizon' | 'glow' | 'cloud' | 'light' | 'sky' | 'ground') =>
      into.lerpColors(a[name], b[name], t).lerp(dark[name], night);
    const { uZenith, uMid, uHorizon, uGlow, uCloud, uSun, uFog, uSky } = this.shared;
    const dull = clouds * 0.56 * (1 - night * 0.7);
    for (const [colour, name, grey] of [
      [uZenith.value, 'zenith', dull],
      [uMid.value, 'mid', dull],
      [uHorizon.value, 'horizon', dull * 0.8],
      [uGlow.value, 'glow', dull],
      [uCloud.value, 'cloud', dull * 0.75],
    ] as const)
      mix(colour, name).lerp(GREY, grey);
    mix(this.light, 'light');
    mix(this.sky, 'sky');
    mix(this.ground, 'ground');
    const shade = 1 - 0.55 * clouds;
    this.strength = lerp(lerp(a.strength, b.strength, t), dark.strength, night) * shade;
    this.ambient = lerp(lerp(a.ambient, b.ambient, t), dark.ambient, night) * (1 + 0.12 * clouds);
    uSun.value.copy(a.sun).lerp(b.sun, t).lerp(dark.sun, night).normalize();
    uFog.value = lerp(CLEAR_FOG, THICK_FOG, Math.max(mist, rain * 0.45));
    uSky.value = { x: clouds, y: night, z: rain, w: aurora };
  }
}

const MOODS = ['day', 'night', 'clouds', 'mist', 'rain', 'aurora'] as const;

function lerp(a: number, b: number, t: number): number {
  return a + (b - a) * t;
}
