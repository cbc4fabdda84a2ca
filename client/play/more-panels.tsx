/** The quieter panels: the board, the automata, the settings, the keys. */
import { t } from '#client/i18n/translate.ts';
import { AutomatonList } from '#client/ui/automaton-list.tsx';
import { SidePanel } from '#client/ui/side-panel.tsx';
import type { HudActions } from './hud-actions.ts';
import type { HudState } from './hud-state.ts';
import type { RememberedSettings } from './remembered-settings.ts';
import { QUALITIES } from './settings.ts';

interface PanelProps {
  readonly hud: HudState;
  readonly actions: HudActions;
}

/** What was found lately, as on the board in the plaza. */
export function BoardPanel({ hud, actions }: PanelProps) {
  return (
    <SidePanel title={t('panel.board')} name="board" onClose={actions.close}>
      <p>
        <a href="/records">{t('board.records')}</a>
      </p>
      {hud.board.value.length === 0 ? (
        <p class="soft">{t('board.empty')}</p>
      ) : (
        <ol class="board-lines">
          {hud.board.value.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      )}
    </SidePanel>
  );
}

/** What each automaton does, why, and what went wrong. */
export function AutomataPanel({ hud, actions }: PanelProps) {
  return (
    <SidePanel title={t('panel.automata')} name="automata" onClose={actions.close}>
      <div class="stack">
        <p class="soft small">{t('automata.what')}</p>
        <AutomatonList automata={hud.automata.value} />
      </div>
    </SidePanel>
  );
}

interface SettingsPanelProps {
  readonly settings: RememberedSettings;
  readonly actions: HudActions;
}

/** Picture, view, motion: kept in this browser. */
export function SettingsPanel({ settings, actions }: SettingsPanelProps) {
  const now = settings.now.value;
  return (
    <SidePanel title={t('panel.settings')} name="settings" onClose={actions.close}>
      <div class="stack">
        <label class="stack small">
          {t('settings.quality')}
          <select
            value={now.quality}
            onChange={(event) => {
              const quality = QUALITIES.find((name) => name === event.currentTarget.value);
              if (quality !== undefined) settings.change({ quality });
            }}
          >
            {QUALITIES.map((name) => (
              <option key={name} value={name}>
                {t(`quality.${name}`)}
              </option>
            ))}
          </select>
        </label>
        <label class="stack small">
          {t('settings.sensitivity')}
          <input
            type="range"
            min="0.3"
            max="3"
            step="0.1"
            value={now.sensitivity}
            onInput={(event) => settings.change({ sensitivity: event.currentTarget.valueAsNumber })}
          />
        </label>
        <label class="row small">
          <input
            type="checkbox"
            checked={now.inverted}
            onChange={(event) => settings.change({ inverted: event.currentTarget.checked })}
          />
          {t('settings.inverted')}
        </label>
        <label class="row small">
          <input
            type="checkbox"
            checked={now.reducedMotion}
            onChange={(event) => settings.change({ reducedMotion: event.currentTarget.checked })}
          />
          {t('settings.still')}
        </label>
      </div>
    </SidePanel>
  );
}

const KEYS = [
  ['W A S D', 'help.move'],
  ['Shift', 'help.run'],
  ['Space', 'help.jump'],
  ['E', 'help.use'],
  ['Enter', 'help.enter'],
  ['R', 'help.restart'],
  ['T', 'help.talk'],
  ['1 2 3 4 5', 'help.gestures'],
  ['Esc', 'help.back'],
] as const;

/** The keys, and what this place is. */
export function HelpPanel({ actions }: { readonly actions: HudActions }) {
  return (
    <SidePanel title={t('panel.help')} name="help" onClose={actions.close}>
      <div class="stack">
        <p>{t('help.what')}</p>
        <dl class="keys">
          {KEYS.map(([key, meaning]) => (
            <div key={key} class="key">
              <dt>
                {key.split(' ').map((name) => (
                  <kbd key={name}>{name}</kbd>
                ))}
              </dt>
              <dd>{t(meaning)}</dd>
            </div>
          ))}
        </dl>
        <p class="soft small">{t('help.look')}</p>
        <p>
          <a href="/create">{t('help.create')}</a> · <a href="/records">{t('board.records')}</a>
        </p>
      </div>
    </SidePanel>
  );
}
