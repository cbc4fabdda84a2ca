/** A line of the help: keys on the left, what they do on the right. */
import { keyWords } from '#client/i18n/key-words.ts';

/** Keys or buttons, and what they do. */
export function KeyLine({ keys, words }: { readonly keys: readonly string[]; readonly words: string }) {
  return (
    <div class="key">
      <dt>
        {keys.map((name) => (
          <kbd key={name}>{keyWords(name)}</kbd>
        ))}
      </dt>
      <dd>{words}</dd>
    </div>
  );
}
