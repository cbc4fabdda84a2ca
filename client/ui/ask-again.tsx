/** The button that asks for something again that could not be fetched. */
import { t } from '#client/i18n/translate.ts';

interface AskAgainProps {
  /** Why it is not there. */
  readonly sentence: string;
  readonly onAgain: () => void;
}

/** It goes with the question: the focus stays in the panel or page it stood in. */
export function AskAgain({ sentence, onAgain }: AskAgainProps) {
  return (
    <button
      type="button"
      onClick={(event) => {
        // Browsers remember what did not arrive for as long as the page is open.
        if (sentence === t('fault.not-arrived')) return location.reload();
        const place = event.currentTarget.closest<HTMLElement>('[role="dialog"], main');
        if (place?.tagName === 'MAIN') place.tabIndex = -1;
        place?.focus();
        onAgain();
      }}
    >
      {t('ask-again')}
    </button>
  );
}
