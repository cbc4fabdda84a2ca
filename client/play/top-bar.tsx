/** The corner tools: where you are, who is here, whether the line holds, and the doors to the panels. */
import { t } from '#client/i18n/translate.ts';
import { Icon, type IconName } from '#client/ui/icon.tsx';
import type { HudActions } from './hud-actions.ts';
import type { HudState, Panel } from './hud-state.ts';
import { lineWords } from './line-words.ts';

interface TopBarProps {
  readonly hud: HudState;
  readonly actions: HudActions;
}

const DOORS: readonly (readonly [Panel, IconName])[] = [
  ['profile', 'person'],
  ['board', 'board'],
  ['automata', 'automata'],
  ['settings', 'settings'],
  ['help', 'help'],
];

/** People and connection on the left, panels on the right. */
export function TopBar({ hud, actions }: TopBarProps) {
  const connection = hud.connection.value;
  const isWeak = connection.kind === 'connected' && hud.lineIsWeak.value;
  const dot =
    connection.kind === 'lost' ? 'dot bad' : connection.kind === 'reconnecting' || isWeak ? 'dot gold' : 'dot';
  const where =
    connection.kind !== 'connected'
      ? lineWords(connection)
      : t(isWeak ? 'line.weak' : 'people', { count: hud.people.value });
  return (
    <div class="top-bar">
      <div class="where-row">
        <button
          type="button"
          class="panel where row"
          title={t('panel.people')}
          aria-pressed={hud.panel.value === 'people'}
          onClick={() => (hud.panel.value === 'people' ? actions.close() : actions.open('people'))}
        >
          <span class={dot} />
          <span data-people={hud.people.value} data-line={isWeak ? 'weak' : connection.kind}>
            {where}
          </span>
        </button>
        {/* A button is not a status: what changes in it is told beside it. */}
        <span class="seen-by-none" role="status">
          {where}
        </span>
        {hud.followed.value === null ? null : (
          <button type="button" class="panel" onClick={() => actions.follow(null)}>
            {t('people.stop')}
          </button>
        )}
      </div>
      <nav class="panel row doors" aria-label={t('panels')}>
        <button
          type="button"
          class="icon quiet"
          title={t('photo')}
          aria-label={t('photo')}
          onClick={actions.takePhotos}
        >
          <Icon name="photo" />
        </button>
        {DOORS.map(([panel, icon]) => (
          <button
            key={panel}
            type="button"
            data-door={panel}
            class="icon quiet"
            title={t(`panel.${panel}`)}
            aria-label={t(`panel.${panel}`)}
            aria-pressed={hud.panel.value === panel}
            onClick={() => (hud.panel.value === panel ? actions.close() : actions.open(panel))}
          >
            <Icon name={icon} />
          </button>
        ))}
      </nav>
    </div>
  );
}
