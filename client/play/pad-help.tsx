/** What each part of a gamepad does, once one is connected. */
import { t } from '#client/i18n/translate.ts';
import { KeyLine } from './key-line.tsx';

/** Buttons by the letters most pads have on them; where they are is told in words. */
const BUTTONS = [
  ['A', 'help.pad.confirm'],
  ['B', 'help.pad.back'],
  ['X', 'act.use'],
  ['Y', 'help.pad.again'],
  ['LB', 'act.behind'],
  ['RB', 'act.switch'],
  ['LT RT', 'help.pad.rise'],
  ['Back', 'act.map'],
  ['Start', 'help.pad.menu'],
] as const;

/** Above the keys: a pad does not scroll to what stands below them. */
export function PadHelp() {
  return (
    <div class="stack" data-pad-help="">
      <h3>{t('help.pad')}</h3>
      <dl class="keys">
        <KeyLine keys={[t('help.pad.left-stick')]} words={t('help.pad.walk')} />
        <KeyLine keys={[t('help.pad.right-stick')]} words={t('help.pad.look')} />
        <KeyLine keys={[t('help.pad.cross')]} words={t('help.pad.move')} />
        {BUTTONS.map(([names, words]) => (
          <KeyLine key={names} keys={names.split(' ')} words={t(words)} />
        ))}
      </dl>
      <p class="soft small">{t('help.pad.names')}</p>
    </div>
  );
}
