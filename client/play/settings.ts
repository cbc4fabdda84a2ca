/** What a visitor set, remembered in this browser; what is found there is parsed, never believed. */
import { FIRST_KEYS, type Keys, parseKeys } from '#client/input/key-map.ts';
import { FIRST_PICTURE, type PictureSettings, pictureIn } from './picture-settings.ts';
import { readKept } from './storage.ts';

/** When the stick and buttons for thumbs are shown; `auto`: on devices that are touched. */
export const TOUCH_MODES = ['auto', 'on', 'off'] as const;
export type TouchMode = (typeof TOUCH_MODES)[number];

/** True when the stick and buttons for thumbs are to be shown. @param coarse the device is touched */
export function isTouched(mode: TouchMode, coarse: boolean): boolean {
  return mode === 'auto' ? coarse : mode === 'on';
}

/** Whose ghost runs beside a person on a course. */
export const GHOST_CHOICES = ['machine', 'record', 'own', 'nobody'] as const;
export type GhostChoice = (typeof GHOST_CHOICES)[number];

/** Everything that can be set on the play page. */
export interface Settings extends PictureSettings {
  /** 0.3 … 3: how far a drag turns the view. */
  readonly sensitivity: number;
  /** Up looks down. */
  readonly inverted: boolean;
  /** A click takes the mouse until Esc, instead of dragging. */
  readonly mouseLock: boolean;
  /** 50 … 90: how wide the view is, degrees from bottom to top. */
  readonly fieldOfView: number;
  readonly reducedMotion: boolean;
  /** The edge of the view darkens while one moves fast: some feel less sick. */
  readonly comfortEdge: boolean;
  readonly touch: TouchMode;
  /** 0 … 1. */
  readonly volume: number;
  readonly ambience: number;
  /** Sounds are also written down. */
  readonly captions: boolean;
  /** The strip with the quarters of the sky. */
  readonly compass: boolean;
  /** 0.8 … 1.6 of the normal size of text. */
  readonly textSize: number;
  readonly keys: Keys;
  readonly ghost: GhostChoice;
}

/** The settings of a first visit. */
export const FIRST_SETTINGS: Settings = {
  ...FIRST_PICTURE,
  sensitivity: 1,
  inverted: false,
  mouseLock: false,
  fieldOfView: 58,
  reducedMotion: false,
  comfortEdge: false,
  touch: 'auto',
  volume: 0.7,
  ambience: 0.6,
  captions: false,
  compass: true,
  textSize: 1,
  ghost: 'machine',
  keys: FIRST_KEYS,
};

/** What a slider may be set to. */
export const RANGES = {
  sensitivity: { min: 0.3, max: 3, step: 0.1 },
  fieldOfView: { min: 50, max: 90, step: 1 },
  volume: { min: 0, max: 1, step: 0.05 },
  ambience: { min: 0, max: 1, step: 0.05 },
  textSize: { min: 0.8, max: 1.6, step: 0.1 },
} as const satisfies Partial<Record<keyof Settings, { min: number; max: number; step: number }>>;
/** A setting with a slider. */
export type Slid = keyof typeof RANGES;
/** A setting that is on or off. */
export type Flag = 'sparing' | 'inverted' | 'mouseLock' | 'reducedMotion' | 'comfortEdge' | 'captions' | 'compass';

/** Reads settings from text that came from outside; whatever is wrong falls back to the first settings. */
export function parseSettings(text: string | null, first: Settings = FIRST_SETTINGS): Settings {
  const found = readKept(text);
  const choice = <T extends string>(key: keyof Settings, all: readonly T[], or: T): T =>
    all.find((one) => one === found.get(key)) ?? or;
  const flag = (key: Flag) => {
    const value = found.get(key);
    return typeof value === 'boolean' ? value : first[key];
  };
  const slid = (key: Slid) => {
    const value = found.get(key);
    const { min, max } = RANGES[key];
    return typeof value === 'number' && value >= min && value <= max ? value : first[key];
  };
  return {
    ...pictureIn(found, first),
    sensitivity: slid('sensitivity'),
    inverted: flag('inverted'),
    mouseLock: flag('mouseLock'),
    fieldOfView: slid('fieldOfView'),
    reducedMotion: flag('reducedMotion'),
    comfortEdge: flag('comfortEdge'),
    touch: choice('touch', TOUCH_MODES, first.touch),
    volume: slid('volume'),
    ambience: slid('ambience'),
    captions: flag('captions'),
    compass: flag('compass'),
    textSize: slid('textSize'),
    ghost: choice('ghost', GHOST_CHOICES, first.ghost),
    keys: parseKeys(found.get('keys')),
  };
}
