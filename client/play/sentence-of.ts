/** What to show for any error. */
import { refusalInWords } from '#client/i18n/heard.ts';
import { t } from '#client/i18n/translate.ts';
import { isDimensionError } from '#shared/base/errors.ts';

/** Our own sentence, or the plain message of the fault. */
export function sentenceOf(error: unknown): string {
  if (isDimensionError(error)) return refusalInWords({ code: error.code, sentence: error.message });
  return t('fault', { reason: error instanceof Error ? error.message : String(error) });
}
