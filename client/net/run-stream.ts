/** The runs of one visit on their way to the server, one after another; a finished one is judged whatever comes next. */
import type { AnswerTo, Reply, RunResult } from '#shared/protocol/messages.ts';
import { type RunLine, StreamedRun } from './streamed-run.ts';

/** One run is played at a time; a new `begin` leaves one that was not finished behind. */
export class RunStream {
  readonly #line: RunLine;
  /** Finished, and not judged yet. */
  readonly #finished = new Set<StreamedRun>();
  #count = 0;
  #current: StreamedRun | null = null;
  #last: StreamedRun | null = null;

  constructor(line: RunLine) {
    this.#line = line;
  }

  /** A run is played or waits for its judge: it hangs on this very session. */
  get isUnderWay(): boolean {
    return this.#underWay().some((run) => run.isPlayed);
  }

  /** Begins (again): everything pushed from now on belongs to the new run. */
  begin(challenge: string): Promise<Reply<AnswerTo<'begin'>>> {
    // The server leaves the old run by itself when it hears of the new one.
    this.#current?.abandon();
    this.#current = new StreamedRun(++this.#count, this.#line);
    const ready = this.#last !== null && this.#finished.has(this.#last) ? this.#last.handedOver : null;
    return this.#current.begin(challenge, ready);
  }

  /** One tick of the run. */
  push(byte: number): void {
    this.#current?.push(byte);
  }

  /** Hands the run over to be judged; it is judged even when the next one begins meanwhile. */
  async finish(): Promise<Reply<RunResult>> {
    const run = this.#current;
    if (run === null) return { ok: false, code: 'run.none', sentence: 'There is no run under way.' };
    if (run.outcome !== null) return run.outcome;
    const before = this.#last?.outcome ?? null;
    this.#last = run;
    this.#finished.add(run);
    try {
      return await run.finish(before);
    } finally {
      this.#finished.delete(run);
    }
  }

  /** Leaves the run without judging; a finished one is still judged. */
  leave(): void {
    this.#current?.leave();
  }

  /** The same session is connected again: sends what never got an answer. */
  resume(): void {
    for (const run of this.#underWay()) run.resume();
  }

  /** Another session took over: the server knows nothing of these runs. */
  lose(): void {
    for (const run of this.#underWay()) run.lose();
  }

  #underWay(): readonly StreamedRun[] {
    const playing = this.#current === null || this.#finished.has(this.#current) ? [] : [this.#current];
    return [...this.#finished, ...playing];
  }
}
