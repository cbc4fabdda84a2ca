/** What one can say without words: one button that opens the row of gestures. */
import { useState } from 'preact/hooks';
import { t } from '#client/i18n/translate.ts';
import { Icon } from '#client/ui/icon.tsx';
import { ASKABLE } from '#shared/protocol/gestures.ts';
import type { HudActions } from './hud-actions.ts';

/** The number keys do the same. */
export function GestureMenu({ actions }: { readonly actions: HudActions }) {
  const [open, setOpen] = useState(false);
  return (
    <fieldset
      class="gestures row"
      aria-label={t('gestures')}
      onKeyDown={(event) => {
        if (event.code !== 'Escape' || !open) return;
        event.stopPropagation();
        setOpen(false);
      }}
    >
      <button
        type="button"
        class="icon panel"
        title={t('gestures')}
        aria-label={t('gestures')}
        aria-expanded={open}
        aria-controls="gesture-row"
        onClick={() => setOpen(!open)}
      >
        <Icon name="wave" />
      </button>
      {open ? (
        <div id="gesture-row" class="panel row gesture-row">
          {ASKABLE.map((gesture, index) => (
            <button
              key={gesture}
              type="button"
              class="quiet gesture"
              data-gesture={gesture}
              aria-keyshortcuts={String(index + 1)}
              onClick={() => {
                actions.gesture(gesture);
                setOpen(false);
              }}
            >
              <Icon name={gesture} />
              <span>{t(`gesture.${gesture}`)}</span>
            </button>
          ))}
        </div>
      ) : null}
    </fieldset>
  );
}
