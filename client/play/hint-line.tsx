/** The line at the bottom of a first visit: what to do next, in the words of the device that is in hand. */
import { keyLabel } from '#client/i18n/key-words.ts';
import { t } from '#client/i18n/translate.ts';
import type { Keys } from '#client/input/key-map.ts';
import { Icon } from '#client/ui/icon.tsx';
import type { Hint } from './hints.ts';
import type { HudActions } from './hud-actions.ts';
import type { HudState } from './hud-state.ts';

interface HintLineProps {
  readonly hud: HudState;
  readonly keys: Keys;
  readonly actions: HudActions;
}

/** The place stays, so that what comes into it is read aloud. */
export function HintLine({ hud, keys, actions }: HintLineProps) {
  const hint = hud.phase.value === 'lost' || hud.chatOpen.value ? null : hud.hint.value;
  return (
    <div class="hint-place" role="status" aria-label={t('hint')}>
      {hint === null ? null : (
        <p class="panel hint" data-hint={hint}>
          <span>{wordsOf(hint, hud, keys)}</span>
          <button type="button" class="icon quiet" aria-label={t('hint.close')} onClick={actions.dismissHints}>
            <Icon name="close" />
          </button>
        </p>
      )}
    </div>
  );
}

function wordsOf(hint: Hint, { touch, pad, guide }: HudState, keys: Keys): string {
  switch (hint) {
    case 'walk':
      if (touch.value) return t('hint.walk.touch');
      if (pad.value) return t('hint.walk.pad');
      return t('hint.walk.keys', {
        forward: keyLabel(keys.forward),
        left: keyLabel(keys.left),
        back: keyLabel(keys.back),
        right: keyLabel(keys.right),
        turn: [keys['turn-left'], keys['turn-right']].map(keyLabel).join(' '),
      });
    case 'follow':
      return guide.value === null ? t('hint.find') : t('hint.follow', { name: guide.value });
    case 'enter':
      return t('hint.enter');
    case 'clock':
      return t('hint.clock');
  }
}
