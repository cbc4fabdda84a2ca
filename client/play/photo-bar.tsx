/** The few tools of photo mode, at the foot of the picture. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '#client/i18n/translate.ts';
import { Icon } from '#client/ui/icon.tsx';
import { ASKABLE } from '#shared/protocol/gestures.ts';
import type { HudActions } from './hud-actions.ts';
import { LENS, type PhotoMode, type PhotoSky, SKIES } from './photo-mode.ts';

interface PhotoBarProps {
  readonly photo: PhotoMode;
  readonly actions: HudActions;
}

const SKY_NAMES = Object.keys(SKIES).filter((name): name is PhotoSky => Object.hasOwn(SKIES, name));

/** Esc leaves from everywhere, the photo key from the picture; Enter takes it. */
export function PhotoBar({ photo, actions }: PhotoBarProps) {
  const { lens, sky, names, said } = photo.view.value;
  const bar = useRef<HTMLElement>(null);
  useLayoutEffect(() => bar.current?.focus(), []);
  return (
    <section
      ref={bar}
      class="panel photo-bar row wrap"
      aria-label={t('photo')}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.code !== 'Escape') return;
        event.stopPropagation();
        actions.leavePhoto();
      }}
    >
      <button type="button" class="main" onClick={() => void photo.take()}>
        <Icon name="photo" /> {t('photo.take')}
      </button>
      <label class="row small">
        {t('photo.lens')}
        <input
          type="range"
          min={LENS.min}
          max={LENS.max}
          value={lens}
          aria-valuetext={t('settings.degrees', { degrees: lens })}
          onInput={(event) => photo.set({ lens: event.currentTarget.valueAsNumber })}
        />
      </label>
      <label class="row small">
        {t('photo.sky')}
        <select
          value={sky}
          onChange={(event) => {
            const chosen = SKY_NAMES.find((name) => name === event.currentTarget.value);
            if (chosen !== undefined) photo.set({ sky: chosen });
          }}
        >
          {SKY_NAMES.map((name) => (
            <option key={name} value={name}>
              {t(`photo.sky.${name}`)}
            </option>
          ))}
        </select>
      </label>
      <label class="row small">
        {t('photo.pose')}
        <select
          onPointerDown={(event) => {
            // The same pose can be struck again.
            event.currentTarget.value = '';
          }}
          onChange={(event) => {
            const chosen = ASKABLE.find((gesture) => gesture === event.currentTarget.value);
            if (chosen !== undefined) actions.gesture(chosen);
          }}
        >
          <option value="">{t('photo.no-pose')}</option>
          {ASKABLE.map((gesture) => (
            <option key={gesture} value={gesture}>
              {t(`gesture.${gesture}`)}
            </option>
          ))}
        </select>
      </label>
      <label class="row small">
        <input
          type="checkbox"
          checked={names}
          onChange={(event) => photo.set({ names: event.currentTarget.checked })}
        />
        {t('photo.names')}
      </label>
      <button type="button" onClick={actions.leavePhoto}>
        {t('photo.leave')} <kbd>Esc</kbd>
      </button>
      <p class="small soft photo-said" role="status">
        {said === null ? t('photo.how') : t(`photo.${said}`)}
      </p>
    </section>
  );
}
