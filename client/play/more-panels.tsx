/** The quieter panels: the automata, the keys. */
import { keyLabel } from '#client/i18n/key-words.ts';
import { t } from '#client/i18n/translate.ts';
import type { Keys } from '#client/input/key-map.ts';
import { AutomatonList } from '#client/ui/automaton-list.tsx';
import { SidePanel } from '#client/ui/side-panel.tsx';
import type { HudActions } from './hud-actions.ts';
import type { HudState } from './hud-state.ts';
import { KeyLine } from './key-line.tsx';
import { PadHelp } from './pad-help.tsx';

interface PanelProps {
  readonly hud: HudState;
  readonly actions: HudActions;
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

const TURNS = ['turn-left', 'turn-right', 'look-up', 'look-down'] as const;
/** Acts in the order in which a newcomer needs them. */
const EXPLAINED = ['jump', 'walk', 'behind', 'use', 'restart', 'switch', 'talk', 'map', 'quests', 'photo'] as const;
/** Keys that never change. */
const FIXED = [
  ['Enter', 'help.enter'],
  ['1 2 3 4 5', 'help.gestures'],
  ['Esc', 'help.back'],
] as const;

interface HelpPanelProps {
  readonly keys: Keys;
  /** The stick and the buttons for thumbs are shown: what they do comes first. */
  readonly touched: boolean;
  /** A gamepad is connected: what it does is told. */
  readonly pad: boolean;
  readonly actions: HudActions;
}

/** The keys as they are set, and what this place is. */
export function HelpPanel({ keys, touched, pad, actions }: HelpPanelProps) {
  const { forward, left, back, right } = keys;
  return (
    <SidePanel title={t('panel.help')} name="help" onClose={actions.close}>
      <div class="stack">
        <p>{t('help.what')}</p>
        {touched ? <p>{t('help.touch')}</p> : null}
        {pad ? <PadHelp /> : null}
        <dl class="keys">
          <KeyLine keys={[forward, left, back, right].map(keyLabel)} words={t('help.move')} />
          <KeyLine keys={TURNS.map((act) => keyLabel(keys[act]))} words={t('help.turn')} />
          {EXPLAINED.map((act) => (
            <KeyLine key={act} keys={[keyLabel(keys[act])]} words={t(`act.${act}`)} />
          ))}
          {FIXED.map(([names, words]) => (
            <KeyLine key={names} keys={names.split(' ')} words={t(words)} />
          ))}
        </dl>
        <p class="soft small">{t('help.look')}</p>
        {pad ? null : <p class="soft small">{t('help.pad.none')}</p>}
        <p>
          <button type="button" onClick={actions.hintsAgain}>
            {t('help.hints')}
          </button>
        </p>
        <p>
          <a href="/create">{t('help.create')}</a> · <a href="/records">{t('board.records')}</a>
        </p>
      </div>
    </SidePanel>
  );
}
