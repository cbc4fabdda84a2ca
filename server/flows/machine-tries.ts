/** Flow of the machines' tries: run by run up the ladder, each kept as it ends, until the gate opens. */
import { didOf, goalOf } from '#content/world/goal.ts';
import type { LadderState } from '#server/ports/loop.ts';
import { poolFault } from '#server/ports/pool.ts';
import { ladderState } from '#server/stages/attempt-machines.ts';
import { settleRejection, settleRun } from '#server/stages/settle-challenge.ts';
import { isDimensionError, publicError } from '#shared/base/errors.ts';
import { type Challenge, OPEN_STATES } from '#shared/records/challenge.ts';
import type { FlowNeeds } from './carry.ts';
import type { TriesQueue } from './challenge.ts';
import { gateNews } from './gate-words.ts';
import { GrowingPause } from './growing-pause.ts';
import { judgedRun } from './machine-run.ts';
import { openGate, openingOf } from './opening.ts';
import { solversOf } from './solvers-of.ts';

/** How often in a row a run is tried again: workers that all break on it close the challenge, other faults set it aside. */
const MOST_FAULTS = 3;
/** Pause while no worker can be had: that is never the challenge's fault. */
const AWAY_PAUSE = { firstMs: 1_000, longestMs: 600_000 };
/** Open challenges that a new one is compared with. */
const MOST_KNOWN = 500;
/** Longest rest at once, ms: a share near zero must not overflow a timer. */
const LONGEST_REST_MS = 3_600_000;

export interface TriesNeeds extends FlowNeeds {
  /** Share of a core for challenges that automata posed; people's challenges are tried as fast as it goes. */
  readonly cpuShare: number;
}

interface Waiting {
  readonly challenge: Challenge;
  /** Runs in a row on which a worker broke. */
  readonly broke: number;
  /** Runs in a row that ended with a fault of another kind. */
  readonly faults: number;
}

/**
 * Works through waiting challenges run by run: people's before automata's, the first in first. Everything that matters
 * is in the store: after kill -9 `resume` goes on with the run that was cut off.
 */
export class MachineTries implements TriesQueue {
  readonly #needs: TriesNeeds;
  readonly #waiting = new Map<string, Waiting>();
  #working: Promise<void> | null = null;
  #wake: () => void = () => undefined;
  /** Before then nothing is tried for automata: what was used is made up by rest. */
  #restUntilMs = 0;
  /** Nobody could be had for the last run: everything waits, and goes on by itself. */
  readonly #away: GrowingPause;
  /** Something came in since `#next` last looked. */
  #rung = false;
  #closed = false;

  constructor(needs: TriesNeeds) {
    this.#needs = needs;
    this.#away = new GrowingPause(needs.clock, AWAY_PAUSE);
  }

  enqueue(challenge: Challenge): void {
    this.#waiting.set(challenge.id, freshly(challenge));
    this.#rung = true;
    this.#wake();
    this.#working ??= this.#work();
  }

  /** Takes up again what the store says is unfinished, oldest first. */
  async resume(): Promise<void> {
    const unfinished = await this.#needs.store.challenges({ states: ['machine-attempts'], limit: 1_000 });
    for (const challenge of unfinished.reverse()) this.enqueue(challenge);
  }

