/** The timeline: a slider over all of it, with what happened on the way marked by shape and by words. */
import { t, ticksAsTime } from '#client/i18n/translate.ts';
import type { Mark } from './film.ts';
import type { TimeView, Watching } from './watching.ts';

/** The slider with the time beside it. */
export function Timeline({ watching }: { readonly watching: Watching }) {
  const time = watching.time.value;
  return (
    <div class="timeline">
      <div class="track">
        <input
          type="range"
          aria-label={t('watch.timeline')}
          aria-valuetext={placeInWords(time, watching.counts)}
          min={0}
          max={time.length}
          step={1}
          value={time.tick}
          data-known={time.known}
          onInput={(event) => watching.seek(event.currentTarget.valueAsNumber)}
        />
        <svg class="marks" aria-hidden="true">
          {time.marks.map((mark) => (
            <MarkShape key={`${mark.kind} ${mark.tick}`} mark={mark} length={time.length} />
          ))}
        </svg>
      </div>
      <span class="clock" data-tick={time.tick} data-length={time.length}>
        {placeInWords(time, watching.counts)}
      </span>
    </div>
  );
}

/** Each kind has a shape of its own: nothing is said by colour alone. */
const SHAPES = { checkpoint: 'M0-5 5 0 0 5-5 0Z', fall: 'M-5-4H5L0 5Z', goal: 'M0-5a5 5 0 1 0 .01 0Z' } as const;

function MarkShape({ mark, length }: { readonly mark: Mark; readonly length: number }) {
  return (
    <svg aria-hidden="true" x={`${(100 * mark.tick) / Math.max(1, length)}%`} y="50%" overflow="visible">
      <path class={`mark-${mark.kind}`} d={SHAPES[mark.kind]} />
    </svg>
  );
}

function placeInWords({ tick, length }: TimeView, counts: Watching['counts']): string {
  if (counts === 'pieces') return t('watch.pieces', { done: tick, count: length });
  return t('watch.at', { time: ticksAsTime(tick), length: ticksAsTime(length) });
}

/** What happened, as buttons that go there. */
export function MarkList({ watching }: { readonly watching: Watching }) {
  const { marks } = watching.time.value;
  if (watching.counts === 'pieces') return null;
  return (
    <section class="stack" aria-labelledby="marks">
      <h3 id="marks">{t('watch.marks')}</h3>
      {marks.length === 0 ? <p class="soft small">{t('watch.no-marks')}</p> : null}
      <ol class="mark-list">
        {marks.map((mark) => (
          <li key={`${mark.kind} ${mark.tick}`}>
            <button type="button" class="small" onClick={() => watching.seek(mark.tick)}>
              <svg width="12" height="12" viewBox="-6 -6 12 12" aria-hidden="true">
                <path class={`mark-${mark.kind}`} d={SHAPES[mark.kind]} />
              </svg>
              {t('watch.mark.at', {
                what: t(`watch.mark.${mark.kind}`, { count: mark.count }),
                time: ticksAsTime(mark.tick),
              })}
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
