/** Sentences of the world as patterns, so that their variables are found again in what was said. */

/** What a language has for the world's own sentences: by English sentence, and by the code of a refusal. */
export interface Heard {
  readonly sentences: Readonly<Record<string, string>>;
  readonly refusals: Readonly<Record<string, string>>;
}

/** English hears the world as it speaks. */
export const AS_SPOKEN: Heard = { sentences: {}, refusals: {} };

/** One sentence: what it is known by, and what is said instead. */
export interface HeardPattern {
  readonly pattern: RegExp;
  readonly text: string;
}

/** The more of a sentence is fixed, the earlier it is tried: a looser one could take in a part of it. */
export function patternsOf(sentences: Heard['sentences']): readonly HeardPattern[] {
  return Object.entries(sentences)
    .sort(([a], [b]) => fixedLength(b) - fixedLength(a))
    .map(([spoken, text]) => ({ pattern: patternOf(spoken), text }));
}

function fixedLength(spoken: string): number {
  return spoken.replace(/\{\w+\}/g, '').length;
}

function patternOf(spoken: string): RegExp {
  const parts = spoken.split(/\{(\w+)\}/);
  const source = parts.map((part, at) =>
    at % 2 === 0 ? part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') : `(?<${part}>.+?)`,
  );
  return new RegExp(`^${source.join('')}$`, 's');
}