  /** Resolves when nothing waits or runs. */
  async idle(): Promise<void> {
    while (this.#working !== null) await this.#working;
  }

  /** Ends now: the run under way is cut short by the closing pool. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#waiting.clear();
    this.#wake();
    await this.#working;
  }

  async #work(): Promise<void> {
    // One turn of the event loop later, so that whoever enqueued has finished what it was doing.
    await Promise.resolve();
    while (this.#waiting.size > 0) {
      try {
        const next = await this.#next();
        if (next === null) await this.#rest();
        else await this.#advance(next.waiting, next.machine);
      } catch (error) {
        if (!this.#closed) this.#report(error);
      }
    }
    this.#working = null;
  }

  /** Whose turn it is; null while nobody can be had, or only automata's challenges wait and their share is used up. */
  async #next(): Promise<{ readonly waiting: Waiting; readonly machine: boolean } | null> {
    this.#rung = false;
    if (this.#away.leftMs > 0) return null;
    const accounts = new Set((await this.#needs.store.automata()).map(({ account }) => account));
    const all = [...this.#waiting.values()];
    const person = all.find(({ challenge }) => !accounts.has(challenge.creator));
    if (person !== undefined) return { waiting: person, machine: false };
    const [first] = all;
    const rested = this.#needs.cpuShare > 0 && this.#needs.clock() >= this.#restUntilMs;
    return first === undefined || !rested ? null : { waiting: first, machine: true };
  }

  /** One run, or the opening of the gate. */
  async #advance(waiting: Waiting, machine: boolean): Promise<void> {
    const { challenge } = waiting;
    if (this.#closed || !(await this.#stillWaits(challenge))) {
      this.#waiting.delete(challenge.id);
      return;
    }
    try {
      const did = didOf(await goalOf(challenge.file));
      const standing = ladderState(challenge, await solversOf(challenge.file.family), this.#needs.ladder, did);
      if (standing.kind === 'done') {
        await this.#openGate(challenge, standing);
        this.#waiting.delete(challenge.id);
      } else {
        const grown = await this.#run(challenge, standing.run);
        if (machine) this.#owe(grown.machine.at(-1)?.cpuSeconds ?? 0);
        if (this.#waiting.has(challenge.id)) this.#waiting.set(challenge.id, freshly(grown));
      }
      this.#away.end();
    } catch (error) {
      await this.#failed(waiting, error);
      throw error;
    }
  }

  /** A course on which every worker breaks cannot be tried: it is closed, or it would wait for ever. */
  async #failed({ challenge, broke, faults }: Waiting, error: unknown): Promise<void> {
    const { store, clock, announcer } = this.#needs;
    const fault = poolFault(error);
    if (fault === 'away') return this.#away.grow();
    const next = fault === 'broke' ? { broke: broke + 1, faults } : { broke, faults: faults + 1 };
    if (Math.max(next.broke, next.faults) < MOST_FAULTS) {
      if (this.#waiting.has(challenge.id)) this.#waiting.set(challenge.id, { challenge, ...next });
      return;
    }
    this.#waiting.delete(challenge.id);
    if (fault !== 'broke') return;
    const { code } = publicError(error);
    announcer.challengeChanged(await store.transact((tx) => settleRejection(challenge, code, clock(), tx)));
  }

  #owe(cpuSeconds: number): void {
    const restMs = cpuSeconds * 1_000 * Math.max(0, 1 / this.#needs.cpuShare - 1);
    this.#restUntilMs = this.#needs.clock() + restMs;
  }

  /** Waits until somebody may be had, or the share is made up, or something is handed in, or for the end. */
  async #rest(): Promise<void> {
    const { cpuShare, clock } = this.#needs;
    const shareMs = cpuShare > 0 ? Math.max(1, this.#restUntilMs - clock()) : LONGEST_REST_MS;
    const restMs = this.#away.leftMs || shareMs;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, Math.min(restMs, LONGEST_REST_MS)).unref();
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
      if (this.#closed || this.#rung) this.#wake();
    });
  }

  /** The host may hide it while machines try. */
  async #stillWaits({ id }: Challenge): Promise<boolean> {
    return (await this.#needs.store.challenge(id))?.state === 'machine-attempts';
  }

  async #run(
    challenge: Challenge,
    owed: { readonly solver: string; readonly seed: string; readonly budgetCpuSeconds: number },
  ): Promise<Challenge> {
    const { pool, store, announcer } = this.#needs;
    const claimed = await pool.run('solve', { file: challenge.file, ...owed }, 'machines');
    const run = await judgedRun(challenge, claimed, this.#needs);
    const grown = await store.transact((tx) => settleRun(challenge, run, tx));
    announcer.challengeChanged(grown);
    return grown;
  }

  async #openGate(challenge: Challenge, climbed: Extract<LadderState, { readonly kind: 'done' }>): Promise<void> {
    const { store, announcer } = this.#needs;
    const open = await store.challenges({ states: OPEN_STATES, limit: MOST_KNOWN });
    const known = open.filter(({ file }) => file.family === challenge.file.family);
    const opening = await openingOf(challenge, climbed, known, this.#needs);
    const opened = await store.transact((tx) => openGate(challenge, opening, tx, this.#needs));
    announcer.challengeChanged(opened);
    announcer.news(gateNews(opened, opening));
  }

  #report(error: unknown): void {
    const { code, sentence } = publicError(error);
    this.#needs.counts.count(code);
    this.#needs.counts.error(code, isDimensionError(error) ? sentence : String(error));
  }
}

function freshly(challenge: Challenge): Waiting {
  return { challenge, broke: 0, faults: 0 };
}
