/** Everybody who is here: follow them, hear them no more, tell the host of them. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '#client/i18n/translate.ts';
import { SidePanel } from '#client/ui/side-panel.tsx';
import { REPORT_REASONS, type ReportReason } from '#shared/records/report.ts';
import type { HudActions } from './hud-actions.ts';
import type { HudState, PersonView } from './hud-state.ts';

interface PeoplePanelProps {
  readonly hud: HudState;
  readonly actions: HudActions;
}

/** People first, then the automata; whoever was clicked in the world stands open. */
export function PeoplePanel({ hud, actions }: PeoplePanelProps) {
  const people = hud.persons.value;
  return (
    <SidePanel title={t('panel.people')} name="people" onClose={actions.close}>
      {people.length === 0 ? <p class="soft">{t('people.none')}</p> : null}
      <ul class="people-list">
        {people.map((person) => (
          <Person key={person.address} person={person} hud={hud} actions={actions} />
        ))}
      </ul>
    </SidePanel>
  );
}

function Person({ person, hud, actions }: PeoplePanelProps & { readonly person: PersonView }) {
  const [reporting, setReporting] = useState(false);
  const [answer, setAnswer] = useState<string | null>(null);
  const { session } = person;
  const followed = session !== null && hud.followed.value === session;
  const picked = hud.pickedPerson.value === person.address;
  const line = useRef<HTMLLIElement>(null);
  useLayoutEffect(() => {
    if (picked) line.current?.scrollIntoView({ block: 'nearest' });
  }, [picked]);
  return (
    <li ref={line} class="stack" data-person={session ?? person.address} data-picked={picked}>
      <span class="row">
        <span class={person.machine ? 'dot gold' : 'dot'} />
        <b>{person.name}</b>
        <span class="soft small">
          {[whereabouts(person), person.muted ? t('people.muted') : ''].filter((words) => words !== '').join(' · ')}
        </span>
      </span>
      <div class="row wrap">
        {session === null ? null : (
          <button
            type="button"
            class="small"
            aria-pressed={followed}
            aria-label={t(followed ? 'people.follow-no-more' : 'people.follow-whom', { name: person.name })}
            onClick={() => actions.follow(followed ? null : session)}
          >
            {t(followed ? 'people.stop' : 'people.follow')}
          </button>
        )}
        <a
          class="button small"
          href={`/people/${person.address}`}
          target="_blank"
          rel="noopener"
          aria-label={t('people.profile-of', { name: person.name })}
        >
          {t('people.profile')}
        </a>
        {person.machine ? null : (
          <>
            <button
              type="button"
              class="small"
              aria-pressed={person.muted}
              aria-label={t(person.muted ? 'people.unmute-whom' : 'people.mute-whom', { name: person.name })}
              onClick={() => actions.mute(person.address, !person.muted)}
            >
              {t(person.muted ? 'people.unmute' : 'people.mute')}
            </button>
            <button
              type="button"
              class="small quiet"
              aria-expanded={reporting}
              aria-label={t('people.report-whom', { name: person.name })}
              onClick={() => {
                // From here on they stay in the list, also when they leave.
                if (!reporting) actions.openPerson(person.address, person.name);
                setReporting(!reporting);
              }}
            >
              {t('people.report')}
            </button>
          </>
        )}
      </div>
      {reporting ? (
        <ReportForm
          name={person.name}
          onSend={async (reason, words) => {
            const refused = await actions.report(person.address, reason, words);
            setAnswer(refused ?? t('report.sent'));
            if (refused === null) setReporting(false);
          }}
        />
      ) : null}
      <p class="small" role="status">
        {answer}
      </p>
    </li>
  );
}

function whereabouts({ session, machine, away }: PersonView): string {
  if (session === null) return t('people.left');
  if (machine) return t('people.automaton');
  return away ? t('people.away') : '';
}

interface ReportFormProps {
  readonly name: string;
  readonly onSend: (reason: ReportReason, words: string) => Promise<void>;
}

function ReportForm({ name, onSend }: ReportFormProps) {
  const [reason, setReason] = useState<ReportReason>('insult');
  const [words, setWords] = useState('');
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void onSend(reason, words.trim());
      }}
    >
      <label class="stack small">
        {t('report.why', { name })}
        <select
          value={reason}
          onChange={(event) => {
            const chosen = REPORT_REASONS.find((one) => one === event.currentTarget.value);
            if (chosen !== undefined) setReason(chosen);
          }}
        >
          {REPORT_REASONS.map((one) => (
            <option key={one} value={one}>
              {t(`report.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label class="stack small">
        {t('report.words')}
        <input maxLength={200} value={words} onInput={(event) => setWords(event.currentTarget.value)} />
      </label>
      <p class="soft small">{t('report.what')}</p>
      <button type="submit" class="main">
        {t('report.send')}
      </button>
    </form>
  );
}
