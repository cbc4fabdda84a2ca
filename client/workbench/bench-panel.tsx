/** Beside the bench: the task, what lies here is worth, the rule that is broken, and the ladder up to the record. */

import { useState } from 'preact/hooks';
import { heardInWords, refusalInWords, taskInWords } from '#client/i18n/heard.ts';
import { t } from '#client/i18n/translate.ts';
import type { Judgement } from '#shared/records/verdict.ts';
import type { Bench } from './bench.ts';
import { barOf, ladderOf } from './standing.ts';
import { numberWords, unitWords } from './value-words.ts';

interface BenchPanelProps {
  readonly bench: Bench;
  /** Whether the ladder lies open at first. */
  readonly wide: boolean;
  /** Puts the keyboard on the bench itself. */
  readonly onFocusBench: () => void;
}

/** Follows the judge as the work changes. */
export function BenchPanel({ bench, wide, onFocusBench }: BenchPanelProps) {
  const [open, setOpen] = useState(wide);
  const card = bench.card.value;
  const judged = bench.judged.value;
  const mine = judged?.ok === true ? Number(judged.value) : null;
  return (
    <section class="panel bench-panel stack" aria-label={t('bench')} data-holds={String(judged?.ok ?? '')}>
      <h2>{card.title}</h2>
      <Score bench={bench} judged={judged} />
      <JudgeState bench={bench} onFocusBench={onFocusBench} />
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t('bench.ladder')}</summary>
        <div class="stack">
          <Ladder bench={bench} mine={mine} />
          <Bar bench={bench} mine={mine} />
          <p class="small">{taskInWords(card.task)}</p>
          <p class="soft small">{t(`bench.how.${bench.hand.kind}`)}</p>
          <Limits bench={bench} />
          <p class="soft small">{t(bench.saved.value ? 'bench.saved' : 'bench.unsaved')}</p>
        </div>
      </details>
    </section>
  );
}

function Score({ bench, judged }: { readonly bench: Bench; readonly judged: Judgement | null }) {
  const { unit } = bench.family;
  return (
    <div class={bench.asked.value === 'judged' ? 'bench-score' : 'bench-score stale'} role="status">
      {judged === null ? null : judged.ok ? (
        <p class="row wrap" data-value={String(judged.value)}>
          <b class="clock">{numberWords(judged.value)}</b> <span class="soft">{unitWords(judged.value, unit)}</span>
        </p>
      ) : judged.reason.code.endsWith('.none') ? (
        <p class="soft">{t('bench.empty')}</p>
      ) : (
        <p class="broken">
          <b>{t('bench.broken')}</b> <span>{refusalInWords(judged.reason)}</span>
        </p>
      )}
    </div>
  );
}

/** Where the judge is, beside its last word: what changes with every drag is not read out. */
function JudgeState({ bench, onFocusBench }: Pick<BenchPanelProps, 'bench' | 'onFocusBench'>) {
  const asked = bench.asked.value;
  if (asked === 'judged') return null;
  const again = () => {
    bench.askAgain();
    // The button goes with the question.
    onFocusBench();
  };
  if (asked === 'judging') return <p class="soft small judging">{t('bench.judging')}</p>;
  return (
    <div class="broken stack" role="alert" data-judge="broken">
      <p>{t('bench.no-judge')}</p>
      <button type="button" onClick={again}>
        {t('bench.no-judge.again')}
      </button>
    </div>
  );
}

interface LadderProps {
  readonly bench: Bench;
  readonly mine: number | null;
}

function Ladder({ bench, mine }: LadderProps) {
  const { family, limit } = bench;
  const rungs = ladderOf({ card: bench.card.value, family, limit, mine });
  return (
    <ol class="ladder">
      {rungs.map((rung) => (
        <li key={rung.who} data-who={rung.who}>
          <span class="rung-dot" />
          <span class="rung-name">
            {t(`bench.ladder.${rung.who}`)}
            {rung.who === 'record' || rung.who === 'machine' ? <small>{rung.name}</small> : null}
          </span>
          <b>{numberWords(rung.value)}</b>
        </li>
      ))}
    </ol>
  );
}

function Bar({ bench, mine }: LadderProps) {
  const { family } = bench;
  const bar = barOf({ card: bench.card.value, family });
  if (bar === null) return <p class="small">{t('bench.bar.first')}</p>;
  const over = mine !== null && (family.better === 'lower' ? mine <= bar : mine >= bar);
  if (over) return <p class="over">{t('bench.bar.over')}</p>;
  return <p class="small">{t(`bench.bar.${family.better}`, { value: numberWords(bar) })}</p>;
}

function Limits({ bench: { limit } }: { readonly bench: Bench }) {
  if (limit === null) return null;
  return (
    <p class="soft small">
      {t('bench.limit-why', { value: numberWords(limit.value), source: heardInWords(limit.source) })}
    </p>
  );
}
