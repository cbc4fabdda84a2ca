/** Opens a whole world: adapters, stages, flows, door, rooms, routes. Main, the command, tests and benches start here. */
import { join } from 'node:path';
import { FOUNDERS } from '#content/world/automata.ts';
import { loadStarters } from '#content/world/starter.ts';
import type { StarterCourse } from '#content/world/starter-file.ts';
import { DimensionError } from '#shared/base/errors.ts';
import type { Address } from '#shared/base/ids.ts';
import { automatonAccounts } from './adapters/automaton-accounts.ts';
import { handleRpc } from './adapters/chain/json-rpc.ts';
import { MemoryCounts } from './adapters/counts.ts';
import { type Adapters, openAdapters } from './adapters/open-adapters.ts';
import { faultBell } from './adapters/queue/fault-bell.ts';
import { NO_FILTER, openWordFilter } from './adapters/word-filter.ts';
import { AutomatonBodies } from './automata/bodies.ts';
import { Guide } from './automata/guide.ts';
import { type AutomataNeeds, startAutomata } from './automata/scheduler.ts';
import type { Config } from './config.ts';
import { openDoor } from './door/door.ts';
import { newHostWord } from './door/host-word.ts';
import { StoredSessions } from './door/sessions.ts';
import { SignIn } from './door/sign-in.ts';
import type { FlowNeeds } from './flows/carry.ts';
import { engineCheck } from './flows/engine-check.ts';
import { Finality } from './flows/finality.ts';
import { openFlows } from './flows/flows.ts';
import { genesis } from './flows/genesis.ts';
import { keepOwnRun } from './flows/machine-run.ts';
import { MachineTries } from './flows/machine-tries.ts';
import { mintedNews } from './flows/minted.ts';
import { publishBacklog } from './flows/publish-backlog.ts';
import { FrontierRecheck, type RecheckNeeds } from './flows/recheck.ts';
import { type Listening, listen } from './http/listen.ts';
import type { Log } from './log.ts';
import type { Chain } from './ports/chain.ts';
import type { Clock, Stopwatch } from './ports/clock.ts';
import type { Counts } from './ports/counts.ts';
import type { Door } from './ports/door.ts';
import { NO_GUIDE } from './ports/guiding.ts';
import type { Ladder } from './ports/loop.ts';
import type { Pool } from './ports/pool.ts';
import type { SecondOpinion } from './ports/second-opinion.ts';
import type { Store } from './ports/store.ts';
import { releaseVersion } from './release-version.ts';
import { RoomAnnouncer } from './rooms/announcer.ts';
import { calmLog } from './rooms/calm-log.ts';
import { LiveRoomList } from './rooms/live-rooms.ts';
import { makeWorldRoom } from './rooms/world-room.ts';
import { settleLate } from './stages/settle-invalid.ts';
import { catalogueMark } from './work/catalogue-mark.ts';
import { openPool } from './work/pool.ts';
import { secondOpinion } from './work/second-opinion.ts';

/** An open world. */
export interface World {
  readonly url: string;
  readonly port: number;
  readonly store: Store;
  readonly chain: Chain;
  readonly pool: Pool;
  readonly door: Door;
  readonly sessions: StoredSessions;
  readonly counts: Counts;
  /** Machines' tries that wait or run; `idle()` resolves when there are none. */
  readonly tries: MachineTries;
  /** Laurels on their way to being final. */
  readonly finality: Finality;
  /** What machines try again of what people hold. */
  readonly recheck: FrontierRecheck;
  /** The one-time link that makes its first visitor the host; null once there is one. */
  readonly hostLink: string | null;
  /** Saves and ends everything; safe to call twice. */
  close(): Promise<void>;
}

/** What tests and benches may choose; a host has what stands here. */
export interface WorldOptions {
  readonly log: Log;
  readonly clock?: Clock;
  /** The pace of runs that people play. */
  readonly stopwatch?: Stopwatch;
  readonly ladder?: Ladder;
  /** Print a link for the host even when there is one. */
  readonly newHostLink?: boolean;
  readonly starters?: readonly StarterCourse[];
  readonly secondOpinion?: SecondOpinion;
  /** Every week, from 10 CPU seconds on, five seeds after a hit. */
  readonly recheck?: RecheckPace;
}

