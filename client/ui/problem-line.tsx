/** What could not be fetched, in one sentence, and the button that asks for it again. */
import { AskAgain } from './ask-again.tsx';

interface ProblemLineProps {
  readonly sentence: string;
  readonly onAgain: () => void;
}

/** The sentence is read out when it comes; the button stands beside it. */
export function ProblemLine({ sentence, onAgain }: ProblemLineProps) {
  return (
    <p class="bad">
      <span role="alert">{sentence}</span> <AskAgain sentence={sentence} onAgain={onAgain} />
    </p>
  );
}
