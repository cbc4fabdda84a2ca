/** How the line to the world is, in the page's own words. */
import { heardInWords } from '#client/i18n/heard.ts';
import type { Phrase } from '#client/i18n/speech.ts';
import { t } from '#client/i18n/translate.ts';
import type { Status, StatusReason } from '#client/net/connection.ts';

const WORDS = {
  'coming-in': 'line.coming-in',
  broke: 'line.broke',
  trying: 'line.trying',
  offline: 'line.offline',
  left: 'line.left',
  elsewhere: 'line.elsewhere',
} as const satisfies Partial<Record<StatusReason, Phrase>>;

/** One sentence; what the server itself said where it refused. */
export function lineWords({ why, sentence }: Pick<Status, 'why' | 'sentence'>): string {
  return why === 'standing' || why === 'refused' ? heardInWords(sentence) : t(WORDS[why]);
}
