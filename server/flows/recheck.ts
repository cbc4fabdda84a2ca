/** Flow of the re-check: at every release of a solver and every week, machines try again all that people hold open. */
import { z } from 'zod';
import { load, SOLVERS } from '#content/catalog.ts';
import { type Goal, goalOf } from '#content/world/goal.ts';
import type { RecheckPlan } from '#server/ports/loop.ts';
import { poolFault } from '#server/ports/pool.ts';
import { recheckState } from '#server/stages/recheck.ts';
import { type Closing, settleClosing, settleIdle } from '#server/stages/settle-closing.ts';
import { isDimensionError, publicError } from '#shared/base/errors.ts';
import type { ChallengeId } from '#shared/base/ids.ts';
import { type Challenge, HELD_STATES, isHeld, type MachineRun } from '#shared/records/challenge.ts';
import type { FlowNeeds } from './carry.ts';
import { announceClosing, publishClosing } from './closing-words.ts';
import { betterOf, settleBetter } from './machine-record.ts';
import { judgedRun, keepRun } from './machine-run.ts';
import { didReach } from './opening.ts';
import { solversOf } from './solvers-of.ts';

const FACT = 'recheck';
const EVERY = 1_000_000;
/** How often a run is tried again after its worker broke, before its challenge waits for the next pass. */
const BROKEN_RUNS = 3;
/** After this long without an attempt a challenge is retired, ms. */
const IDLE_MS = 90 * 86_400_000;
/** Longest wait of a timer at once, ms. */
const LOOK_MS = 3_600_000;

export interface RecheckNeeds extends FlowNeeds {
  /** Time between two passes, ms. */
  readonly everyMs: number;
  /** How hard machines try again, by kind of family. */
  readonly budgetsCpuSeconds: { readonly success: readonly number[]; readonly record: readonly number[] };
  readonly seeds: number;
}

const passSchema = z.object({
  pass: z.number().int(),
  releases: z.string(),
  startedAtMs: z.number(),
  done: z.boolean(),
});
type Pass = z.infer<typeof passSchema>;

/**
 * Passes over the frontier, one after another. What was run is in the challenges' logs and which pass runs is a fact:
 * after kill -9 the pass goes on with the run that was cut off.
 */
export class FrontierRecheck {
  readonly #needs: RecheckNeeds;
  #running: Promise<void> | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #closed = false;

  constructor(needs: RecheckNeeds) {
    this.#needs = needs;
  }

