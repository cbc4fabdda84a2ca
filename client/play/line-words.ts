/** How the line to the world is, in the page's own words. */
import { heardInWords } from '#client/i18n/heard.ts';
import type { Phrase } from '#client/i18n/speech.ts';
import { t } from '#client/i18n/translate.ts';
import type { Status, StatusReason } from '#client/net/connection.ts';
import type { HudState } from './hud-state.ts';

const WORDS = {
  'coming-in': 'line.coming-in',
  broke: 'line.broke',
  trying: 'line.trying',
  offline: 'line.offline',
  left: 'line.left',
  elsewhere: 'line.elsewhere',
} as const satisfies Partial<Record<StatusReason, Phrase>>;

/** How the line stands; `weak` while it stands and others are shown late. */
export type LineState = Status['kind'] | 'weak';

/** Of the signals that say how the line is. */
export function lineStateOf({ connection, lineIsWeak }: Pick<HudState, 'connection' | 'lineIsWeak'>): LineState {
  const { kind } = connection.value;
  return kind === 'connected' && lineIsWeak.value ? 'weak' : kind;
}

/** The colour beside the words, which say the same. */
export const LINE_DOTS = {
  connected: 'dot',
  weak: 'dot gold',
  reconnecting: 'dot gold',
  lost: 'dot bad',
} as const satisfies Record<LineState, string>;

/** One sentence; what the server itself said where it refused. */
export function lineWords({ why, sentence }: Pick<Status, 'why' | 'sentence'>): string {
  return why === 'standing' || why === 'refused' ? heardInWords(sentence) : t(WORDS[why]);
}
