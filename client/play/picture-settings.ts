/** How much of the picture was asked for: the settings that are needed before it is raised, and no more script than that. */
import type { QualityName } from '#client/scene/quality.ts';
import { readKept } from './storage.ts';

/** How much is drawn; `auto` is what this machine draws fast enough, see tier.ts. */
export const QUALITIES = ['auto', 'low', 'medium', 'high'] as const;
export type Quality = (typeof QUALITIES)[number];
/** What `auto` came to on a machine: a tier, or the lowest with half the pictures. */
const MEASURED = ['sparing', 'low', 'medium', 'high'] as const;
export type Measured = (typeof MEASURED)[number];

/** What of the settings decides the picture. */
export interface PictureSettings {
  readonly quality: Quality;
  /** Kept so that the next visit begins there; null while nothing was measured, or it was as it should be. */
  readonly measured: Measured | null;
  /** At most thirty pictures a second, for the sake of battery and fan. */
  readonly sparing: boolean;
}

/** Where settings are kept in the browser's storage. */
export const SETTINGS_KEY = 'dimension.settings.1';
/** Those of a first visit. */
export const FIRST_PICTURE: PictureSettings = { quality: 'auto', measured: null, sparing: false };

/** The tier a picture begins with. @param small a phone or tablet, which begins with little */
export function tierOf({ quality, measured }: Omit<PictureSettings, 'sparing'>, small: boolean): QualityName {
  if (quality !== 'auto') return quality;
  return measured === 'sparing' ? 'low' : (measured ?? (small ? 'low' : 'medium'));
}

/**
 * Whether every other picture is left out: because it was chosen, or because the machine cannot draw them all.
 * @param forced the tier stands in the address, and what was measured counts for nothing
 */
export function isSparing({ sparing, quality, measured }: PictureSettings, forced = false): boolean {
  return sparing || (!forced && quality === 'auto' && measured === 'sparing');
}

/** Whether this is a phone or tablet: fingers first, and seldom a strong graphics card. */
export function isSmall(page: Pick<Window, 'matchMedia'>): boolean {
  return page.matchMedia('(pointer: coarse)').matches;
}

/** Reads them from the text that is kept; whatever is wrong falls back to the first ones. */
export function parsePicture(text: string | null): PictureSettings {
  return pictureIn(readKept(text), FIRST_PICTURE);
}

/** The same from what was read already. */
export function pictureIn(found: ReadonlyMap<string, unknown>, first: PictureSettings): PictureSettings {
  const sparing = found.get('sparing');
  return {
    quality: QUALITIES.find((one) => one === found.get('quality')) ?? first.quality,
    measured: MEASURED.find((one) => one === found.get('measured')) ?? first.measured,
    sparing: typeof sparing === 'boolean' ? sparing : first.sparing,
  };
}
