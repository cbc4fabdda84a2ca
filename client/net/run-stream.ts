/** A run on its way to the server: ticks go out in chunks while it is played, and again after a broken connection. */
import { toBase64 } from '#shared/base/hash.ts';
import type { AnswerTo, ClientMessage, MessageBody, Reply, RunResult } from '#shared/protocol/messages.ts';
import { CHUNK_TICKS } from '#shared/protocol/wire.ts';

/** A finished run waits this long for a broken line to come back, ms. */
const LINE_MS = 60_000;
const MOST_TRIES = 6;

/** Sends one message and waits for its answer; rejects when the connection is gone. */
export type Ask = <M extends ClientMessage>(type: M, body: MessageBody<M>) => Promise<Reply<AnswerTo<M>>>;

/** One run at a time; a new `begin` leaves the old one behind. */
export class RunStream {
  readonly #ask: Ask;
  readonly #isOpen: () => boolean;
  #lineChanged: () => void = () => undefined;
  #run = 0;
  #from = 0;
  #waiting: number[] = [];
  #unanswered: { readonly from: number; readonly bytes: string }[] = [];
  #under = new Set<Promise<void>>();
  #refusal: Refusal | null = null;

  /** @param isOpen tells whether the connection stands, to know a broken line from a refused message */
  constructor(ask: Ask, isOpen: () => boolean) {
    this.#ask = ask;
    this.#isOpen = isOpen;
  }

  /** Begins (again): everything pushed from now on belongs to the new run. */
  begin(challenge: string): Promise<Reply<AnswerTo<'begin'>>> {
    this.#run++;
    this.#from = 0;
    this.#waiting = [];
    this.#unanswered = [];
    this.#under = new Set();
    this.#refusal = null;
    this.#lineChanged();
    return this.#ask('begin', { run: this.#run, challenge });
  }

  /** One tick of the run. */
  push(byte: number): void {
    this.#waiting.push(byte);
    if (this.#waiting.length >= CHUNK_TICKS) this.#flush();
  }

  /** Sends what is left, waits until all has arrived, and lets the server judge; a broken line is waited for. */
  async finish(): Promise<Reply<RunResult>> {
    const run = this.#run;
    this.#flush();
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      await Promise.all(this.#under);
      if (run !== this.#run) return refusal('run.left', 'This run was left for another one.');
      if (this.#refusal !== null) return this.#refusal;
      const reply = this.#unanswered.length === 0 ? await this.#judge(run) : null;
      if (reply !== null) return reply;
      if (this.#isOpen()) this.#resend();
      else if (!(await this.#line())) break;
    }
    return refusal('run.unsent', 'The connection broke before all of this run arrived; try again.');
  }

  /** Null when the line broke before the answer came. */
  async #judge(run: number): Promise<Reply<RunResult> | null> {
    try {
      return await this.#ask('finish', { run });
    } catch (error) {
      if (this.#isOpen()) throw error;
      return null;
    }
  }

  /** Waits until the connection changes; false when it stays broken. */
  #line(): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), LINE_MS);
      this.#lineChanged = () => {
        clearTimeout(timer);
        resolve(true);
      };
    });
  }

  /** Leaves the run without judging. */
  leave(): void {
    if (this.#run === 0) return;
    this.#waiting = [];
    this.#ask('leave', { run: this.#run }).catch(() => undefined);
  }

  /** The same session is connected again: sends what never got an answer. */
  resume(): void {
    this.#resend();
    this.#lineChanged();
  }

  /** Another session took over: the server knows nothing of this run. */
  lose(): void {
    this.#lineChanged();
    if (this.#run === 0) return;
    this.#refusal = refusal('run.lost', 'The world was restarted while you played; this run cannot count. Try again.');
  }

  #resend(): void {
    const again = this.#unanswered;
    this.#unanswered = [];
    for (const chunk of again) this.#send(chunk);
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
