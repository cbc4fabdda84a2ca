/** What could not be fetched, in one sentence, and the button that asks for it again. */
import { t } from '#client/i18n/translate.ts';

interface ProblemLineProps {
  readonly sentence: string;
  readonly onAgain: () => void;
}

/** The sentence is read out when it comes; the button stands beside it. */
export function ProblemLine({ sentence, onAgain }: ProblemLineProps) {
  return (
    <p class="bad">
      <span role="alert">{sentence}</span>{' '}
      <button
        type="button"
        onClick={(event) => {
          // The button goes with the question: the keyboard stays in the panel.
          event.currentTarget.closest<HTMLElement>('[role="dialog"]')?.focus();
          onAgain();
        }}
      >
        {t('ask-again')}
      </button>
    </p>
  );
}
