/** Buttons that fly the free camera, for fingers and for whoever has no keys: held they fly, pressed they move a metre. */
import { t } from '#client/i18n/translate.ts';
import type { Flight } from '#client/scene/free-eye.ts';
import { Icon, type IconName } from '#client/ui/icon.tsx';
import type { Watching } from './watching.ts';

const STILL: Flight = { right: 0, up: 0, ahead: 0 };
const WAYS: readonly {
  readonly name: 'left' | 'ahead' | 'right' | 'up' | 'back' | 'down';
  readonly icon: IconName;
  readonly flight: Flight;
}[] = [
  { name: 'up', icon: 'settle-up', flight: { right: 0, up: 1, ahead: 0 } },
  { name: 'ahead', icon: 'up', flight: { right: 0, up: 0, ahead: 1 } },
  { name: 'down', icon: 'settle', flight: { right: 0, up: -1, ahead: 0 } },
  { name: 'left', icon: 'previous', flight: { right: -1, up: 0, ahead: 0 } },
  { name: 'back', icon: 'down', flight: { right: 0, up: 0, ahead: -1 } },
  { name: 'right', icon: 'next', flight: { right: 1, up: 0, ahead: 0 } },
];

/** Shown while the camera flies freely. */
export function FlyPad({ watching }: { readonly watching: Watching }) {
  if (!watching.free.value) return null;
  return (
    <fieldset class="panel fly-pad">
      <legend class="seen-by-none">{t('watch.fly')}</legend>
      {WAYS.map(({ name, icon, flight }) => (
        <button
          key={name}
          type="button"
          class="icon quiet"
          aria-label={t(`watch.fly.${name}`)}
          title={t(`watch.fly.${name}`)}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            watching.fly(flight, false);
          }}
          onPointerUp={() => watching.fly(STILL, false)}
          onPointerCancel={() => watching.fly(STILL, false)}
          onClick={(event) => {
            // A pointer flew already; a key has no pointer.
            if (event.detail === 0) watching.nudge(flight);
          }}
        >
          <Icon name={icon} />
        </button>
      ))}
    </fieldset>
  );
}
