/** What was recorded, in plain words: who, when, how, what the judge said, what it meant, what this machine says. */
import { refusalInWords, taskInWords } from '#client/i18n/heard.ts';
import { dateFormat } from '#client/i18n/speech.ts';
import { inLine, t, valueInWords } from '#client/i18n/translate.ts';
import { CopyButton } from '#client/ui/copy-button.tsx';
import { holdersOf } from '#shared/records/attempt.ts';
import { MarkList } from './timeline.tsx';
import type { Watching } from './watching.ts';

/** Stands beside the picture. */
export function AboutCard({ watching, link }: { readonly watching: Watching; readonly link: string }) {
  const { attempt, card } = watching.watched;
  const { verdict } = attempt;
  return (
    <aside class="panel card stack about" aria-labelledby="about">
      <h2 id="about">{t('watch.about')}</h2>
      <p class="about-value">{valueLine(watching)}</p>
      <p class="row wrap">
        <CopyButton text={link} label={t('watch.copy')} done={t('watch.copy.done')} class="small" />
      </p>
      <p class="soft small">{taskInWords(card.task)}</p>
      <dl class="facts">
        <dt>{t('watch.when')}</dt>
        <dd>
          <time dateTime={new Date(attempt.receivedAtMs).toISOString()}>{DAY.format(attempt.receivedAtMs)}</time>
        </dd>
        <dt>{t('watch.made')}</dt>
        <dd>{t(`watch.made.${attempt.class}`)}</dd>
        <dt>{t('watch.verdict')}</dt>
        <dd class={verdict.ok ? '' : 'bad'} data-verdict={verdict.ok ? 'holds' : 'fails'}>
          {verdict.ok ? t('watch.verdict.holds') : t('watch.verdict.fails', { reason: refusalInWords(verdict.reason) })}
        </dd>
        <dt>{t('watch.meant')}</dt>
        <dd>
          {meaning(watching).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </dd>
        <dt>{t('watch.here')}</dt>
        <dd>
          <CheckLine watching={watching} />
        </dd>
      </dl>
      <MarkList watching={watching} />
      <p class="row wrap">
        <a class="button" href={`/?gate=${card.id}`}>
          {t('watch.gate')}
        </a>
        <a class="button" href={`/api/attempts/${attempt.id}`}>
          {t('watch.certificate')}
        </a>
      </p>
      <Keys watching={watching} />
    </aside>
  );
}

const DAY = dateFormat({ dateStyle: 'medium', timeStyle: 'short' });

function valueLine({ watched: { attempt, card } }: Watching): string {
  const record = card.records.find((each) => each.attempt === attempt.id);
  const makers = attempt.party ?? (record === undefined ? [attempt.actor] : holdersOf(record));
  const names = inLine(makers.map(({ name }) => name));
  const { verdict } = attempt;
  if (!verdict.ok) return t('watch.try-of', { names });
  return t('watch.value', { value: valueInWords(verdict.value, verdict.unit), names });
}

/** What the record was credited for, and where it stands today. */
function meaning({ watched: { attempt, card } }: Watching): readonly string[] {
  const record = card.records.find((each) => each.attempt === attempt.id);
  const best = card.records.at(-1);
  if (record === undefined || best === undefined) return [t('watch.meant.no-record')];
  return [
    t(`watch.meant.${record.creditClass}`),
    ...(record.laurel ? [t('watch.meant.laurel')] : []),
    best.attempt === attempt.id
      ? t('watch.meant.stands')
      : t('watch.meant.passed', { name: best.holderName, value: valueInWords(best.value, best.unit) }),
  ];
}

function CheckLine({ watching }: { readonly watching: Watching }) {
  const check = watching.check.value;
  const digest = watching.own.value?.digest ?? '';
  return (
    <p role="status" class={check === 'differs' ? 'bad' : ''} data-check={check} data-digest={digest}>
      {check === 'same' ? t('watch.check.same', { digest: digest.slice(0, 12) }) : t(`watch.check.${check}`)}
    </p>
  );
}

const KEYS = [
  ['Space', 'watch.help.play'],
  [', .', 'watch.help.step'],
  ['← →', 'watch.help.seek'],
  ['R', 'watch.help.restart'],
  ['F', 'watch.help.full'],
] as const;
const COURSE_KEYS = [
  ['C', 'watch.help.camera'],
  ['W A S D', 'watch.help.fly'],
  ['N', 'watch.help.who'],
  ['V', 'watch.help.split'],
] as const;

function Keys({ watching }: { readonly watching: Watching }) {
  const keys = watching.counts === 'ticks' ? [...KEYS, ...COURSE_KEYS] : KEYS;
  return (
    <details>
      <summary>{t('watch.help')}</summary>
      <dl class="keys">
        {keys.map(([names, meant]) => (
          <div key={names}>
            <dt>
              {names.split(' ').map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{t(meant)}</dd>
          </div>
        ))}
      </dl>
      <p class="soft small">{t('watch.help.look')}</p>
    </details>
  );
}
