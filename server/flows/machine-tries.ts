/** Flow of the machines' tries: run by run up the ladder, each kept as it ends, until the gate opens. */
import { FAMILIES, load, SOLVERS } from '#content/catalog.ts';
import type { SolverCard } from '#server/ports/loop.ts';
import { machineStanding } from '#server/stages/attempt-machines.ts';
import { settleOpening, settleRun } from '#server/stages/settle-challenge.ts';
import { isDimensionError, publicError } from '#shared/base/errors.ts';
import type { Challenge, MachineRun } from '#shared/records/challenge.ts';
import type { FlowNeeds } from './carry.ts';
import type { TriesQueue } from './challenge.ts';

/** How often a run is tried again after its worker broke, before the challenge is set aside until the next start. */
const BROKEN_RUNS = 3;

/**
 * Works through waiting challenges one after another, so that the first one in is the first one open. Everything that
 * matters is in the store: after kill -9 `resume` goes on with the run that was cut off.
 */
export class MachineTries implements TriesQueue {
  readonly #needs: FlowNeeds;
  readonly #waiting = new Map<string, Challenge>();
  #working: Promise<void> | null = null;
  #closed = false;

  constructor(needs: FlowNeeds) {
    this.#needs = needs;
  }

  enqueue(challenge: Challenge): void {
    this.#waiting.set(challenge.id, challenge);
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

  /** Stops after the run under way, which the closing pool cuts short. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#waiting.clear();
    await this.#working;
  }

  async #work(): Promise<void> {
    // One turn of the event loop later, so that whoever enqueued has finished what it was doing.
    await Promise.resolve();
    for (;;) {
      const next = this.#waiting.values().next().value;
      if (next === undefined || this.#closed) break;
      this.#waiting.delete(next.id);
      try {
        await this.#open(next);
      } catch (error) {
        if (!this.#closed) this.#report(error);
      }
    }
    this.#working = null;
  }

  async #open(taken: Challenge): Promise<void> {
    const solvers = await solversOf(taken.file.family);
    let challenge = taken;
    for (let broken = 0; ; ) {
      if (this.#closed || !(await this.#stillWaits(challenge))) return;
      const standing = machineStanding(challenge, solvers, this.#needs.ladder);
      if (standing.kind !== 'owes') return this.#openGate(challenge, standing.kind);
      try {
        challenge = await this.#run(challenge, standing.run);
      } catch (error) {
        if (this.#closed || ++broken >= BROKEN_RUNS) throw error;
        this.#report(error);
      }
    }
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
    const run = await this.#judged(challenge, claimed);
    const grown = await store.transact((tx) => settleRun(challenge, run, tx));
    announcer.challengeChanged(grown);
    return grown;
  }

  /** A solver's word is not enough: what it found goes before the same judge as everybody's. */
  async #judged(challenge: Challenge, claimed: MachineRun): Promise<MachineRun> {
    if (!claimed.solved || claimed.best === undefined) return { ...claimed, solved: false };
    const family = await load(FAMILIES, challenge.file.family);
    const instance = family.parseInstance(challenge.file.instance);
    const { verdict } = await this.#needs.judge(challenge.file, family.parsePayload(claimed.best, instance));
    if (verdict.ok) return { ...claimed, value: verdict.value };
    const { value: _unproven, ...rest } = claimed;
    return { ...rest, solved: false };
  }

  async #openGate(challenge: Challenge, standing: 'solved' | 'failed'): Promise<void> {
    const { store, announcer, clock } = this.#needs;
    const state = standing === 'solved' ? 'training' : 'frontier';
    const opened = await store.transact((tx) => settleOpening(challenge, state, clock(), tx, this.#needs));
    announcer.challengeChanged(opened);
    announcer.news({ kind: 'gate', id: opened.id, who: opened.creator, sentence: sentenceOf(opened) });
  }

  #report(error: unknown): void {
    const { code, sentence } = publicError(error);
    this.#needs.counts.count(code);
    this.#needs.counts.error(code, isDimensionError(error) ? sentence : String(error));
  }
}

function sentenceOf({ state, title, machine }: Challenge): string {
  if (state === 'training') return `Machines solve "${title}": its gate is open for training.`;
  const hardest = Math.max(0, ...machine.map((run) => run.budgetCpuSeconds));
  const seeds = machine.filter((run) => run.budgetCpuSeconds === hardest).length;
  return `Machines failed on "${title}" (${seeds} tries at ${hardest} CPU seconds): its gate is open.`;
}

async function solversOf(family: string): Promise<SolverCard[]> {
  const all = await Promise.all(Object.keys(SOLVERS).map((id) => load(SOLVERS, id)));
  return all.filter((solver) => solver.family === family).map(({ id, release }) => ({ id, release }));
}