/** "Machines failed" means: none of five seeds at a hundred CPU seconds. */
const LADDER: Ladder = { budgetsCpuSeconds: [1, 10, 100], seeds: 5 };

const RECHECK_CPU_SECONDS = 10;
const WEEK_MS = 7 * 86_400_000;

const ROOT = join(import.meta.dirname, '..');

/** @throws DimensionError `keys.*`, `store.*`, `chain.*`, `queue.*`, `http.port`, each with a sentence for the host */
export async function openWorld(config: Config, options: WorldOptions): Promise<World> {
  const { log, clock = Date.now, ladder = LADDER } = options;
  const counts = new MemoryCounts(clock, (code, sentence) => log.warn({ code }, sentence));
  const announcer = new RoomAnnouncer((error) => counts.error('room.announce', String(error)));
  const onMinted: Parameters<typeof openAdapters>[0]['onMinted'] = (fact, store) =>
    void mintedNews(fact, store, announcer).catch((error) => counts.error('room.announce', String(error)));
  const adapters = await openAdapters({
    dataDir: config.dataDir,
    keys: config.keys,
    clock,
    counts,
    onMinted,
    onLate: settleLate,
  });
  const pool = await openPoolOf(config, { clock, counts }).catch(async (error: unknown) => {
    await adapters.close();
    throw error;
  });
  try {
    return await openOn(adapters, pool, config, { ...options, clock, ladder, counts, announcer });
  } catch (error) {
    await pool.close();
    await adapters.close();
    throw error;
  }
}

/** Worker threads of this process, or the queue that `dimension work` processes serve. */
async function openPoolOf({ redisUrl }: Config, { clock, counts }: { clock: Clock; counts: Counts }): Promise<Pool> {
  if (redisUrl === null) return openPool();
  // Loaded only where it is used: a world of one process starts without it.
  const { openQueuePool } = await import('./adapters/queue/queue-pool.ts');
  const onFault = faultBell(clock, (sentence) => counts.error('queue.fault', sentence));
  return openQueuePool({ url: redisUrl, mark: await catalogueMark() }, { clock, onFault });
}

interface Opening extends WorldOptions {
  readonly clock: Clock;
  readonly ladder: Ladder;
  readonly counts: Counts;
  readonly announcer: RoomAnnouncer;
}

