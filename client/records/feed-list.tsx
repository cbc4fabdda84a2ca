/** The record feed for people: newest first, each line with its certificate, its history and its gate. */
import { dateFormat } from '#client/i18n/speech.ts';
import { t, valueInWords } from '#client/i18n/translate.ts';
import { withPassedLaurels } from '#shared/records/feed-laurels.ts';
import type { FeedLine, RecordLine } from '#shared/records/feed-line.ts';
import type { RecordsState } from './records-state.ts';

/** Grows at the top by itself, and at the end on demand. */
export function FeedList({ state }: { readonly state: RecordsState }) {
  const lines = withPassedLaurels(state.lines.value);
  return (
    <section class="panel card stack" aria-labelledby="feed">
      <h2 id="feed">{t('feed.title')}</h2>
      {lines.length === 0 ? <p class="soft">{t('feed.empty')}</p> : null}
      <ol class="feed" aria-live="polite" aria-relevant="additions">
        {lines.map((line) => (
          <li key={line.seq} data-entry={line.seq} data-kind={line.kind}>
            <a href={`/?gate=${line.challenge}`}>{line.title}</a>
            <Words line={line} />
            <Links line={line} onHistory={() => void state.choose(line.challenge)} />
          </li>
        ))}
      </ol>
      {state.hasOlder() ? (
        <button type="button" onClick={() => void state.older()}>
          {t('records.older')}
        </button>
      ) : null}
    </section>
  );
}

function Words({ line }: { readonly line: FeedLine }) {
  if (line.kind === 'closed') return <p>{t('feed.closed', { name: line.by })}</p>;
  if (line.kind === 'passed') return <p>{t('feed.passed', { index: line.from + 1, name: line.holderName })}</p>;
  if (line.kind === 'invalidated')
    return <p class="bad">{t('feed.invalidated', { index: line.index + 1, reason: line.reason })}</p>;
  return (
    <p>
      <b>{t('feed.record', { name: line.holderName, value: valueInWords(line.value, line.unit) })}</b>{' '}
      <span class="soft small">{creditOf(line).join(' · ')}</span>
    </p>
  );
}

/** What a record is credited for, in words. */
export function creditOf(line: RecordLine): readonly string[] {
  return [
    ...(line.laurel ? [t('feed.laurel')] : []),
    ...(line.holderKind === 'automaton' ? [t('feed.machine')] : []),
    t(`feed.${line.credit}`),
    ...(line.origin === null ? [] : [t('feed.taken-over', { host: hostOf(line.origin.url) })]),
  ];
}

function Links({ line, onHistory }: { readonly line: FeedLine; readonly onHistory: () => void }) {
  return (
    <p class="row wrap small soft">
      <time dateTime={new Date(line.atMs).toISOString()}>{dayOf(line.atMs)}</time>
      {line.kind === 'record' ? (
        <a
          href={`/watch/${line.attempt}`}
          aria-label={t('feed.watch-of', { name: line.holderName, title: line.title })}
        >
          {t('feed.watch')}
        </a>
      ) : null}
      {line.kind === 'record' && line.holderKind === 'person' && line.origin === null ? (
        <a href={`/people/${line.holder}`} aria-label={t('feed.person-of', { name: line.holderName })}>
          {t('feed.person')}
        </a>
      ) : null}
      {line.kind === 'record' ? (
        <a
          href={`/api/attempts/${line.attempt}`}
          aria-label={t('feed.certificate-of', { name: line.holderName, title: line.title })}
        >
          {t('feed.certificate')}
        </a>
      ) : null}
      <button type="button" class="link" aria-label={t('feed.history-of', { title: line.title })} onClick={onHistory}>
        {t('feed.history')}
      </button>
    </p>
  );
}

const DAY = dateFormat({ dateStyle: 'medium', timeStyle: 'short' });

/** "Nov 25, 2026, 5:30 PM" in the reader's time. */
export function dayOf(atMs: number): string {
  return DAY.format(atMs);
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
