/** The host's page: is the world well, what do the automata do, what stands in it. */
import { useState } from 'preact/hooks';
import { refusalInWords } from '#client/i18n/heard.ts';
import { dateFormat } from '#client/i18n/speech.ts';
import { t } from '#client/i18n/translate.ts';
import { AutomatonList } from '#client/ui/automaton-list.tsx';
import { AwayLine, PageHead } from '#client/ui/page-head.tsx';
import type { HostStatus } from '#shared/protocol/routes.ts';
import type { HostState } from './host-state.ts';
import { Reports } from './reports.tsx';

const CLOCK = dateFormat({ timeStyle: 'medium' });

/** Everything on one page, the most urgent first. */
export function HostPage({ state }: { readonly state: HostState }) {
  const phase = state.phase.value;
  const status = state.status.value;
  return (
    <main class="host">
      <PageHead title={t('host')} />
      {phase === 'signing-in' ? <p role="status">{t('host.signing-in')}</p> : null}
      {phase === 'not-host' ? <NotHost sentence={state.sentence.value} /> : null}
      {phase === 'away' ? <AwayLine sentence={state.sentence.value} /> : null}
      {status === null || phase === 'not-host' ? null : <Running state={state} status={status} />}
    </main>
  );
}

function NotHost({ sentence }: { readonly sentence: string }) {
  return (
    <section class="panel card stack" role="alert">
      <h2>{t('host.not-host')}</h2>
      <p>{sentence}</p>
      <p class="soft">{t('host.how')}</p>
    </section>
  );
}

function Running({ state, status }: { readonly state: HostState; readonly status: HostStatus }) {
  return (
    <div class="cards">
      <World status={status} />
      <section class="panel card stack">
        <h2>{t('panel.automata')}</h2>
        <AutomatonList automata={status.automata} />
      </section>
      <Reports state={state} status={status} />
      <Standing state={state} />
      <Trouble status={status} />
    </div>
  );
}