async function openOn(adapters: Adapters, pool: Pool, config: Config, opening: Opening): Promise<World> {
  const { store, chain } = adapters;
  const { log, clock, counts, announcer, stopwatch = () => performance.now() } = opening;
  const judge: FlowNeeds['judge'] = (challenge, payload, wishes) =>
    pool.run('judge', { challenge, payload, ...wishes }, 'people');
  const needs: FlowNeeds = { ...adapters, ...opening, pool, judge, windowMs: config.challengeWindowMs };
  const finality = new Finality({ ...needs, secondOpinion: opening.secondOpinion ?? secondOpinion });
  const tries = new MachineTries({ ...needs, cpuShare: config.automataCpu });
  const machineJudge: FlowNeeds['judge'] = (challenge, payload, wishes) =>
    pool.run('judge', { challenge, payload, ...wishes }, 'machines');
  const recheck = new FrontierRecheck({ ...needs, judge: machineJudge, ...recheckOf(opening) });
  const door = openDoor(openFlows({ ...needs, tries, finality }), needs);
  const sessions = new StoredSessions(store, clock);
  const accounts = await automatonAccounts(chain, FOUNDERS.length);
  const account = (index: number) => at(accounts, index);
  await engineCheck(needs);
  await genesis(opening.starters ?? (await loadStarters()), { ...needs, account });
  await publishBacklog(needs);
  const live = new LiveRoomList();
  const bodies = new AutomatonBodies();
  // With no share of a core the automata only stand there, the guide too.
  const guide = config.automataCpu > 0 ? new Guide({ ...needs, bodies }) : null;
  if (guide !== null) announcer.subscribe(guide);
  const filter = config.softened === null ? NO_FILTER : openWordFilter(config.softened);
  const Room = makeWorldRoom({
    sessions,
    door,
    store,
    announcer,
    bodies,
    guide: guide ?? NO_GUIDE,
    live,
    counts,
    stopwatch,
    clock,
    filter,
  });
  const word = await newHostWord(store, opening.newHostLink ?? false);
  const front = await listen(config.port, Room, {
    ...{ store, chain, pool, door, sessions, counts, clock },
    desk: new SignIn({ ...adapters, sessions, clock, chainId: chain.chainId, publicDomain: domainOf(config), filter }),
    rpc: (body) => handleRpc(chain, body),
    rooms: () => live.all(),
    playing: () => live.playing(),
    signer: adapters.signer.address,
    publicUrl: config.publicUrl,
    version: await releaseVersion(),
    startedAtMs: clock(),
    trustedProxy: config.trustedProxy,
    clientDir: join(ROOT, 'dist', 'client'),
    colyseusLog: calmLog(log.child({ part: 'rooms' }), counts),
  });
  await tries.resume().catch(async (error: unknown) => {
    await front.close();
    throw error;
  });
  finality.poke();
  recheck.start();
  const keepRun: AutomataNeeds['keepRun'] = (challenge, run) => keepOwnRun(challenge, run, needs);
  const automata = startAutomata({ ...needs, door, bodies, account, keepRun, cpuShare: config.automataCpu });
  const url = config.publicUrl ?? `http://localhost:${front.port}`;
  return {
    ...{ url, port: front.port, store, chain, pool, door, sessions, counts, tries, finality, recheck },
    hostLink: word === null ? null : `${url.replace(/\/$/, '')}/host#word=${word}`,
    close: once(() => closeAll({ front, guide, automata, tries, finality, recheck, pool, adapters })),
  };
}

interface Parts {
  readonly front: Listening;
  readonly guide: Guide | null;
  readonly automata: { close(): Promise<void> };
  readonly tries: MachineTries;
  readonly finality: Finality;
  readonly recheck: FrontierRecheck;
  readonly pool: Pool;
  readonly adapters: Adapters;
}

/** Nothing new comes in, then what runs is cut short, then what is written last is made durable. */
async function closeAll({ front, guide, automata, tries, finality, recheck, pool, adapters }: Parts): Promise<void> {
  await front.close();
  guide?.close();
  await Promise.all([automata.close(), tries.close(), finality.close(), recheck.close(), pool.close()]);
  await adapters.close();
}

type RecheckPace = Pick<RecheckNeeds, 'everyMs' | 'budgetsCpuSeconds' | 'seeds'>;

/** What can only be done or not is tried again within 10 CPU seconds, a record with all that the ladder allows. */
function recheckOf({ recheck, ladder }: Opening): RecheckPace {
  if (recheck !== undefined) return recheck;
  const more = ladder.budgetsCpuSeconds.filter((budget) => budget > RECHECK_CPU_SECONDS);
  const budgetsCpuSeconds = { success: [RECHECK_CPU_SECONDS], record: [RECHECK_CPU_SECONDS, ...more] };
  return { everyMs: WEEK_MS, seeds: LADDER.seeds, budgetsCpuSeconds };
}

function once(close: () => Promise<void>): () => Promise<void> {
  let closing: Promise<void> | null = null;
  return () => {
    closing ??= close();
    return closing;
  };
}

function domainOf({ publicUrl }: Config): string | null {
  return publicUrl === null ? null : new URL(publicUrl).host;
}

function at(accounts: readonly Address[], index: number): Address {
  const account = accounts[index];
  if (account === undefined) throw new DimensionError('automaton.account', 'There is no account for this automaton.');
  return account;
}
