/** The corner tools: where you are, who is here, whether the line holds, and the doors to the panels. */
import { useState } from 'preact/hooks';
import { t } from '#client/i18n/translate.ts';
import { Icon, type IconName } from '#client/ui/icon.tsx';
import type { HudActions } from './hud-actions.ts';
import type { HudState, Panel } from './hud-state.ts';
import { LINE_DOTS, lineStateOf, lineWords } from './line-words.ts';

interface TopBarProps {
  readonly hud: HudState;
  readonly actions: HudActions;
}

type Door = readonly [Panel, IconName];

/** These stand there on every page; the others fold into a menu where the page is narrow. */
const FIRST_DOORS: readonly Door[] = [
  ['quests', 'quests'],
  ['map', 'map'],
];
const DOORS: readonly Door[] = [
  ['profile', 'person'],
  ['board', 'board'],
  ['automata', 'automata'],
  ['settings', 'settings'],
  ['help', 'help'],
];

/** People and connection on the left, panels on the right. */
export function TopBar({ hud, actions }: TopBarProps) {
  const [isOpen, setOpen] = useState(false);
  const line = lineStateOf(hud);
  const where =
    line === 'weak'
      ? t('line.weak')
      : line === 'connected'
        ? t('people', { count: hud.people.value })
        : lineWords(hud.connection.value);
  return (
    <div class="top-bar">
      <div class="where-row">
        <button
          type="button"
          class="panel where row"
          data-door="people"
          title={t('panel.people')}
          aria-pressed={hud.panel.value === 'people'}
          onClick={() => (hud.panel.value === 'people' ? actions.close() : actions.open('people'))}
        >
          <span class={LINE_DOTS[line]} />
          <span data-people={hud.people.value} data-line={line}>
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
        {FIRST_DOORS.map((door) => (
          <DoorButton key={door[0]} door={door} hud={hud} actions={actions} />
        ))}
        <button
          type="button"
          class="icon quiet more-button"
          title={t('panels.more')}
          aria-label={t('panels.more')}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <Icon name="more" />
        </button>
        {/* A choice folds the menu again. */}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the buttons inside are what is pressed */}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside are what is pressed */}
        <div class="more-doors" data-open={isOpen} onClick={() => setOpen(false)}>
          <button
            type="button"
            class="icon quiet"
            title={t('photo')}
            aria-label={t('photo')}
            onClick={actions.takePhotos}
          >
            <Icon name="photo" />
          </button>
          {DOORS.map((door) => (
            <DoorButton key={door[0]} door={door} hud={hud} actions={actions} />
          ))}
        </div>
      </nav>
    </div>
  );
}

function DoorButton({ door: [panel, icon], hud, actions }: TopBarProps & { readonly door: Door }) {
  return (
    <button
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
  );
}
