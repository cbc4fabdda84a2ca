/** Softens chat and names: obscenity's English list, seen through look-alike letters, and the host's own words. */
import {
  asteriskCensorStrategy,
  englishDataset,
  englishRecommendedTransformers,
  RegExpMatcher,
  TextCensor,
} from 'obscenity';
import type { WordFilter } from '#server/ports/word-filter.ts';

/** @param own words of the host, softened wherever they stand as words, whatever their case, script or accents */
export function openWordFilter(own: readonly string[]): WordFilter {
  const matcher = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers });
  const censor = new TextCensor().setStrategy(asteriskCensorStrategy());
  const words = own.map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|');
  const owned = words === '' ? null : new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, 'giu');
  return {
    soften(text) {
      const softened = censor.applyTo(text, matcher.getAllMatches(text));
      return owned === null ? softened : softened.replace(owned, (word) => '*'.repeat(word.length));
    },
  };
}

/** Leaves every word as it is, for hosts who want that. */
export const NO_FILTER: WordFilter = { soften: (text) => text };
