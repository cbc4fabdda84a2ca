/** The map of the frontier: every challenge by what machines spent on it and how often it was tried, with a table. */
import { useState } from 'preact/hooks';
import { t } from '#client/i18n/translate.ts';
import type { ChallengeCard } from '#shared/protocol/routes.ts';
import { valueText } from '#shared/records/value-text.ts';
import { edges, GROUPS, type Group, type Placed, place, ticks } from './placing.ts';

const WIDE = 720;
const HIGH = 320;
/** Room for the axes. */
const LEFT = 44;
const RIGHT = 16;
const TOP = 14;
const BOTTOM = 40;

/** The picture is a shortcut for the eye; the table beside it says the same. */
export function FrontierMap({ challenges }: { readonly challenges: readonly ChallengeCard[] }) {
  const [family, setFamily] = useState('');
  const [group, setGroup] = useState<Group | ''>('');
  const families = [...new Set(challenges.map(({ file }) => file.family))].sort();
  const placed = place(challenges);
  const shown = placed.filter(
    (one) => (family === '' || one.card.file.family === family) && (group === '' || one.group === group),
  );
  return (
    <section class="panel card stack" aria-labelledby="map" data-map={shown.length}>
      <h2 id="map">{t('records-map.title')}</h2>
      <p class="soft small">{t('records-map.what')}</p>
      <div class="row wrap filters">
        <label class="small">
          {t('records-map.family')}
          <select value={family} onChange={(event) => setFamily(event.currentTarget.value)}>
            <option value="">{t('records-map.every')}</option>
            {families.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label class="small">
          {t('records-map.state')}
          <select
            value={group}
            onChange={(event) => setGroup(GROUPS.find((name) => name === event.currentTarget.value) ?? '')}
          >
            <option value="">{t('records-map.every')}</option>
            {GROUPS.map((name) => (
              <option key={name} value={name}>
                {t(`records-map.group.${name}`)}
              </option>
            ))}
          </select>
        </label>
        <span class="soft small" role="status">
          {t('records-map.count', { count: shown.length })}
        </span>
      </div>
      {challenges.length === 0 ? (
        <p class="soft">{t('records-map.empty')}</p>
      ) : shown.length === 0 ? (
        <p class="soft">{t('records-map.none')}</p>
      ) : (
        <>
          <Picture shown={shown} ends={edges(placed)} />
          <details open={shown.length <= 12}>
            <summary>{t('records-map.table')}</summary>
            <Table shown={shown} />
          </details>
        </>
      )}
    </section>
  );
}

interface PictureProps {
  readonly shown: readonly Placed[];
  readonly ends: ReturnType<typeof edges>;
}

const across = (share: number) => LEFT + share * (WIDE - LEFT - RIGHT);
const down = (share: number) => HIGH - BOTTOM - share * (HIGH - TOP - BOTTOM);

/** Hidden from readers: the table says all of it. */
function Picture({ shown, ends }: PictureProps) {
  return (
    <div class="picture">
      <svg viewBox={`0 0 ${WIDE} ${HIGH}`} aria-hidden="true">
        {ticks(ends.cpuSeconds).map(({ value, at }) => (
          <g key={`across ${value}`} class="axis">
            <line x1={across(at)} x2={across(at)} y1={TOP} y2={HIGH - BOTTOM} />
            <text x={across(at)} y={HIGH - BOTTOM + 16} text-anchor="middle">
              {value}
            </text>
          </g>
        ))}
        {ticks(ends.tries).map(({ value, at }) => (
          <g key={`up ${value}`} class="axis">
            <line x1={LEFT} x2={WIDE - RIGHT} y1={down(at)} y2={down(at)} />
            <text x={LEFT - 8} y={down(at) + 4} text-anchor="end">
              {value}
            </text>
          </g>
        ))}
        <text class="axis-name" x={(LEFT + WIDE) / 2} y={HIGH - 6} text-anchor="middle">
          {t('records-map.across')} →
        </text>
        <text class="axis-name" x={-HIGH / 2} y={12} text-anchor="middle" transform="rotate(-90)">
          {t('records-map.up')} →
        </text>
        {shown.map((one, index) => (
          <a key={one.card.id} href={`/?gate=${one.card.id}`} tabindex={-1}>
            <Mark one={one} shift={shiftOf(index)} />
          </a>
        ))}
      </svg>
    </div>
  );
}

/** Challenges at the same place lie beside each other, always in the same way. */
function shiftOf(index: number): { readonly x: number; readonly y: number } {
  const angle = index * 2.4;
  return { x: Math.cos(angle) * 6, y: Math.sin(angle) * 6 };
}

/** A shape for each group, so that nothing is said by colour alone. */
function Mark({ one, shift }: { readonly one: Placed; readonly shift: { readonly x: number; readonly y: number } }) {
  const [x, y] = [across(one.x) + shift.x, down(one.y) + shift.y];
  const label = `${one.card.title}: ${t(`records-map.group.${one.group}`)}`;
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
    <g class={`mark ${one.group}`}>
      <title>{label}</title>
      {shape}
    </g>
  );
}

function Table({ shown }: { readonly shown: readonly Placed[] }) {
  return (
    <div class="wide-table">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('records-map.challenge')}</th>
            <th scope="col">{t('records-map.family')}</th>
            <th scope="col">{t('records-map.state')}</th>
            <th scope="col">{t('records-map.across')}</th>
            <th scope="col">{t('records-map.up')}</th>
            <th scope="col">{t('records-map.record')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ card, group, cpuSeconds, tries }) => (
            <tr key={card.id}>
              <td>
                <a href={`/?gate=${card.id}`} aria-label={t('records-map.open-gate', { title: card.title })}>
                  {card.title}
                </a>
              </td>
              <td>{card.file.family}</td>
              <td>
                <span class={`dot ${dotOf(group)}`} /> {t(`state-short.${card.state}`)}
              </td>
              <td>{Math.round(cpuSeconds)}</td>
              <td>{tries}</td>
              <td>{recordText(card)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function dotOf(group: Group): string {
  return group === 'people' ? 'pink' : group === 'machines' ? 'gold' : group === 'coming' ? 'dim' : '';
}

function recordText({ records }: ChallengeCard): string {
  const best = records.at(-1);
  return best === undefined ? '' : `${valueText(best.value, best.unit)}, ${best.holderName}`;
}
