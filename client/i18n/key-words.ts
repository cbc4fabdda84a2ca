/** What is written on a key, in the language of the page. */
import { keyName } from '#client/input/key-map.ts';
import { t } from './translate.ts';

const KEYS = {
  Space: 'key-name.space',
  Shift: 'key-name.shift',
  Ctrl: 'key-name.ctrl',
  PgUp: 'key-name.page-up',
  PgDn: 'key-name.page-down',
} as const;

/** @param names one key or several together, as the page calls them: "Ctrl Z" */
export function keyWords(names: string): string {
  return names.replace(/\b(Space|Shift|Ctrl|PgUp|PgDn)\b/g, (name) => {
    const key = Object.entries(KEYS).find(([known]) => known === name)?.[1];
    return key === undefined ? name : t(key);
  });
}

/** What is written on a key, by its place: "W", "Leertaste". @param code `KeyboardEvent.code` */
export function keyLabel(code: string): string {
  return keyWords(keyName(code));
}
