/** What the map says of a challenge in words: how often an average one does it, and for whom it is harder. */
import { inDigits, t } from '#client/i18n/translate.ts';
import type { ChallengeCard } from '#shared/protocol/routes.ts';
import type { Rating } from '#shared/records/rating.ts';
import { oftenOf, type Placed } from './placing.ts';

/** How often an average person or machine does it; in words while that is a guess. */
export function oftenInWords(rating: Rating): string {
  const often = oftenOf(rating);
  if (often === null) return t('records-map.unrated');
  const percent = Math.round(often * 100);
  if (percent < 1) return t('records-map.seldom');
  return percent > 99 ? t('records-map.always') : t('records-map.often', { percent });
}

/** For whom it is harder, and how much: 1 is 2.7 times the odds. */
export function gapInWords({ gap }: ChallengeCard['difficulty']): string {
  if (gap === null) return t('records-map.unrated');
  const odds = Math.abs(gap).toFixed(1);
  if (Number(odds) === 0) return t('records-map.gap.even');
  const by = inDigits(odds);
  return t(gap > 0 ? 'records-map.gap.machines' : 'records-map.gap.people', { by });
}

/** A mark for whoever cannot see where it stands. */
export function placeInWords({ card, group }: Placed): string {
  const { machines, people, gap } = card.difficulty;
  const state = t(`records-map.group.${group}`);
  const facts = { title: card.title, state, machines: oftenInWords(machines), people: oftenInWords(people) };
  return gap === null
    ? t('records-map.place', facts)
    : `${t('records-map.place', facts)} ${t('records-map.place-gap', { gap: gapInWords(card.difficulty) })}`;
}
