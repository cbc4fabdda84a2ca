/** A run on its way to the server: ticks go out in chunks while it is played, and again after a broken connection. */
import { toBase64 } from '#shared/base/hash.ts';
import type { AnswerTo, ClientMessage, MessageBody, Reply, RunResult } from '#shared/protocol/messages.ts';

const CHUNK_TICKS = 15;

/** Sends one message and waits for its answer; rejects when the connection is gone. */
export type Ask = <M extends ClientMessage>(type: M, body: MessageBody<M>) => Promise<Reply<AnswerTo<M>>>;

/** One run at a time; a new `begin` leaves the old one behind. */
export class RunStream {
  readonly #ask: Ask;
  #run = 0;
  #from = 0;
  #waiting: number[] = [];
  #unanswered: { readonly from: number; readonly bytes: string }[] = [];
  #under = new Set<Promise<void>>();
  #refusal: Refusal | null = null;

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  /** Begins (again): everything pushed from now on belongs to the new run. */
  begin(challenge: string): Promise<Reply<AnswerTo<'begin'>>> {
    this.#run++;
    this.#from = 0;
    this.#waiting = [];
    this.#unanswered = [];
    this.#under = new Set();
    this.#refusal = null;
    return this.#ask('begin', { run: this.#run, challenge });
  }

  /** One tick of the run. */
  push(byte: number): void {
    this.#waiting.push(byte);
    if (this.#waiting.length >= CHUNK_TICKS) this.#flush();
  }

  /** Sends what is left, waits until all has arrived, and lets the server judge. */
  async finish(): Promise<Reply<RunResult>> {
    this.#flush();
    await Promise.all(this.#under);
    if (this.#refusal !== null) return this.#refusal;
    if (this.#unanswered.length > 0)
      return refusal('run.unsent', 'The connection broke before all of this run arrived; try again.');
    return this.#ask('finish', { run: this.#run });
  }

  /** Leaves the run without judging. */
  leave(): void {
    if (this.#run === 0) return;
    this.#waiting = [];
    this.#ask('leave', { run: this.#run }).catch(() => undefined);
  }

  /** The same session is connected again: sends what never got an answer. */
  resume(): void {
    const again = this.#unanswered;
    this.#unanswered = [];
    for (const chunk of again) this.#send(chunk);
  }

  /** Another session took over: the server knows nothing of this run. */
  lose(): void {
    if (this.#run === 0) return;
    this.#refusal = refusal('run.lost', 'The world was restarted while you played; this run cannot count. Try again.');
  }

  #flush(): void {
    if (this.#waiting.length === 0) return;
    const bytes = toBase64(Uint8Array.from(this.#waiting));
    this.#send({ from: this.#from, bytes });
    this.#from += this.#waiting.length;
    this.#waiting = [];
  }

  #send(chunk: { readonly from: number; readonly bytes: string }): void {
    const run = this.#run;
    this.#unanswered.push(chunk);
    const sent = this.#ask('ticks', { run, ...chunk }).then(
      (reply) => {
        if (run !== this.#run) return;
        this.#unanswered = this.#unanswered.filter((other) => other !== chunk);
        if (!reply.ok) this.#refusal ??= reply;
      },
      // Stays among the unanswered: `resume` sends it again.
      () => undefined,
    );
    this.#under.add(sent);
    void sent.finally(() => this.#under.delete(sent));
  }
}

type Refusal = Extract<Reply<never>, { ok: false }>;

function refusal(code: string, sentence: string): Refusal {
  return { ok: false, code, sentence };
}
