/** What one may do about a place: be shown the way, walk there, open its gate. */
import { t } from '#client/i18n/translate.ts';
import type { Place } from './place.ts';
import type { WayState } from './way-state.ts';

/** Acts of the page that these buttons ask for. */
export interface WayActs {
  track(place: Place | null): void;
  walkTo(place: Place): void;
  openGate(challenge: string): void;
  close(): void;
}

interface WayButtonsProps {
  readonly place: Place;
  readonly way: WayState;
  readonly acts: WayActs;
}

/** In a row; walking closes the panel, so that one sees where one goes. */
export function WayButtons({ place, way, acts }: WayButtonsProps) {
  const isGoal = way.goal.value?.id === place.id && place.kind !== 'waypoint';
  const { name, challenge } = place;
  return (
    <div class="row wrap way-buttons">
      <button
        type="button"
        aria-pressed={isGoal}
        aria-label={t(isGoal ? 'way.forget-whom' : 'way.show-whom', { name })}
        onClick={() => acts.track(isGoal ? null : place)}
      >
        {t(isGoal ? 'way.forget' : 'way.show')}
      </button>
      <button
        type="button"
        aria-label={t('way.walk-whom', { name })}
        onClick={() => {
          acts.close();
          acts.walkTo(place);
        }}
      >
        {t('way.walk')}
      </button>
      {challenge === null ? null : (
        <button type="button" aria-label={t('way.open-whom', { name })} onClick={() => acts.openGate(challenge)}>
          {t('way.open')}
        </button>
      )}
    </div>
  );
}
