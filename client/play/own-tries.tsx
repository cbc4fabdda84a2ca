/** What one tried oneself, the newest first: what came of it, and the way to watch it again. */
import { useState } from 'preact/hooks';
import { refusalInWords } from '#client/i18n/heard.ts';
import { dateFormat } from '#client/i18n/speech.ts';
import { t, valueInWords } from '#client/i18n/translate.ts';
import { ProblemLine } from '#client/ui/problem-line.tsx';
import type { OwnAttempt } from '#shared/records/own-attempt.ts';
import type { HudActions } from './hud-actions.ts';
import { sentenceOf } from './sentence-of.ts';

const MOMENT = dateFormat({ dateStyle: 'medium', timeStyle: 'short' });

/** Fetched when it is opened, and each time again: between two looks one may have tried. */
export function OwnTries({ actions }: { readonly actions: Pick<HudActions, 'ownTries'> }) {
  const [isOpen, setOpen] = useState(false);
  const [tries, setTries] = useState<readonly OwnAttempt[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const ask = async () => {
    setProblem(null);
    try {
      setTries(await actions.ownTries());
    } catch (error) {
      setProblem(sentenceOf(error));
    }
  };
  return (
    <details
      class="own-tries"
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
        if (event.currentTarget.open) void ask();
      }}
    >
      <summary>{t('tries')}</summary>
      {!isOpen ? null : problem !== null ? (
        <ProblemLine sentence={problem} onAgain={() => void ask()} />
      ) : tries === null ? (
        <p role="status">{t('loading')}</p>
      ) : tries.length === 0 ? (
        <p class="soft">{t('tries.none')}</p>
      ) : (
        <ul class="laurels">
          {tries.map((one) => (
            <Try key={one.attempt} one={one} />
          ))}
        </ul>
      )}
    </details>
  );
}

function Try({ one }: { readonly one: OwnAttempt }) {
  const { attempt, title, verdict, atMs } = one;
  const when = MOMENT.format(atMs);
  return (
    <li data-try={attempt}>
      <span class={verdict.ok ? 'dot gold' : 'dot bad'} />
      <span>
        <b>{title === null ? t('person.out-of-sight') : title}</b>
        <br />
        <span class={verdict.ok ? '' : 'bad'}>
          {verdict.ok ? valueInWords(verdict.value, verdict.unit) : refusalInWords(verdict.reason)}
        </span>
        <br />
        <span class="soft small">{when}</span>
        {title === null ? null : (
          <>
            {' '}
            <a
              class="small"
              href={`/watch/${attempt}`}
              target="_blank"
              rel="noopener"
              aria-label={t('tries.watch', { title, when })}
            >
              {t('gate.watch')}
            </a>
          </>
        )}
      </span>
    </li>
  );
}
