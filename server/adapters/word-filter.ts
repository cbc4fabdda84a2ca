/** Softens chat and names: obscenity's English list, seen through look-alike letters, and the host's own words. */
import {
  asteriskCensorStrategy,
  englishDataset,
  englishRecommendedTransformers,
  parseRawPattern,
  RegExpMatcher,
  TextCensor,
} from 'obscenity';
import type { WordFilter } from '#server/ports/word-filter.ts';

/** Letters of a word of the host's list: others would be read as pattern signs. */
const PLAIN = /^[\p{L}\p{N}]{2,40}$/u;

/** @param own words of the host, softened wherever they stand */
export function openWordFilter(own: readonly string[]): WordFilter {
  const { blacklistedTerms = [], whitelistedTerms = [] } = englishDataset.build();
  const first = blacklistedTerms.length;
  const words = own.filter((word) => PLAIN.test(word));
  const matcher = new RegExpMatcher({
    ...englishRecommendedTransformers,
    whitelistedTerms,
    blacklistedTerms: [
      ...blacklistedTerms,
      ...words.map((word, index) => ({ id: first + index, pattern: parseRawPattern(word.toLowerCase()) })),
    ],
  });
  const censor = new TextCensor().setStrategy(asteriskCensorStrategy());
  return { soften: (text) => censor.applyTo(text, matcher.getAllMatches(text)) };
}

/** Leaves every word as it is, for hosts who want that. */
export const NO_FILTER: WordFilter = { soften: (text) => text };
