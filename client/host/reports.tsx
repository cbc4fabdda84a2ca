/** What people told the host of others, with what those said last; and whom the host took the word from. */
import { useState } from 'preact/hooks';
import { dateFormat } from '#client/i18n/speech.ts';
import { t } from '#client/i18n/translate.ts';
import type { HostStatus } from '#shared/protocol/routes.ts';
import type { Intent } from '#shared/records/intent.ts';
import type { Report, Silence } from '#shared/records/report.ts';
import type { HostState } from './host-state.ts';

/** Choices of how long somebody may not speak, hours. */
const HOURS = [1, 24, 168] as const;
const MOMENT = dateFormat({ dateStyle: 'medium', timeStyle: 'short' });

interface ReportsProps {
  readonly state: HostState;
  readonly status: HostStatus;
}

/** Open reports first, the newest on top. */
export function Reports({ state, status }: ReportsProps) {
  const [problem, setProblem] = useState<string | null>(null);
  /** One after another; what was refused keeps the rest from being done. */
  const act = async (...intents: readonly Intent[]) => {
    for (const intent of intents) {
      const refused = await state.hand(intent);
      setProblem(refused);
      if (refused !== null) return;
    }
  };
  return (
    <section class="panel card stack" data-reports={status.reports.length}>
      <h2>{t('host.reports')}</h2>
      {problem === null ? null : (
        <p class="bad" role="alert">
          {problem}
        </p>
      )}
      {status.reports.length === 0 ? <p class="soft">{t('host.no-reports')}</p> : null}
      <ul class="things">
        {status.reports.map((report) => (
          <ReportLine key={report.id} report={report} onAct={(...intents) => void act(...intents)} />
        ))}
      </ul>
      <h3>{t('host.silenced')}</h3>
      {status.silenced.length === 0 ? <p class="soft">{t('host.no-silenced')}</p> : null}
      <ul class="things">
        {status.silenced.map((silence) => (
          <SilenceLine key={silence.address} silence={silence} onAct={(intent) => void act(intent)} />
        ))}
      </ul>
    </section>
  );
}

interface LineProps {
  readonly onAct: (...intents: readonly Intent[]) => void;
}

function ReportLine({ report, onAct }: LineProps & { readonly report: Report }) {
  const { accused, accusedName, reporterName, reason, words, lines, atMs } = report;
  const close: Intent = { kind: 'close-report', report: report.id };
  return (
    <li class="stack" data-report={report.id}>
      <span>
        <b>{accusedName}</b> · {t(`report.${reason}`)}
        <br />
        <span class="soft small">{t('host.report-by', { name: reporterName, when: MOMENT.format(atMs) })}</span>
      </span>
      {words === '' ? null : <p>{t('host.report-words', { words })}</p>}
      {lines.length === 0 ? (
        <p class="soft small">{t('host.report-silent')}</p>
      ) : (
        <ol class="said small">
          {lines.map((line) => (
            <li key={`${line.atMs} ${line.text}`}>{line.text}</li>
          ))}
        </ol>
      )}
      <div class="row wrap">
        {HOURS.map((hours) => (
          <button
            key={hours}
            type="button"
            class="small"
            onClick={() => onAct({ kind: 'silence', account: accused, hours, reason: '' }, close)}
          >
            {t('host.silence', { name: accusedName, count: hours })}
          </button>
        ))}
        <button type="button" class="small quiet" onClick={() => onAct(close)}>
          {t('host.close-report')}
        </button>
      </div>
    </li>
  );
}

function SilenceLine({ silence, onAct }: LineProps & { readonly silence: Silence }) {
  const { address, name, untilMs } = silence;
  return (
    <li class="row spread">
      <span>
        {name} <span class="soft small">{t('host.silent-until', { when: MOMENT.format(untilMs) })}</span>
      </span>
      <button
        type="button"
        class="small"
        aria-label={t('host.unsilence-whom', { name })}
        onClick={() => onAct({ kind: 'silence', account: address, hours: 0, reason: '' })}
      >
        {t('host.unsilence')}
      </button>
    </li>
  );
}