  /** Looks whether a pass is due, and goes on with one that was cut off. */
  start(): void {
    if (!this.#closed) this.#running ??= this.#look();
  }

  /** Resolves when no pass runs. */
  async idle(): Promise<void> {
    while (this.#running !== null) await this.#running;
  }

  /** Ends now: runs under way are cut short by the closing pool. */
  async close(): Promise<void> {
    this.#closed = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    await this.#running;
  }

  async #look(): Promise<void> {
    // One turn of the event loop later, so that `start` has kept this promise.
    await Promise.resolve();
    try {
      const pass = await this.#due();
      if (pass !== null) await this.#through(pass);
    } catch (error) {
      if (!this.#closed) this.#report(error);
    }
    this.#running = null;
    if (this.#closed) return;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.start(), Math.min(LOOK_MS, this.#needs.everyMs)).unref();
  }

  /** The pass that is to be done now, written down before it begins; null when none is due. */
  async #due(): Promise<Pass | null> {
    const { store, clock, everyMs } = this.#needs;
    const releases = await releasesNow();
    return store.transact(async (tx) => {
      const text = await tx.fact(FACT);
      const last = text === null ? null : passSchema.parse(JSON.parse(text));
      const begin = async (pass: Pass) => tx.setFact(FACT, JSON.stringify(pass)).then(() => pass);
      // A fresh world was tried by these releases when its gates opened; an older one owes its first pass by migration.
      if (last === null) return begin({ pass: 0, releases, startedAtMs: clock(), done: true }).then(() => null);
      if (!last.done && last.releases === releases) return last;
      if (last.releases === releases && clock() - last.startedAtMs < everyMs) return null;
      return begin({ pass: last.pass + 1, releases, startedAtMs: clock(), done: false });
    });
  }

  /** All that people hold, as many at a time as machines have workers. */
  async #through(pass: Pass): Promise<void> {
    const { store, pool, clock } = this.#needs;
    const waiting = await store.challenges({ states: HELD_STATES, limit: EVERY });
    const looked = waiting.length;
    let whole = true;
    const work = async () => {
      for (let next = waiting.pop(); next !== undefined && !this.#closed; next = waiting.pop())
        if (!(await this.#recheck(next.id, pass.pass))) whole = false;
    };
    await Promise.all(Array.from({ length: Math.max(1, pool.status().workers - 1) }, work));
    // Where no machine could be had, the pass goes on at the next look.
    if (this.#closed || !whole) return;
    await store.transact(async (tx) => {
      await tx.setFact(FACT, JSON.stringify({ ...pass, done: true } satisfies Pass));
      await tx.addEvent('rechecked', FACT, JSON.stringify({ pass: pass.pass, challenges: looked }), clock());
    });
  }

  /** One challenge, run by run, until the log says whether it stays open; false when no machine could be had for it. */
  async #recheck(id: ChallengeId, pass: number): Promise<boolean> {
    const { store, seeds, budgetsCpuSeconds } = this.#needs;
    let broken = 0;
    while (!this.#closed && broken < BROKEN_RUNS) {
      const challenge = await store.challenge(id);
      if (challenge === null || !isHeld(challenge.state)) return true;
      try {
        const goal = await goalOf(challenge.file);
        const { kind } = goal.family;
        const plan: RecheckPlan = { pass, seeds, budgetsCpuSeconds: budgetsCpuSeconds[kind] };
        const did = await this.#didOf(challenge, goal);
        const solvers = await solversOf(challenge.file.family);
        const state = recheckState(challenge, kind, solvers, plan, did);
        if (state.kind === 'open') {
          await this.#retireIdle(challenge);
          return true;
        }
        if (state.kind === 'closed') {
          const last = challenge.machine.findLast(did);
          const by = { solver: last?.solver ?? '', release: last?.release ?? 0 };
          await this.#close(challenge, { kind, share: state.share, pass, ...by });
          return true;
        }
        await this.#run(challenge, state.run, goal);
        broken = 0;
      } catch (error) {
        broken++;
        if (!this.#closed) this.#report(error);
        if (poolFault(error) === 'away') return false;
      }
    }
    return true;
  }

  /** What counts as a hit: of a record only where a person holds it; where a machine does, people go on anyway. */
  async #didOf({ id }: Challenge, goal: Goal): Promise<(run: MachineRun) => boolean> {
    if (goal.family.kind === 'success') return ({ solved }) => solved;
    const records = await this.#needs.store.records({ challenge: id, limit: EVERY });
    // What machines made of it since does not raise the bar: it is what a person did that they have to reach.
    const record = records.findLast(({ holderKind }) => holderKind === 'person');
    if (record === undefined) return () => false;
    return (run) => didReach(goal, run, record.value);
  }

  async #run(
    challenge: Challenge,
    owed: { readonly solver: string; readonly seed: string; readonly budgetCpuSeconds: number },
    goal: Goal,
  ): Promise<void> {
    const { pool, announcer } = this.#needs;
    const claimed = await pool.run('solve', { file: challenge.file, ...owed }, 'machines');
    const run = await judgedRun(challenge, claimed, this.#needs);
    const better = goal.family.kind === 'record' ? await betterOf(challenge, run, goal, this.#needs) : null;
    const grown = await keepRun(challenge, run, this.#needs, async (tx) => {
      if (better !== null) await settleBetter(better, tx, this.#needs);
    });
    if (grown !== null) announcer.challengeChanged(grown);
  }

  async #close(challenge: Challenge, closing: Closing): Promise<void> {
    const { store, clock } = this.#needs;
    const closed = await store.transact(async (tx) => {
      const moved = await settleClosing(challenge, closing, clock(), tx);
      if (moved !== null) await publishClosing(moved, closing, tx, this.#needs);
      return moved;
    });
    if (closed !== null) await announceClosing(closed, this.#needs);
  }

  async #retireIdle(challenge: Challenge): Promise<void> {
    const { store, clock, announcer } = this.#needs;
    const retired = await store.transact((tx) => settleIdle(challenge, clock() - IDLE_MS, clock(), tx));
    if (retired !== null) announcer.challengeChanged(retired);
  }

  #report(error: unknown): void {
    const { code, sentence } = publicError(error);
    this.#needs.counts.count(code);
    this.#needs.counts.error(code, isDimensionError(error) ? sentence : String(error));
  }
}

/** Every solver with its release, as one text: another text, another release. */
async function releasesNow(): Promise<string> {
  const solvers = await Promise.all(Object.keys(SOLVERS).map((id) => load(SOLVERS, id)));
  return solvers.map(({ id, release }) => `${id}/${release}`).join(' ');
}
