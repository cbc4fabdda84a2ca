/** The player under the picture: play, timeline, speed, camera, what is beside it. */
import { t } from '#client/i18n/translate.ts';
import { Icon } from '#client/ui/icon.tsx';
import { BesideChoice } from './beside-choice.tsx';
import { SPEEDS } from './playhead.ts';
import { Timeline } from './timeline.tsx';
import type { Watching } from './watching.ts';

/** Everything a mouse, a finger or a keyboard can do here; the keys do the same. */
export function ControlBar({ watching }: { readonly watching: Watching }) {
  const { full } = watching;
  return (
    <section class="panel bar" aria-label={t('watch.controls')}>
      <div class="row">
        <PlayButtons watching={watching} />
        <Timeline watching={watching} />
      </div>
      <div class="row wrap">
        <Speeds watching={watching} />
        <Camera watching={watching} />
        <BesideChoice watching={watching} />
        <div class="row bar-end">
          {full.isPossible ? (
            <button
              type="button"
              class="icon"
              aria-pressed={full.isOn.value}
              aria-label={t(full.isOn.value ? 'watch.full.leave' : 'watch.full')}
              title={t(full.isOn.value ? 'watch.full.leave' : 'watch.full')}
              onClick={() => full.toggle()}
            >
              <Icon name="full" />
            </button>
          ) : null}
        </div>
      </div>
    </section>
  );
}

function PlayButtons({ watching }: { readonly watching: Watching }) {
  const { playing, ended } = watching.time.value;
  const pieces = watching.counts === 'pieces';
  const play = t(playing ? 'watch.pause' : ended ? 'watch.again' : 'watch.play');
  const [back, on] = pieces
    ? ([t('watch.piece-back'), t('watch.piece-on')] as const)
    : ([t('watch.step-back'), t('watch.step-on')] as const);
  return (
    <div class="row tight">
      <button type="button" class="icon main" aria-label={play} title={play} onClick={() => watching.toggle()}>
        <Icon name={playing ? 'pause' : ended ? 'restart' : 'play'} />
      </button>
      <button type="button" class="icon" aria-label={back} title={back} onClick={() => watching.step(-1)}>
        <Icon name="step-back" />
      </button>
      <button type="button" class="icon" aria-label={on} title={on} onClick={() => watching.step(1)}>
        <Icon name="step-on" />
      </button>
    </div>
  );
}

const SPEED_SIGNS = { 0.25: '¼×', 0.5: '½×', 1: '1×', 2: '2×', 4: '4×' } as const;

function Speeds({ watching }: { readonly watching: Watching }) {
  const { speed } = watching.time.value;
  return (
    <fieldset class="row tight">
      <legend class="seen-by-none">{t('watch.speed')}</legend>
      {SPEEDS.map((each) => (
        <button
          key={each}
          type="button"
          class="icon small"
          aria-pressed={each === speed}
          aria-label={t('watch.speed.of', { speed: SPEED_SIGNS[each] })}
          onClick={() => watching.setSpeed(each)}
        >
          {SPEED_SIGNS[each]}
        </button>
      ))}
    </fieldset>
  );
}

function Camera({ watching }: { readonly watching: Watching }) {
  if (watching.counts === 'pieces') return null;
  const free = watching.free.value;
  const name = watching.names[watching.who.value] ?? '';
  return (
    <fieldset class="row tight">
      <legend class="seen-by-none">{t('watch.camera')}</legend>
      <button type="button" class="small" aria-pressed={!free} onClick={() => watching.setFree(false)}>
        {t('watch.camera.follow')}
      </button>
      <button type="button" class="small" aria-pressed={free} onClick={() => watching.setFree(true)}>
        {t('watch.camera.free')}
      </button>
      {watching.names.length < 2 || free ? null : (
        <button type="button" class="small" data-who={watching.who.value} onClick={() => watching.nextWho()}>
          {t('watch.camera.on', { name })}
        </button>
      )}
    </fieldset>
  );
}
