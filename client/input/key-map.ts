/** Which key does what: by place on the keyboard, each act with a key of one's own choice. */

/** Everything that has a key which may be changed; Enter, Esc and the digits keep their meaning. */
export const ACTS = [
  'forward',
  'back',
  'left',
  'right',
  'turn-left',
  'turn-right',
  'look-up',
  'look-down',
  'behind',
  'jump',
  'walk',
  'use',
  'talk',
  'restart',
  'switch',
  'map',
  'quests',
  'photo',
] as const;
export type Act = (typeof ACTS)[number];

/** `KeyboardEvent.code` of every act. */
export type Keys = Readonly<Record<Act, string>>;

export const FIRST_KEYS: Keys = {
  forward: 'KeyW',
  back: 'KeyS',
  left: 'KeyA',
  right: 'KeyD',
  'turn-left': 'KeyX',
  'turn-right': 'KeyC',
  'look-up': 'KeyF',
  'look-down': 'KeyV',
  behind: 'KeyB',
  jump: 'Space',
  walk: 'ShiftLeft',
  use: 'KeyE',
  talk: 'KeyT',
  restart: 'KeyR',
  switch: 'KeyQ',
  map: 'KeyM',
  quests: 'KeyJ',
  photo: 'KeyP',
};

/** Second keys that always work beside the chosen ones, unless they were chosen for something else. */
const ALWAYS: Readonly<Record<string, Act>> = {
  ArrowUp: 'forward',
  ArrowDown: 'back',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ShiftRight: 'walk',
};

/** Keys that can be chosen: none that the page or the browser needs for itself. */
const CHOOSABLE =
  /^(?:Key[A-Z]|Digit[0-9]|Numpad(?!Enter$)\w+|Space|Shift(?:Left|Right)|Arrow\w+|Semicolon|Quote|Comma|Period|Slash|Bracket(?:Left|Right)|Minus|Equal|Backquote|Backslash|IntlBackslash|IntlRo|IntlYen|Backspace|CapsLock)$/;
/** The gestures have these. */
const TAKEN = /^Digit[1-5]$/;

/** True when a key may be given to an act. */
export function isChoosable(code: string): boolean {
  return CHOOSABLE.test(code) && !TAKEN.test(code);
}

/** The act of a key, or null. */
export function actOf(keys: Keys, code: string): Act | null {
  return ACTS.find((act) => keys[act] === code) ?? ALWAYS[code] ?? null;
}

/** The keys with `code` given to `act`; whoever had it gets the key that became free. */
export function withKey(keys: Keys, act: Act, code: string): Keys {
  const other = ACTS.find((one) => keys[one] === code);
  return { ...keys, ...(other === undefined ? {} : { [other]: keys[act] }), [act]: code };
}

/**
 * Keys from storage: an act whose key is wrong, or may no longer be chosen, gets its first one; two acts on one key bring
 * all first keys back.
 */
export function parseKeys(raw: unknown): Keys {
  if (typeof raw !== 'object' || raw === null) return FIRST_KEYS;
  const found = new Map<string, unknown>(Object.entries(raw));
  const chosen = new Map<Act, string>();
  for (const act of ACTS) {
    const code = found.get(act);
    if (typeof code === 'string' && isChoosable(code)) chosen.set(act, code);
  }
  if (new Set(chosen.values()).size < chosen.size) return FIRST_KEYS;
  const keys: Record<Act, string> = { ...FIRST_KEYS, ...Object.fromEntries(chosen) };
  for (const act of ACTS.filter((one) => !chosen.has(one))) keys[act] = freeKey(act, keys);
  return keys;
}

/** The first key of an act, or, where another act has that, a first key that nothing has: there is always one. */
function freeKey(act: Act, keys: Keys): string {
  const taken = new Set(ACTS.filter((one) => one !== act).map((one) => keys[one]));
  return [FIRST_KEYS[act], ...Object.values(FIRST_KEYS)].find((code) => !taken.has(code)) ?? FIRST_KEYS[act];
}

/** What is written on a key, as far as its place tells: "W", "Space", "←". */
export function keyName(code: string): string {
  const arrow = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' }[code];
  if (arrow !== undefined) return arrow;
  if (code === 'ShiftLeft' || code === 'ShiftRight') return 'Shift';
  return code.replace(/^(?:Key|Digit)/, '').replace(/^Numpad/, 'Num ');
}
