/** What a dictionary is made of: a sentence a key. */

/** A sentence, or two of which `{count}` chooses one. */
export type Said = string | { readonly one: string; readonly other: string };

/** `{name}` is replaced by a variable; `one` and `other` follow `{count}`. */
export type Phrases = Readonly<Record<string, Said>>;

/** What another language says for the words of one page: the same keys, none missing and none more. */
export type SameAs<Words extends Phrases> = Readonly<Record<keyof Words, Said>>;
