/** At the top of the page: the compass, and what walks the visitor just now. */
import { t } from '#client/i18n/translate.ts';
import { Compass } from '#client/wayfinding/compass.tsx';
import type { HudActions } from './hud-actions.ts';
import type { HudState } from './hud-state.ts';

interface WayStripProps {
  readonly hud: HudState;
  readonly actions: HudActions;
  /** The compass is wanted. */
  readonly compass: boolean;
}

/** Between the two corners on wide pages, below them on narrow ones. */
export function WayStrip({ hud, actions, compass }: WayStripProps) {
  const { goal, walking } = hud.way;
  const name = goal.value?.name ?? '';
  return (
    <div class="way-strip" data-walking={walking.value}>
      {compass ? <Compass way={hud.way} /> : null}
      <div class={goal.value === null ? 'seen-by-none' : 'panel row way-line'}>
        <span role="status" class="small">
          {goal.value === null ? '' : t(walking.value ? 'way.walking' : 'way.goal', { name })}
        </span>
        {goal.value === null ? null : (
          <button type="button" class="small" onClick={() => (walking.value ? actions.halt() : actions.track(null))}>
            {t(walking.value ? 'way.stop' : 'way.forget')}
          </button>
        )}
      </div>
    </div>
  );
}
