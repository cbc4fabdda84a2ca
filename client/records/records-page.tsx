/** The records page, part by part: the map, the feed, one history, published values, and what to take along. */
import { t } from '#client/i18n/translate.ts';
import { GROUPS, groupOf } from '#client/ui/challenge-group.ts';
import { AwayLine, PageHead } from '#client/ui/page-head.tsx';
import { FeedList } from './feed-list.tsx';
import { FrontierMap } from './frontier-map.tsx';
import { HistoryCard } from './history-card.tsx';
import { PublishedTables } from './published-tables.tsx';
import type { RecordsState } from './records-state.ts';

/** Loading, away and empty are said in words; what was shown stays while the world is away. */
export function RecordsPage({ state }: { readonly state: RecordsState }) {
  const phase = state.phase.value;
  return (
    <main class="records">
      <PageHead title={t('records')} />
      <p class="soft">{t('records.what')}</p>
      {phase === 'loading' ? <p role="status">{t('loading')}</p> : null}
      {phase === 'away' ? <AwayLine sentence={state.sentence.value} /> : null}
      {phase === 'loading' ? null : <Parts state={state} />}
    </main>
  );
}

function Parts({ state }: { readonly state: RecordsState }) {
  return (
    <>
      <Counts state={state} />
      <FrontierMap challenges={state.challenges.value} />
      <div class="halves">
        <FeedList state={state} />
        <HistoryCard state={state} />
      </div>
      <PublishedTables tables={state.published.value} />
      <TakeAlong />
    </>
  );
}

function Counts({ state }: { readonly state: RecordsState }) {
  const challenges = state.challenges.value;
  return (
    <dl class="figures" data-entries={state.lines.value[0]?.seq ?? 0}>
      {GROUPS.map((group) => (
        <div key={group}>
          <dt>{t(`records.count.${group}`)}</dt>
          <dd>{challenges.filter((card) => groupOf(card.state) === group).length}</dd>
        </div>
      ))}
      <div>
        <dt>{t('records.count.records')}</dt>
        <dd>{state.lines.value[0]?.seq ?? 0}</dd>
      </div>
    </dl>
  );
}

function TakeAlong() {
  return (
    <section class="panel card stack" aria-labelledby="take">
      <h2 id="take">{t('take.title')}</h2>
      <p class="soft">{t('take.what')}</p>
      <p class="row wrap">
        <a class="button" href="/api/records.csv" download>
          {t('take.csv')}
        </a>
        <a class="button" href="/api/records.json" download>
          {t('take.json')}
        </a>
        <a class="button" href="/api/feed">
          {t('take.feed')}
        </a>
        <a class="button" href="/api/CITATION.cff" download>
          {t('take.citation')}
        </a>
      </p>
      <p class="soft small">{t('take.check')}</p>
      <p class="mono small code">dimension records check {location.origin}</p>
    </section>
  );
}
