/** What kinds of problems are called where people choose among them. */
import { t } from '#client/i18n/translate.ts';

const KNOWN = ['parkour', 'thomson', 'tammes', 'fold', 'no-three-in-line', 'no-four-in-plane'] as const;

/** The word for a family of the catalogue; its id where there is none yet. */
export function familyWord(family: string): string {
  const known = KNOWN.find((one) => one === family);
  return known === undefined ? family : t(`family.${known}`);
}
