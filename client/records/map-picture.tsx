/** The map as a picture: a mark a challenge, each a link that Tab comes to in reading order, with words for its place. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { t } from '#client/i18n/translate.ts';
import { layOut, lead, type MapLayout, type MapMark } from './map-layout.ts';
import { placeInWords } from './map-words.ts';
import { type Placed, TICKS } from './placing.ts';

interface MapPictureProps {
  /** In reading order. */
  readonly placed: readonly Placed[];
}

const FIRST_WIDTH = 720;
const NARROWEST = 300;
/** Where the figures of the upright axis end, px. */
const AXIS_END = 64;

/** As wide as the page lets it be, in pixels of the page, so that its letters stay as large as all others. */
export function MapPicture({ placed }: MapPictureProps) {
  const box = useRef<HTMLDivElement>(null);
  const [wide, setWide] = useState(FIRST_WIDTH);
  const [told, setTold] = useState<Placed | null>(null);
  useEffect(() => {
    const watched = box.current;
    if (watched === null) return;
    const watch = new ResizeObserver(() => setWide(Math.max(NARROWEST, Math.floor(watched.clientWidth))));
    watch.observe(watched);
    return () => watch.disconnect();
  }, []);
  const layout = useMemo(() => layOut(placed, wide), [placed, wide]);
  return (
    <div class="picture" ref={box}>
      {layout.isBare ? <p class="soft small">{t('records-map.bare')}</p> : null}
      <svg
        width={layout.wide}
        height={layout.high}
        viewBox={`0 0 ${layout.wide} ${layout.high}`}
        aria-label={t('records-map.title')}
      >
        <Axes layout={layout} />
        {layout.marks.map((mark) => (
          <a
            key={mark.one.card.id}
            href={`/?gate=${mark.one.card.id}`}
            aria-label={placeInWords(mark.one)}
            onFocus={() => setTold(mark.one)}
            onBlur={() => setTold(null)}
            onPointerEnter={() => setTold(mark.one)}
            onPointerLeave={() => setTold(null)}
          >
            <Mark mark={mark} />
          </a>
        ))}
      </svg>
      <p class="small told" aria-hidden="true">
        {told === null ? t('records-map.point') : placeInWords(told)}
      </p>
    </div>
  );
}

function Axes({ layout: { field, side, foot, high, wide } }: { readonly layout: MapLayout }) {
  const floor = foot.bottom;
  const few = t('records-map.few');
  return (
    <g class="axis">
      {[side, foot]
        .filter(({ left, right, top, bottom }) => right > left && bottom > top)
        .map(({ left, right, top, bottom }) => (
          <rect key={top} class="strip" x={left} y={top} width={right - left} height={bottom - top} rx={12} />
        ))}
      {TICKS.map(({ percent, at }) => {
        const [x, y] = [lead(field.left, field.right, at), lead(field.bottom, field.top, at)];
        return (
          <g key={percent}>
            <line x1={x} x2={x} y1={field.top} y2={field.bottom} />
            <line x1={field.left} x2={field.right} y1={y} y2={y} />
            <text x={x} y={floor + 16} text-anchor="middle">
              {percent} %
            </text>
            <text x={AXIS_END} y={y + 4} text-anchor="end">
              {percent} %
            </text>
          </g>
        );
      })}
      {side.right > side.left ? (
        <text x={(side.left + side.right) / 2} y={floor + 16} text-anchor="middle">
          {few}
        </text>
      ) : null}
      {foot.bottom > foot.top ? (
        <text x={AXIS_END} y={(foot.top + foot.bottom) / 2 + 4} text-anchor="end">
          {few}
        </text>
      ) : null}
      <line class="even" x1={field.left} y1={field.bottom} x2={field.right} y2={field.top} />
      <text class="axis-name" x={(field.left + wide) / 2} y={high - 8} text-anchor="middle">
        {t('records-map.across')} →
      </text>
      <text class="axis-name" x={-(field.top + field.bottom) / 2} y={12} text-anchor="middle" transform="rotate(-90)">
        {t('records-map.up')} →
      </text>
    </g>
  );
}

/** A shape for each group, so that nothing is said by colour alone. */
function Mark({ mark: { one, x, y, label } }: { readonly mark: MapMark }) {
  const shape =
    one.group === 'open' ? (
      <path d={`M${x} ${y - 9}L${x + 9} ${y}L${x} ${y + 9}L${x - 9} ${y}Z`} />
    ) : one.group === 'people' ? (
      <circle cx={x} cy={y} r={7.5} />
    ) : one.group === 'machines' ? (
      <rect x={x - 6.5} y={y - 6.5} width={13} height={13} rx={2} />
    ) : (
      <circle cx={x} cy={y} r={5} class="hollow" />
    );
  return (
    <>
      <circle class="halo" cx={x} cy={y} r={14} />
      <g class={`mark ${one.group}`}>{shape}</g>
      {label === null ? null : (
        <text class="mark-name" x={label.x} y={label.y} text-anchor={label.anchor}>
          {label.text}
        </text>
      )}
    </>
  );
}
