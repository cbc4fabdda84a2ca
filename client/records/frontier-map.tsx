/** The map of the frontier: every challenge by how hard it is for machines and for people, with a table. */
import { useMemo, useState } from 'preact/hooks';
import { t, valueInWords } from '#client/i18n/translate.ts';
import { GROUPS, type Group } from '#client/ui/challenge-group.ts';
import { familyWord } from '#client/wayfinding/family-words.ts';
import type { ChallengeCard } from '#shared/protocol/routes.ts';
import { MapPicture } from './map-picture.tsx';
import { gapInWords, oftenInWords } from './map-words.ts';
import { type Placed, place } from './placing.ts';

/** The picture is a shortcut for the eye; the table beside it says the same. */
export function FrontierMap({ challenges }: { readonly challenges: readonly ChallengeCard[] }) {
  const [family, setFamily] = useState('');
  const [group, setGroup] = useState<Group | ''>('');
  const families = [...new Set(challenges.map(({ file }) => file.family))].sort();
  const shown = useMemo(
    () =>
      place(challenges).filter(
        (one) => (family === '' || one.card.file.family === family) && (group === '' || one.group === group),
      ),
    [challenges, family, group],
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
                {familyWord(name)}
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
          <MapPicture placed={shown} />
          <details open={shown.length <= 12}>
            <summary>{t('records-map.table')}</summary>
            <Table shown={shown} />
          </details>
        </>
      )}
    </section>
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
            <th scope="col">{t('records-map.machines')}</th>
            <th scope="col">{t('records-map.people')}</th>
            <th scope="col">{t('records-map.gap')}</th>
            <th scope="col">{t('records-map.record')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ card, group }) => (
            <tr key={card.id}>
              <td>
                <a href={`/?gate=${card.id}`} aria-label={t('records-map.open-gate', { title: card.title })}>
                  {card.title}
                </a>
              </td>
              <td>{familyWord(card.file.family)}</td>
              <td>
                <span class={`dot ${dotOf(group)}`} /> {t(`state-short.${card.state}`)}
              </td>
              <td>{oftenInWords(card.difficulty.machines)}</td>
              <td>{oftenInWords(card.difficulty.people)}</td>
              <td>{gapInWords(card.difficulty)}</td>
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
  return best === undefined
    ? ''
    : t('records-map.record-of', { value: valueInWords(best.value, best.unit), name: best.holderName });
}
