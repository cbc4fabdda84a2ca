/** A step chart of one challenge's records: value upwards, time to the right. */
import { dateFormat, numberFormat } from '#client/i18n/speech.ts';
import { t } from '#client/i18n/translate.ts';
import type { RecordLine } from '#shared/records/feed-line.ts';

const WIDE = 520;
const HIGH = 220;
const LEFT = 84;
const RIGHT = 18;
const TOP = 16;
const BOTTOM = 34;
const TICKS_A_SECOND = 60;

interface HistoryChartProps {
  /** Oldest first, at least one. */
  readonly records: readonly RecordLine[];
  readonly label: string;
}

interface Point {
  readonly line: RecordLine;
  readonly x: number;
  readonly y: number;
}

/** Named for readers; the table below it says the same. */
export function HistoryChart({ records, label }: HistoryChartProps) {
  const values = records.map(measure);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  // What had been sealed earlier comes later in the feed.
  const moments = records.map(({ atMs }) => atMs);
  const [first, last] = [Math.min(...moments), Math.max(...moments)];
  const points = records.map(
    (line, index): Point => ({
      line,
      x: LEFT + share(line.atMs, first, last) * (WIDE - LEFT - RIGHT),
      y: HIGH - BOTTOM - share(values[index] ?? 0, low, high) * (HIGH - TOP - BOTTOM),
    }),
  );
  const unit = records[0]?.unit ?? 'tick';
  const marks = low === high ? [low] : [low, high];
  return (
    <svg class="chart" viewBox={`0 0 ${WIDE} ${HIGH}`} role="img" aria-label={label}>
      {marks.map((value) => {
        const y = HIGH - BOTTOM - share(value, low, high) * (HIGH - TOP - BOTTOM);
        return (
          <g key={value} class="axis">
            <line x1={LEFT} x2={WIDE - RIGHT} y1={y} y2={y} />
            <text x={LEFT - 8} y={y + 4} text-anchor="end">
              {shortValue(value)}
            </text>
          </g>
        );
      })}
      <text class="axis-name" x={LEFT} y={HIGH - 8}>
        {SHORT_DAY.format(first)}
      </text>
      {first === last ? null : (
        <text class="axis-name" x={WIDE - RIGHT} y={HIGH - 8} text-anchor="end">
          {SHORT_DAY.format(last)}
        </text>
      )}
      <text class="axis-name" x={(LEFT + WIDE - RIGHT) / 2} y={HIGH - 8} text-anchor="middle">
        {t(`history.unit.${unit}`)}
      </text>
      <path class="steps" d={stepsOf(points)} />
      {points.map((point) => (
        <Mark key={point.line.seq} {...point} />
      ))}
    </svg>
  );
}

function Mark({ line, x, y }: Point) {
  const name = `mark ${line.holderKind === 'person' ? 'people' : 'machines'}${line.origin === null ? '' : ' hollow'}`;
  return line.holderKind === 'person' ? (
    <circle class={name} cx={x} cy={y} r={6} />
  ) : (
    <rect class={name} x={x - 5.5} y={y - 5.5} width={11} height={11} rx={2} />
  );
}

/** A record stands until the next one. */
function stepsOf(points: readonly Point[]): string {
  return points.map(({ x, y }, index) => (index === 0 ? `M${x} ${y}` : `H${x}V${y}`)).join('');
}

function measure({ value, unit }: RecordLine): number {
  return unit === 'tick' ? Number(value) / TICKS_A_SECOND : Number(value);
}

/** In the middle when there is only one. */
function share(value: number, from: number, to: number): number {
  return from === to ? 0.5 : (value - from) / (to - from);
}

const SHORT_DAY = dateFormat({ dateStyle: 'medium' });
const NUMBER = numberFormat({ maximumSignificantDigits: 7, useGrouping: false });

function shortValue(value: number): string {
  return NUMBER.format(value);
}
