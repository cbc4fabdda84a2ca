/** Choosing a skin: every work that stands in the world, as a swatch of what it looks like when it is worn. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '#client/i18n/translate.ts';
import type { Picture } from '#client/scene/picture.ts';
import type { HudActions } from './hud-actions.ts';

/** A work that can be worn. */
export interface Wearable {
  readonly id: string;
  readonly title: string;
  readonly maker: string;
}

interface WearChoiceProps {
  readonly actions: HudActions;
}

/** One's own colours first, then the works, newest last; the choice is worn at once and kept. */
export function WearChoice({ actions }: WearChoiceProps) {
  const [worn, setWorn] = useState(actions.worn());
  const [problem, setProblem] = useState<string | null>(null);
  const works = actions.wearable();
  const wear = async (work: string | null) => {
    const refused = await actions.wear(work);
    setProblem(refused);
    if (refused === null) setWorn(work);
  };
  return (
    <div class="stack">
      <p class="soft small">{t('wear.what')}</p>
      <fieldset class="swatches" aria-label={t('wear')}>
        <button type="button" class="swatch" aria-pressed={worn === null} onClick={() => void wear(null)}>
          <span class="swatch-picture own" aria-hidden="true" />
          <span class="small">{t('wear.own')}</span>
        </button>
        {works.map((work) => (
          <button
            key={work.id}
            type="button"
            class="swatch"
            data-work={work.id}
            aria-pressed={worn === work.id}
            title={t('wear.by', { title: work.title, maker: work.maker })}
            onClick={() => void wear(work.id)}
          >
            <Swatch id={work.id} actions={actions} />
            <span class="small">{work.title}</span>
          </button>
        ))}
      </fieldset>
      {works.length === 0 ? <p class="soft small">{t('wear.none')}</p> : null}
      {problem === null ? null : (
        <p class="bad small" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

function Swatch({ id, actions }: { readonly id: string; readonly actions: HudActions }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let gone = false;
    void actions.swatch(id).then((picture) => {
      if (!gone && picture !== null && canvas.current !== null) paint(canvas.current, picture);
    });
    return () => {
      gone = true;
    };
  }, [id, actions]);
  return <canvas ref={canvas} class="swatch-picture" width="48" height="48" />;
}

function paint(canvas: HTMLCanvasElement, { width, height, rgba }: Picture): void {
  const whole = document.createElement('canvas');
  whole.width = width;
  whole.height = height;
  whole.getContext('2d')?.putImageData(new ImageData(Uint8ClampedArray.from(rgba), width, height), 0, 0);
  canvas.getContext('2d')?.drawImage(whole, 0, 0, canvas.width, canvas.height);
}
