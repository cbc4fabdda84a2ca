/** Somebody in this world, for everybody to read: since when, laurels, records, works, and what the world pays. */
import type { Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { dateFormat } from '#client/i18n/speech.ts';
import { shortAddress, t, valueInWords } from '#client/i18n/translate.ts';
import { CopyButton } from '#client/ui/copy-button.tsx';
import { PageHead } from '#client/ui/page-head.tsx';
import { ProblemLine } from '#client/ui/problem-line.tsx';
import type { PublicProfile } from '#shared/protocol/routes.ts';

/** Where the page stands. */
export type PersonPhase =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly person: PublicProfile }
  | { readonly kind: 'failed'; readonly sentence: string };

interface PersonPageProps {
  readonly page: Signal<PersonPhase>;
  readonly onAgain: () => void;
}

/** Loading, nobody and somebody are said in words. */
export function PersonPage({ page, onAgain }: PersonPageProps) {
  const now = page.value;
  return (
    <main class="person">
      <PageHead title={now.kind === 'ready' ? now.person.name : t('person.title')} />
      {now.kind === 'loading' ? <p role="status">{t('loading')}</p> : null}
      {now.kind === 'failed' ? (
        <div class="panel card">
          <ProblemLine sentence={now.sentence} onAgain={onAgain} />
        </div>
      ) : null}
      {now.kind === 'ready' ? <Parts person={now.person} /> : null}
      <p>
        <a href="/records">{t('person.all-records')}</a>
      </p>
    </main>
  );
}

function Parts({ person }: { readonly person: PublicProfile }) {
  const { laurels, records, works } = person;
  return (
    <>
      <About person={person} />
      <div class="person-halves">
        <Part id="laurels" title={t('person.laurels')} empty={t('person.no-laurels')} count={laurels.length}>
          <ul class="person-lines">
            {laurels.map((one) => (
              <li key={one.tokenId} data-laurel={one.tokenId}>
                {one.challengeTitle === '' ? (
                  <span class="soft">{t('person.out-of-sight')}</span>
                ) : (
                  <Laurelled laurel={one} />
                )}
              </li>
            ))}
          </ul>
        </Part>
        <Part id="records" title={t('person.records')} empty={t('person.no-records')} count={records.length}>
          <p class="soft small">{t('person.records-what')}</p>
          <ul class="person-lines">
            {records.map((one) => {
              const value = valueInWords(one.value, one.unit);
              return (
                <li key={one.attempt} data-record={one.attempt}>
                  <b>{one.title}</b>
                  <span class="soft small">{t('person.line', { value, day: DAY.format(one.atMs) })}</span>
                  <Ways challenge={one.challenge} title={one.title} attempt={one.attempt} value={value} />
                </li>
              );
            })}
          </ul>
        </Part>
        <Part id="works" title={t('person.works')} empty={t('person.no-works')} count={works.count}>
          <p class="soft small">{t('person.works-count', { count: works.count })}</p>
          <ul class="person-lines">
            {works.newest.map(({ id, title, madeAtMs }) => (
              <li key={id}>
                <b>{title}</b>
                <span class="soft small">{DAY.format(madeAtMs)}</span>
              </li>
            ))}
          </ul>
        </Part>
        <section class="panel card stack" aria-labelledby="income">
          <h2 id="income">{t('person.income')}</h2>
          <p>{t('person.income-none')}</p>
        </section>
      </div>
    </>
  );
}

function Laurelled({ laurel }: { readonly laurel: PublicProfile['laurels'][number] }) {
  const { challenge, challengeTitle, value, state, attempt, atMs } = laurel;
  return (
    <>
      <b>{challengeTitle}</b>
      <span class="soft small">
        {state === 'invalidated' || atMs === null
          ? t('person.taken-back')
          : t('person.line', { value, day: DAY.format(atMs) })}
      </span>
      <Ways challenge={challenge} title={challengeTitle} attempt={attempt} value={value} />
    </>
  );
}

function About({ person }: { readonly person: PublicProfile }) {
  const { address, attempts, motto, sinceMs } = person;
  return (
    <section class="panel card stack" aria-label={t('person.title')}>
      {motto === null ? null : (
        <>
          <p class="soft small">{t('person.machine')}</p>
          <p class="motto">{motto}</p>
        </>
      )}
      {sinceMs === null ? null : <p>{t('person.since', { day: DAY.format(sinceMs) })}</p>}
      <dl>
        <dt>{t('person.attempts')}</dt>
        <dd>{attempts}</dd>
        <dt>{t('person.account')}</dt>
        <dd class="row">
          <span class="mono" title={address}>
            {shortAddress(address)}
          </span>
          <CopyButton text={address} />
        </dd>
      </dl>
    </section>
  );
}

interface PartProps {
  readonly id: string;
  readonly title: string;
  readonly empty: string;
  readonly count: number;
  readonly children: ComponentChildren;
}

function Part({ id, title, empty, count, children }: PartProps) {
  return (
    <section class="panel card stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {count === 0 ? <p class="soft">{empty}</p> : children}
    </section>
  );
}

interface WaysProps {
  readonly challenge: string;
  readonly title: string;
  readonly attempt: string | null;
  readonly value: string;
}

function Ways({ challenge, title, attempt, value }: WaysProps) {
  return (
    <span class="row">
      <a class="button small" href={`/?gate=${challenge}`} aria-label={t('person.gate-of', { title })}>
        {t('person.gate')}
      </a>
      {attempt === null ? null : (
        <a class="button small" href={`/watch/${attempt}`} aria-label={t('person.watch-of', { title, value })}>
          {t('person.watch')}
        </a>
      )}
    </span>
  );
}

const DAY = dateFormat({ dateStyle: 'long' });
