/** How a run ended: what this machine expects, what the server says, what it earned and whether the chain has it. */

import { useLayoutEffect, useRef } from 'preact/hooks';
import { heardInWords } from '#client/i18n/heard.ts';
import { inLine, t, ticksAsTime } from '#client/i18n/translate.ts';
import type { Keys } from '#client/input/key-map.ts';
import { ConsentQuestion } from '#client/ui/consent-box.tsx';
import { WatchIt } from '#client/ui/watch-it.tsx';
import type { HudActions } from './hud-actions.ts';
import type { HudState, RunOutcome } from './hud-state.ts';
import { KeyCap } from './key-cap.tsx';

interface OutcomeCardProps {
  readonly hud: HudState;
  readonly keys: Keys;
  readonly actions: HudActions;
}

/** Opens when a run is over. */
export function OutcomeCard({ hud, keys, actions }: OutcomeCardProps) {
  const outcome = hud.outcome.value;
  const card = useRef<HTMLElement>(null);
  const shown = outcome !== null;
  useLayoutEffect(() => {
    // The card, never a button: whoever comes in jumping would press it before they have read a word.
    if (shown) card.current?.focus();
  }, [shown]);
  if (outcome === null) return null;
  const { result } = outcome;
  return (
    <section
      ref={card}
      tabIndex={-1}
      class="panel outcome stack"
      aria-label={t('outcome')}
      data-verdict={result === null ? 'waiting' : result.holds ? 'holds' : 'fails'}
      data-laurel={result?.laurel ?? ''}
      data-minted={String(outcome.minted)}
    >
      <h2>{title(outcome)}</h2>
      <p class="clock">{ticksAsTime(outcome.ticks)}</p>
      {outcome.party.length === 0 ? null : <p>{t('outcome.together', { names: inLine(outcome.party) })}</p>}
      <div class="stack" aria-live="polite">
        {outcome.expected === null ? null : <Expected outcome={outcome} />}
        <p class={outcome.problem === null ? '' : 'bad'}>{verdict(outcome)}</p>
        {result?.laurel == null ? null : <LaurelLine minted={outcome.minted} />}
      </div>
      {result === null ? null : <WatchIt attempt={result.attempt} />}
      {result?.holds === true ? <ConsentQuestion consent={actions.consent} /> : null}
      <div class="row wrap">
        <button type="button" class="main" onClick={actions.restart}>
          {t('outcome.again')} <KeyCap code={keys.restart} />
        </button>
        <button type="button" onClick={actions.leaveCourse}>
          {t('outcome.back')}
        </button>
      </div>
    </section>
  );
}

function Expected({ outcome }: { readonly outcome: RunOutcome }) {
  const { expected } = outcome;
  if (expected === null) return null;
  const digest = expected.digest.slice(0, 12);
  return (
    <p class="soft small" data-digest={expected.digest}>
      {expected.ticks === null
        ? t('outcome.expects-nothing', { digest })
        : t('outcome.expects', { time: ticksAsTime(expected.ticks), digest })}
    </p>
  );
}

function LaurelLine({ minted }: { readonly minted: boolean }) {
  return (
    <p class="row laurel">
      <span class={minted ? 'dot pink' : 'dot gold'} />
      <b>{minted ? t('laurel.minted') : t('laurel.provisional')}</b>
    </p>
  );
}

function title({ ended, result, party }: RunOutcome): string {
  if (ended === 'time') return t('outcome.time');
  if (result?.laurel != null && party.length > 0) return t('outcome.laurel-shared');
  return result?.laurel == null ? t('outcome.goal') : t('outcome.laurel');
}

function verdict({ result, problem }: RunOutcome): string {
  if (problem !== null) return problem;
  if (result === null) return t('outcome.judging');
  if (!result.holds) return heardInWords(result.reason ?? result.sentence);
  return `${t('outcome.holds')} ${heardInWords(result.sentence)}`;
}
