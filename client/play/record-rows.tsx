/** The records of a gate, the best first: each can be watched, and on a course be raced against. */
import { t, valueInWords } from '#client/i18n/translate.ts';
import type { ChallengeCard } from '#shared/protocol/routes.ts';

interface RecordRowsProps {
  readonly card: ChallengeCard;
  /** Runs against one of them; null where nobody runs. */
  readonly onRace: ((attempt: string) => void) | null;
}

/** Older ones are on the page of records. */
const MOST = 3;

/** Nothing where there is no record. */
export function RecordRows({ card, onRace }: RecordRowsProps) {
  const records = card.records.slice(-MOST).reverse();
  if (records.length === 0) return null;
  return (
    <ul class="record-rows">
      {records.map(({ attempt, holderName: name, value, unit }, index) => {
        const words = valueInWords(value, unit);
        return (
          <li key={attempt} class="row wrap" data-record={attempt}>
            <span>{t(index === 0 ? 'gate.held' : 'gate.record-row', { value: words, name })}</span>
            <span class="row">
              <a
                class="button small"
                href={`/watch/${attempt}`}
                target="_blank"
                rel="noopener"
                aria-label={t('gate.watch-of', { value: words, name })}
              >
                {t('gate.watch')}
              </a>
              {onRace === null ? null : (
                <button
                  type="button"
                  class="small"
                  aria-label={t('gate.race-of', { value: words, name })}
                  onClick={() => onRace(attempt)}
                >
                  {t('gate.race')}
                </button>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
