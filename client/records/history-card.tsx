/** How the record of one challenge moved: a chart of value over time, and the same as a table. */
import { t, valueInWords } from '#client/i18n/translate.ts';
import { withPassedLaurels } from '#shared/records/feed-laurels.ts';
import type { RecordLine } from '#shared/records/feed-line.ts';
import { creditOf, dayOf } from './feed-list.tsx';
import { HistoryChart } from './history-chart.tsx';
import type { RecordsState } from './records-state.ts';

/** One challenge at a time, chosen here or in the feed. */
export function HistoryCard({ state }: { readonly state: RecordsState }) {
  const chosen = state.chosen.value;
  const records = withPassedLaurels(state.history.value).filter((line) => line.kind === 'record');
  const titles = new Map(state.lines.value.filter(isRecord).map(({ challenge, title }) => [challenge, title]));
  const title = records[0]?.title ?? '';
  return (
    <section class="panel card stack" aria-labelledby="history" data-history={records.length}>
      <h2 id="history">{t('history.title')}</h2>
      {titles.size === 0 ? <p class="soft">{t('history.nobody')}</p> : null}
      {titles.size === 0 ? null : (
        <label class="stack small">
          {t('history.choose')}
          <select value={chosen ?? ''} onChange={(event) => void state.choose(event.currentTarget.value)}>
            {[...titles].map(([challenge, name]) => (
              <option key={challenge} value={challenge}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {records.length === 0 ? null : (
        <>
          <HistoryChart records={records} label={t('history.chart', { title, count: records.length })} />
          <p class="soft small">{t('history.legend')}</p>
          <HistoryTable records={records} />
        </>
      )}
    </section>
  );
}

function isRecord(line: { readonly kind: string }): line is RecordLine {
  return line.kind === 'record';
}

function HistoryTable({ records }: { readonly records: readonly RecordLine[] }) {
  return (
    <div class="wide-table">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('history.when')}</th>
            <th scope="col">{t('history.value')}</th>
            <th scope="col">{t('history.who')}</th>
            <th scope="col">{t('history.why')}</th>
            <th scope="col">{t('history.recording')}</th>
          </tr>
        </thead>
        <tbody>
          {records.map((line) => (
            <tr key={line.seq}>
              <td>{dayOf(line.atMs)}</td>
              <td>{valueInWords(line.value, line.unit)}</td>
              <td>{line.holderName}</td>
              <td>{creditOf(line).join(', ')}</td>
              <td>
                <a
                  href={`/watch/${line.attempt}`}
                  aria-label={t('history.watch-of', {
                    name: line.holderName,
                    value: valueInWords(line.value, line.unit),
                  })}
                >
                  {t('feed.watch')}
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
