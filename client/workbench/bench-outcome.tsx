/** What the server says of what was handed in: why not, or that it holds and what it earned. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '#client/i18n/translate.ts';
import type { ConsentWord } from '#client/net/consent-word.ts';
import { ConsentQuestion } from '#client/ui/consent-box.tsx';
import { WatchIt } from '#client/ui/watch-it.tsx';
import type { HandIn, HandInState } from './hand-in.ts';

interface BenchOutcomeProps {
  readonly handIn: HandIn;
  readonly consent: ConsentWord;
  /** Puts the keyboard on the bench itself. */
  readonly onFocusBench: () => void;
  readonly onLeave: () => void;
}

/** Opens with the hand-in and stays until it is closed; then the keyboard is where it was before. */
export function BenchOutcome({ handIn, consent, onFocusBench, onLeave }: BenchOutcomeProps) {
  const state = handIn.state.value;
  const card = useRef<HTMLElement>(null);
  const shown = state.kind !== 'idle';
  useLayoutEffect(() => {
    if (!shown) return;
    const before = document.activeElement;
    card.current?.focus();
    return () => giveBack(before, onFocusBench);
  }, [shown]);
  if (!shown) return null;
  return (
    <section
      ref={card}
      tabIndex={-1}
      class="panel outcome stack"
      aria-label={t('bench.outcome')}
      data-verdict={state.kind}
      data-laurel={String(state.kind === 'held' && state.laurel)}
    >
      <h2>{titleOf(state)}</h2>
      <div class="stack" aria-live="polite">
        {'sentence' in state ? <p class={state.kind === 'refused' ? 'bad' : ''}>{state.sentence}</p> : null}
        {state.kind === 'held' && state.laurel ? (
          <p class="row laurel">
            <span class={state.minted ? 'dot pink' : 'dot gold'} />
            <b>{t(state.minted ? 'laurel.minted' : 'laurel.provisional')}</b>
          </p>
        ) : null}
      </div>
      {state.kind === 'held' ? <WatchIt attempt={state.attempt} /> : null}
      {state.kind === 'held' ? <ConsentQuestion consent={consent} /> : null}
      {state.kind === 'sending' ? null : (
        <div class="row wrap">
          <button type="button" class="main" onClick={() => handIn.close()}>
            {t('bench.again')}
          </button>
          <button type="button" onClick={onLeave}>
            {t('outcome.back')}
          </button>
        </div>
      )}
    </section>
  );
}

/** A button that is gone or off takes no focus: then the bench has it. Whoever went elsewhere meanwhile stays there. */
function giveBack(before: Element | null, onFocusBench: () => void): void {
  if (document.activeElement !== document.body) return;
  if (before instanceof HTMLElement && before !== document.body) before.focus();
  if (document.activeElement === document.body) onFocusBench();
}

function titleOf(state: HandInState): string {
  if (state.kind === 'refused') return t('bench.refused');
  if (state.kind !== 'held') return t('bench.sending');
  if (state.laurel) return t('outcome.laurel');
  return t(state.record ? 'bench.record' : 'bench.held');
}
