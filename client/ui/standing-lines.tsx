/** Why a challenge is open, in plain words: which solver, at what budget, how surely it failed, what is published. */
import { heardInWords } from '#client/i18n/heard.ts';
import { t, valueInWords } from '#client/i18n/translate.ts';
import type { MachineStanding } from '#shared/records/standing.ts';

interface StandingLinesProps {
  readonly standing: MachineStanding;
  readonly unit: string;
}

/** Nothing is said that the machines' log below does not show. */
export function StandingLines({ standing, unit }: StandingLinesProps) {
  return (
    <ul class="plain standing" data-why={standing.why}>
      <li>
        <b>{t(`standing.${standing.why}`)}</b>
      </li>
      {standingWords(standing, unit).map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  );
}

/** One sentence a fact. */
export function standingWords({ solvers, limit, published }: MachineStanding, unit: string): readonly string[] {
  const words: string[] = [];
  for (const { solver, release, seeds, budgetCpuSeconds, best, upper } of solvers) {
    const facts = { solver, release, count: seeds, budget: budgetCpuSeconds };
    if (upper !== null) words.push(t('standing.bound', { ...facts, percent: Math.round(upper * 100) }));
    else if (best !== null) words.push(t('standing.best', { ...facts, value: valueInWords(best, unit) }));
  }
  if (published !== null) {
    const { value, source, sourceDate, status } = published;
    words.push(t(`standing.${status}`, { value: valueInWords(value, unit), source, date: sourceDate }));
  }
  if (limit !== null)
    words.push(t('standing.limit', { value: valueInWords(limit.value, unit), source: heardInWords(limit.source) }));
  return words;
}
