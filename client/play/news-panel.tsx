/** The board: what happened in the last days, today first, and the newest laurels as they stand in the plaza. */
import { heardInWords } from '#client/i18n/heard.ts';
import { dateFormat } from '#client/i18n/speech.ts';
import { inLine, t, valueInWords } from '#client/i18n/translate.ts';
import { ProblemLine } from '#client/ui/problem-line.tsx';
import { SidePanel } from '#client/ui/side-panel.tsx';
import type { DayResult, NewsDay } from '#shared/records/news-day.ts';
import type { HudActions } from './hud-actions.ts';
import type { HudState } from './hud-state.ts';

/** Gates that open on one day and are named; a fresh world opens with many. */
const MOST_GATES = 4;

interface NewsPanelProps {
  readonly hud: HudState;
  readonly actions: HudActions;
}

/** What was found lately, as on the board in the plaza. */
export function BoardPanel({ hud, actions }: NewsPanelProps) {
  return (
    <SidePanel title={t('panel.board')} name="board" onClose={actions.close}>
      <div class="stack">
        <p>
          <a href="/records">{t('board.records')}</a>
        </p>
        <p class="soft small">
          {t(`sky.${hud.sky.value.hour}`)} {t(`weather.${hud.sky.value.weather}`)}
        </p>
        <Days hud={hud} actions={actions} />
        <h3>{t('board.laurels')}</h3>
        {hud.board.value.length === 0 ? (
          <p class="soft">{t('board.empty')}</p>
        ) : (
          <ol class="board-lines">
            {hud.board.value.map((line) => (
              <li key={line}>{heardInWords(line)}</li>
            ))}
          </ol>
        )}
      </div>
    </SidePanel>
  );
}

function Days({ hud, actions }: NewsPanelProps) {
  const news = hud.days.value;
  const problem = hud.panelProblem.value;
  if (news === null && problem !== null)
    return <ProblemLine sentence={problem} onAgain={() => actions.open('board')} />;
  if (news === null)
    return (
      <p role="status" class="soft">
        {t('loading')}
      </p>
    );
  if (news.days.length === 0) return <p class="soft">{t('day.none')}</p>;
  return (
    <>
      {news.days.map((day) => (
        <section key={day.day} class="stack" data-day={day.day}>
          <h3>{dayName(day.day, news.today)}</h3>
          <Day day={day} actions={actions} />
        </section>
      ))}
    </>
  );
}

function Day({ day, actions }: { readonly day: NewsDay; readonly actions: HudActions }) {
  const { laurels, firsts, opened, closed, works, taught } = day;
  return (
    <ul class="day-lines">
      {laurels.map((one) => (
        <Line key={`laurel ${one.attempt}`} about={one} actions={actions}>
          {t('news.laurel', { name: namesOf(one), title: one.title, value: valueInWords(one.value, one.unit) })}
        </Line>
      ))}
      {firsts.map((one) => (
        <Line key={`first ${one.who[0]?.address}`} about={one} actions={actions}>
          {t('day.first', { name: namesOf(one), title: one.title })}
        </Line>
      ))}
      {opened.slice(0, MOST_GATES).map((one) => (
        <Line key={`opened ${one.challenge}`} about={one} actions={actions}>
          {t(one.unsolved ? 'day.opened' : 'day.training', { title: one.title })}
        </Line>
      ))}
      {opened.length > MOST_GATES ? (
        <li class="soft">{t('day.more-gates', { count: opened.length - MOST_GATES })}</li>
      ) : null}
      {closed.map((one) => (
        <Line key={`closed ${one.challenge}`} about={one} actions={actions}>
          {t('news.closed', { title: one.title })}
        </Line>
      ))}
      {taught.map((one) => (
        <Line key={`taught ${one.challenge}`} about={one} actions={actions}>
          {t(one.who.length === 0 ? 'day.lessons' : 'day.taught', {
            name: namesOf(one),
            title: one.title,
            count: one.lessons,
          })}
        </Line>
      ))}
      {works.count === 0 ? null : (
        <li>{t('day.works', { count: works.count, titles: inLine(works.titles.map((title) => `“${title}”`)) })}</li>
      )}
    </ul>
  );
}

interface LineProps {
  readonly about: { readonly challenge: string; readonly title: string; readonly attempt?: string | null };
  readonly actions: HudActions;
  readonly children: string;
}

/** A sentence with the ways to what it tells of. */
function Line({ about, actions, children }: LineProps) {
  const { challenge, title, attempt = null } = about;
  return (
    <li>
      {children}{' '}
      <span class="day-ways">
        <button type="button" aria-label={t('day.gate-of', { title })} onClick={() => actions.openGate(challenge)}>
          {t('day.gate')}
        </button>
        {attempt === null ? null : (
          <a href={`/watch/${attempt}`} target="_blank" rel="noopener" aria-label={t('profile.watch', { title })}>
            {t('gate.watch')}
          </a>
        )}
      </span>
    </li>
  );
}

function namesOf({ who }: Pick<DayResult, 'who'>): string {
  return inLine(who.map(({ name }) => name));
}

/** Days are those of the calendar in UTC, as the world keeps them. */
function dayName(day: string, today: string): string {
  if (day === today) return t('day.today');
  const noon = (text: string) => Date.parse(`${text}T12:00:00Z`);
  if (noon(today) - noon(day) === 86_400_000) return t('day.yesterday');
  return dateFormat({ weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(noon(day));
}