function World({ status }: { readonly status: HostStatus }) {
  const { chain, pool } = status;
  const players = status.rooms.reduce((sum, room) => sum + room.players, 0);
  const figures = [
    ['players', players],
    ['tick', t('host.tick-ms', { p50: worst(status, 'tickP50Ms'), p99: worst(status, 'tickP99Ms') })],
    ['chain', t('host.block', { height: chain.height })],
    ['outbox', t('host.outbox-counts', { waiting: chain.outboxWaiting, failed: chain.outboxFailed })],
    ['pool', t('host.pool-counts', { running: pool.running, workers: pool.workers, waiting: pool.waiting })],
    ['supply', supplyInWords(status)],
    ['memory', t('host.megabytes', { megabytes: Math.round(status.memoryMb) })],
    ['uptime', uptime(status.uptimeMs)],
  ] as const;
  return (
    <section class="panel card stack" data-players={players} data-height={chain.height}>
      <h2>{t('host.world')}</h2>
      <dl class="figures">
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`host.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h3>{t('host.rooms')}</h3>
      {status.rooms.length === 0 ? (
        <p class="soft">{t('host.no-rooms')}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('host.room')}</th>
              <th scope="col">{t('host.players')}</th>
              <th scope="col">{t('host.tick')}</th>
            </tr>
          </thead>
          <tbody>
            {status.rooms.map((room) => (
              <tr key={room.id}>
                <td class="mono">{room.id}</td>
                <td>{room.players}</td>
                <td>{t('host.tick-ms', { p50: room.tickP50Ms, p99: room.tickP99Ms })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** What it costs to find something that machines cannot do. */
function supplyInWords({ supply: { candidates, frontier, cpuSeconds } }: HostStatus): string {
  const cost = frontier === 0 ? '—' : Math.round(cpuSeconds / frontier);
  return t('host.supply-counts', { candidates, frontier, cost });
}

function Standing({ state }: { readonly state: HostState }) {
  const [problem, setProblem] = useState<string | null>(null);
  const hide = async (target: 'challenge' | 'work', id: string, hidden: boolean) =>
    setProblem(await state.moderate(target, id, hidden));
  return (
    <section class="panel card stack">
      <h2>{t('host.standing')}</h2>
      {problem === null ? null : (
        <p class="bad" role="alert">
          {problem}
        </p>
      )}
      <h3>{t('host.challenges')}</h3>
      {state.challenges.value.length === 0 ? <p class="soft">{t('host.no-challenges')}</p> : null}
      <ul class="things">
        {state.challenges.value.map((card) => (
          <Thing
            key={card.id}
            title={card.title}
            detail={`${t(`state-short.${card.state}`)} · ${card.creatorName}`}
            hidden={false}
            onHide={(hidden) => void hide('challenge', card.id, hidden)}
          />
        ))}
      </ul>
      <Hidden state={state} onShow={(target, id) => void hide(target, id, false)} />
      <h3>{t('host.works')}</h3>
      {state.works.value.length === 0 ? <p class="soft">{t('host.no-works')}</p> : null}
      <ul class="things">
        {state.works.value.map((work) => (
          <Thing
            key={work.id}
            title={work.title}
            detail={`${work.generator} · ${work.makerName}`}
            hidden={false}
            onHide={(hidden) => void hide('work', work.id, hidden)}
          />
        ))}
      </ul>
    </section>
  );
}

interface HiddenProps {
  readonly state: HostState;
  readonly onShow: (target: 'challenge' | 'work', id: string) => void;
}

function Hidden({ state, onShow }: HiddenProps) {
  const hidden = state.status.value?.hidden ?? [];
  if (hidden.length === 0) return null;
  return (
    <>
      <h3>{t('host.hidden')}</h3>
      <ul class="things">
        {hidden.map(({ target, id, title }) => (
          <Thing
            key={id}
            title={title}
            detail={t(`host.kind.${target}`)}
            hidden={true}
            onHide={() => onShow(target, id)}
          />
        ))}
      </ul>
    </>
  );
}

interface ThingProps {
  readonly title: string;
  readonly detail: string;
  readonly hidden: boolean;
  readonly onHide: (hidden: boolean) => void;
}

function Thing({ title, detail, hidden, onHide }: ThingProps) {
  return (
    <li class="row spread">
      <span>
        {title} <span class="soft small">{detail}</span>
      </span>
      <button
        type="button"
        class="small"
        aria-label={t(hidden ? 'host.show-what' : 'host.hide-what', { title })}
        onClick={() => onHide(!hidden)}
      >
        {hidden ? t('host.show') : t('host.hide')}
      </button>
    </li>
  );
}

function Trouble({ status }: { readonly status: HostStatus }) {
  const counts = Object.entries(status.counts).sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
  return (
    <section class="panel card stack">
      <h2>{t('host.trouble')}</h2>
      <h3>{t('host.errors')}</h3>
      {status.errors.length === 0 ? <p class="soft">{t('host.no-errors')}</p> : null}
      <ul class="things">
        {status.errors.map((error) => (
          <li key={`${String(error.atMs)} ${error.code}`}>
            <span class="soft small">{CLOCK.format(error.atMs)}</span> <span class="mono small">{error.code}</span>
            <br />
            {refusalInWords(error)}
          </li>
        ))}
      </ul>
      <h3>{t('host.counts')}</h3>
      {counts.length === 0 ? <p class="soft">{t('host.no-counts')}</p> : null}
      <dl>
        {counts.map(([code, count]) => (
          <div key={code} class="row spread">
            <dt class="mono small">{code}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function worst(status: HostStatus, figure: 'tickP50Ms' | 'tickP99Ms'): number {
  return Math.max(0, ...status.rooms.map((room) => room[figure]));
}

/** "2 h 5 min" */
export function uptime(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return t('host.seconds', { count: Math.floor(ms / 1_000) });
  const hours = Math.floor(minutes / 60);
  return hours === 0 ? t('host.minutes', { count: minutes }) : t('host.hours', { hours, minutes: minutes % 60 });
}
