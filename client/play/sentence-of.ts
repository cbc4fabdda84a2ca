/** What to show for any error. */
import { refusalInWords } from '#client/i18n/heard.ts';
import { t } from '#client/i18n/translate.ts';
import { isDimensionError } from '#shared/base/errors.ts';

/** How Chromium, Firefox and Safari say that a part of a page's script did not arrive. */
const NOT_ARRIVED =
  /^(?:Failed to fetch dynamically imported module|error loading dynamically imported module|Importing a module script failed|Unable to preload CSS)/;

/** Our own sentence, or the plain message of the fault. */
export function sentenceOf(error: unknown): string {
  // Browsers remember it for as long as the page is open: only a reload asks again.
  if (error instanceof Error && NOT_ARRIVED.test(error.message)) return t('fault.not-arrived');
  if (isDimensionError(error)) return refusalInWords({ code: error.code, sentence: error.message });
  return t('fault', { reason: error instanceof Error ? error.message : String(error) });
}
