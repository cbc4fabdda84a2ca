/** A button that puts a text where it can be pasted; where the browser says no, the text itself to copy by hand. */
import { useState } from 'preact/hooks';
import { t } from '#client/i18n/translate.ts';

interface CopyButtonProps {
  readonly text: string;
  /** What the button says; "Copy" where nothing is said. */
  readonly label?: string;
  /** What it says once it is done. */
  readonly done?: string;
  readonly class?: string;
}

/** Pages over plain http have no clipboard, and a browser may refuse: then there is something to select. */
export function CopyButton({ text, label, done, class: look = 'quiet small' }: CopyButtonProps) {
  const [copied, setCopied] = useState<boolean | null>(null);
  if (copied === false)
    return (
      <input
        class="mono small"
        aria-label={t('copy.by-hand')}
        readOnly
        value={text}
        onFocus={(event) => event.currentTarget.select()}
      />
    );
  return (
    <button type="button" class={look} onClick={async () => setCopied(await isCopied(text))}>
      <span aria-live="polite">{copied === true ? (done ?? t('copied')) : (label ?? t('copy'))}</span>
    </button>
  );
}

async function isCopied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
