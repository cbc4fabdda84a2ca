/** What runs or stands beside it: the best machine, or any other record of the same challenge. */
import { t, valueInWords } from '#client/i18n/translate.ts';
import type { Rival } from './rivals.ts';
import type { Watching } from './watching.ts';

/** A choice, and whether there are two pictures. */
export function BesideChoice({ watching }: { readonly watching: Watching }) {
  const { rivals } = watching;
  const rival = watching.rival.value;
  const state = watching.rivalIs.value;
  if (rivals.length === 0) return <p class="soft small">{t('watch.beside.none')}</p>;
  return (
    <div class="row wrap beside" data-beside={rival?.key ?? ''} data-split={watching.split.value}>
      <label class="row small">
        {t('watch.beside')}
        <select value={rival?.key ?? ''} onChange={(event) => void watching.choose(event.currentTarget.value)}>
          <option value="">{t('watch.beside.nobody')}</option>
          {rivals.map((each) => (
            <option key={each.key} value={each.key}>
              {rivalInWords(each)}
            </option>
          ))}
        </select>
      </label>
      {watching.counts === 'pieces' ? null : (
        <button
          type="button"
          class="small"
          disabled={rival === null}
          aria-pressed={watching.split.value}
          onClick={() => watching.setSplit(!watching.split.value)}
        >
          {t('watch.split')}
        </button>
      )}
      <span class="seen-by-none" role="status">
        {state === 'coming' ? t('watch.beside.coming') : null}
        {state === 'there' && rival !== null && !watching.split.value ? t('watch.beside.pale') : null}
      </span>
      {typeof state === 'object' ? (
        <span class="small bad" role="alert">
          {state.problem}
        </span>
      ) : null}
    </div>
  );
}

function rivalInWords(rival: Rival): string {
  if (rival.kind === 'record')
    return t('watch.beside.record', { name: rival.name, value: valueInWords(rival.value, rival.unit) });
  const { solver, solved, percent } = rival;
  return solved ? t('watch.beside.machine', { solver }) : t('watch.beside.machine-part', { solver, percent });
}
