/** Every place of the map in words: what it is, how far, in which direction; and the way there. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { t } from '#client/i18n/translate.ts';
import { bearingOf, directionOf } from './compass-dial.ts';
import { metresTo, PLACE_KINDS, type Place, type PlaceKind } from './place.ts';
import { PlaceMark } from './place-mark.tsx';
import { type WayActs, WayButtons } from './way-buttons.tsx';
import type { WayState } from './way-state.ts';

interface MapListProps {
  readonly way: WayState;
  readonly acts: WayActs;
}

/** The nearest first, as they were when the list was opened: rows do not jump while one walks. */
export function MapList({ way, acts }: MapListProps) {
  const [kind, setKind] = useState<PlaceKind | 'all'>('all');
  const all = way.spot.value === null ? way.places.value : [way.spot.value, ...way.places.value];
  const ids = all.map(({ id }) => id).join('\n');
  const order = useMemo(() => {
    const from = way.self.peek();
    return [...all].sort((a, b) => metresTo(from, a) - metresTo(from, b)).map(({ id }) => id);
  }, [ids, kind]);
  const byId = new Map(all.map((place) => [place.id, place]));
  const rows = order.flatMap((id) => byId.get(id) ?? []).filter((place) => kind === 'all' || place.kind === kind);
  return (
    <div class="map-list">
      <label class="stack small">
        {t('map.which')}
        <select
          value={kind}
          onChange={(event) => setKind(PLACE_KINDS.find((one) => one === event.currentTarget.value) ?? 'all')}
        >
          {(['all', ...PLACE_KINDS] as const).map((one) => (
            <option key={one} value={one}>
              {t(`map.kind.${one}`)}
            </option>
          ))}
        </select>
      </label>
      {rows.length === 0 ? <p class="soft small">{t('map.none')}</p> : null}
      <ul class="places" aria-label={t('map.places')}>
        {rows.map((place) => (
          <Row key={place.id} place={place} way={way} acts={acts} />
        ))}
      </ul>
    </div>
  );
}

function Row({ place, way, acts }: MapListProps & { readonly place: Place }) {
  const row = useRef<HTMLLIElement>(null);
  const picked = way.picked.value === place.id;
  useEffect(() => {
    if (picked) row.current?.scrollIntoView({ block: 'nearest' });
  }, [picked]);
  return (
    <li ref={row} data-place={place.id} data-picked={picked}>
      <button
        type="button"
        class="place quiet"
        aria-expanded={picked}
        onClick={() => {
          way.picked.value = picked ? null : place.id;
        }}
      >
        <PlaceMark kind={place.kind} state={place.state} />
        <span class="place-words">
          <b>{place.number === null ? place.name : t('place.numbered', { number: place.number, name: place.name })}</b>
          <span class="soft small">{place.about}</span>
        </span>
        <span class="soft small place-far">{farInWords(way, place)}</span>
      </button>
      {picked ? <WayButtons place={place} way={way} acts={acts} /> : null}
    </li>
  );
}

function farInWords(way: WayState, place: Place): string {
  const self = way.self.value;
  const metres = Math.round(metresTo(self, place));
  return metres < 2 ? t('far.here') : t(`far.${directionOf(bearingOf(self, place))}`, { metres });
}
