/** What others published of the families here, with its mark: certified by a certificate of ours, or only claimed. */
import { heardInWords } from '#client/i18n/heard.ts';
import { inDigits, t } from '#client/i18n/translate.ts';
import type { CanonicalValue } from '#shared/base/hash.ts';
import type { PublishedLine, PublishedTable } from '#shared/protocol/routes.ts';

/** Folded up family by family: there are hundreds. */
export function PublishedTables({ tables }: { readonly tables: readonly PublishedTable[] }) {
  return (
    <section class="panel card stack" aria-labelledby="published" data-published={tables.length}>
      <h2 id="published">{t('published.title')}</h2>
      <p class="soft small">{t('published.what')}</p>
      {tables.length === 0 ? <p class="soft">{t('published.none')}</p> : null}
      {tables.map((table) => (
        <details key={table.family}>
          <summary>{t('published.count', { name: heardInWords(table.title), count: table.values.length })}</summary>
          <Table table={table} />
        </details>
      ))}
    </section>
  );
}

function Table({ table }: { readonly table: PublishedTable }) {
  return (
    <div class="wide-table">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('published.instance')}</th>
            <th scope="col">{t('published.value')}</th>
            <th scope="col">{t('published.mark')}</th>
            <th scope="col">{t('published.here')}</th>
            <th scope="col">{t('published.source')}</th>
          </tr>
        </thead>
        <tbody>
          {table.values.map((line) => (
            <tr key={line.challenge}>
              <td class="instance">{instanceText(line.instance)}</td>
              <td>{inDigits(line.value)}</td>
              <td>
                <MarkWords line={line} />
              </td>
              <td>
                {line.here === null
                  ? ''
                  : t('published.by', { value: inDigits(line.here.value), name: line.here.holderName })}
              </td>
              <td class="soft small">
                {line.source}, {line.sourceDate}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function MarkWords({ line }: { readonly line: PublishedLine }) {
  const certified = line.status === 'certified';
  const name = t('published.certificate-of', { instance: instanceText(line.instance) });
  return (
    <>
      <span class={certified ? 'dot' : 'dot dim'} />{' '}
      {certified ? (
        <a href={`/api/published/${line.challenge}`} aria-label={name}>
          {t('published.certified')}
        </a>
      ) : (
        t('published.claimed')
      )}
      {line.proven ? `, ${t('published.proven')}` : ''}
    </>
  );
}

/** What an instance says, in short: "n 5, dimension 3". */
export function instanceText(instance: CanonicalValue): string {
  if (typeof instance !== 'object' || instance === null || Array.isArray(instance)) return String(instance);
  return Object.entries(instance)
    .map(([name, value]) => `${name} ${typeof value === 'object' ? '…' : String(value)}`)
    .join(', ');
}
