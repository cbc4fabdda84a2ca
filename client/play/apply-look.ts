/** How a page looks to this visitor: the size of its text and how much moves. */
import { SETTINGS_KEY } from './picture-settings.ts';
import { FIRST_SETTINGS, parseSettings, type Settings } from './settings.ts';

/** Tells the styles of the page. */
export function applyLook({ textSize, reducedMotion }: Pick<Settings, 'textSize' | 'reducedMotion'>): void {
  const root = document.documentElement;
  root.style.fontSize = textSize === 1 ? '' : `${Math.round(textSize * 100)}%`;
  root.toggleAttribute('data-still', reducedMotion);
}

/** The same for a page without settings of its own: as they were set on the island. */
export function applyRememberedLook(storage: Pick<Storage, 'getItem'> | null): void {
  const reducedMotion = matchMedia('(prefers-reduced-motion: reduce)').matches;
  applyLook(parseSettings(storage?.getItem(SETTINGS_KEY) ?? null, { ...FIRST_SETTINGS, reducedMotion }));
}
