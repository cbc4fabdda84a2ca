/** What a dictionary is made of: a sentence a key. */

/** `{name}` is replaced by a variable; `one` and `other` follow `{count}`. */
export type Phrases = Readonly<Record<string, string | { readonly one: string; readonly other: string }>>;
