/** The strip at the top: the quarters of the sky, the nearest gates by what they hold, and the goal. */
import { t } from '#client/i18n/translate.ts';
import { isInView, QUARTERS, shareOf } from './compass-dial.ts';
import { PlaceMark } from './place-mark.tsx';
import type { WayState } from './way-state.ts';

/** Hidden from screen readers: the list of the map says all of it in words. */
export function Compass({ way }: { readonly way: WayState }) {
  const { heading, marks, goal } = way.compass.value;
  return (
    <div class="panel compass" aria-hidden="true" data-goal={goal === null ? undefined : Math.round(goal.metres)}>
      {QUARTERS.map((quarter, index) => (
        <At key={quarter} share={shareOf((index * Math.PI) / 2, heading)}>
          <b>{t(`compass.${quarter}`)}</b>
        </At>
      ))}
      {marks.map(({ id, state, bearing }) => (
        <At key={id} share={shareOf(bearing, heading)}>
          <PlaceMark kind="gate" state={state} />
        </At>
      ))}
      {goal === null ? null : <Goal share={shareOf(goal.bearing, heading)} metres={goal.metres} />}
    </div>
  );
}

function At({ share, children }: { readonly share: number; readonly children: preact.ComponentChildren }) {
  return isInView(share) ? (
    <span class="compass-at" style={{ left: `${(share + 0.5) * 100}%` }}>
      {children}
    </span>
  ) : null;
}

/** A goal beyond an end of the strip stands at that end, with an arrow. */
function Goal({ share, metres }: { readonly share: number; readonly metres: number }) {
  const far = t('compass.metres', { metres: Math.round(metres) });
  const edge = Math.max(-0.42, Math.min(0.42, share));
  return (
    <span class="compass-at compass-goal" style={{ left: `${(edge + 0.5) * 100}%` }}>
      <span>{share < -0.5 ? '◂' : share > 0.5 ? '▸' : '▾'}</span> {far}
    </span>
  );
}
