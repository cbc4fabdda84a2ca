/** What the guide says, in the language of the page: a line to read, and a short word over its head. */
import { t } from '#client/i18n/translate.ts';
import type { Told } from '#shared/protocol/messages.ts';

export function guideWords({ line, name, title }: Told): { readonly text: string; readonly bubble: string } {
  return { text: t(`guide.${line}`, { name, title }), bubble: t(`guide.bubble.${line}`) };
}
