/** Automata with what they do, why, and what went wrong last; for everybody and for the host. */
import { heardInWords } from '#client/i18n/heard.ts';
import { shortAddress, t } from '#client/i18n/translate.ts';
import type { Automaton } from '#shared/records/automaton.ts';

interface AutomatonListProps {
  /** Null while they are fetched. */
  readonly automata: readonly Automaton[] | null;
}

/** One card an automaton. */
export function AutomatonList({ automata }: AutomatonListProps) {
  if (automata === null)
    return (
      <p role="status" class="soft">
        {t('loading')}
      </p>
    );
  if (automata.length === 0) return <p class="soft">{t('automata.none')}</p>;
  return (
    <ul class="automata">
      {automata.map((automaton) => (
        <li key={automaton.id} data-automaton={automaton.id}>
          <p class="row spread">
            <a
              href={`/people/${automaton.account}`}
              target="_blank"
              rel="noopener"
              aria-label={t('people.profile-of', { name: automaton.name })}
            >
              <b>{automaton.name}</b>
            </a>
            <span class="chip">
              <span class={automaton.lastError === null ? 'dot' : 'dot bad'} />
              {t(`doing.${automaton.doing}`)}
            </span>
          </p>
          <p class="soft small">{t('automata.motto', { motto: heardInWords(automaton.motto) })}</p>
          <p>{heardInWords(automaton.because)}</p>
          {automaton.lastError === null ? null : (
            <p class="bad small">
              {t('automata.error')} {automaton.lastError}
            </p>
          )}
          <p class="soft small">
            <span class="mono">{shortAddress(automaton.account)}</span> ·{' '}
            {t('automata.cpu', { seconds: Math.round(automaton.cpuSecondsUsed) })} ·{' '}
            {automaton.tokenId === null ? t('automata.not-minted') : t('automata.token', { id: automaton.tokenId })}
          </p>
        </li>
      ))}
    </ul>
  );
}
