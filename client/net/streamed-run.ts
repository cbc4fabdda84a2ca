/** One run on its way to the server: begun, sent in chunks, sent again after a broken line, and handed over once. */
import { toBase64 } from '#shared/base/hash.ts';
import type { AnswerTo, ClientMessage, MessageBody, Reply, RunResult } from '#shared/protocol/messages.ts';
import { CHUNK_TICKS } from '#shared/protocol/wire.ts';

/** Sends one message and waits for its answer; rejects when the connection is gone. */
export type Ask = <M extends ClientMessage>(type: M, body: MessageBody<M>) => Promise<Reply<AnswerTo<M>>>;
/** A reply that is a refusal. */
export type Refusal = Extract<Reply<never>, { ok: false }>;

/** What a run needs of the connection. */
export interface RunLine {
  readonly ask: Ask;
  /** Tells whether the connection stands, to know a broken line from a refused message. */
  readonly isOpen: () => boolean;
  /** Hears at once why a run under way cannot count any more. */
  readonly trouble: (refusal: Refusal) => void;
}

/** A finished run waits this long for a broken line to come back, ms. */
const LINE_MS = 60_000;
const MOST_TRIES = 6;

/** A run keeps what was not answered yet until it is answered. */
export class StreamedRun {
  readonly number: number;
  readonly #line: RunLine;
  readonly #under = new Set<Promise<void>>();
  readonly #opened = Promise.withResolvers<void>();
  readonly #handedOver = Promise.withResolvers<void>();
  #lineChanged: () => void = () => undefined;
  #from = 0;
  #waiting: number[] = [];
  #unanswered: { readonly from: number; readonly bytes: string }[] = [];
  #refusal: Refusal | null = null;
  #isOpened = false;
  #isLeft = false;
  #outcome: Promise<Reply<RunResult>> | null = null;

  /** @param number of the run within the session, higher each time */
  constructor(number: number, line: RunLine) {
    this.number = number;
    this.#line = line;
  }

  /** What comes of the run; null while it is played. */
  get outcome(): Promise<Reply<RunResult>> | null {
    return this.#outcome;
  }
  /** Fulfilled once the server has all of a finished run, or never will: only then may the next one begin. */
  get handedOver(): Promise<void> {
    return this.#handedOver.promise;
  }

  /** False once the person has left it for something else. */
  get isPlayed(): boolean {
    return !this.#isLeft;
  }

  /** @param ready is waited for, when there is something to wait for: the server keeps one run a session */
  async begin(challenge: string, ready: Promise<void> | null): Promise<Reply<AnswerTo<'begin'>>> {
    if (ready !== null) await ready;
    if (this.#isLeft) return refusal('run.left', 'This run was left for another one.');
    this.#isOpened = true;
    const reply = this.#line.ask('begin', { run: this.number, challenge });
    this.#opened.resolve();
    this.#resend();
    return reply;
  }

  /** One tick of the run. */
  push(byte: number): void {
    this.#waiting.push(byte);
    if (this.#waiting.length >= CHUNK_TICKS) this.#flush();
  }

  /**
   * Sends what is left, waits until all has arrived, and lets the server judge; a broken line is waited for.
   * @param before is waited for before the judge is asked: the server judges one run a session at a time
   */
  finish(before: Promise<unknown> | null): Promise<Reply<RunResult>> {
    this.#flush();
    this.#outcome ??= this.#finish(before).finally(() => this.#handedOver.resolve());
    return this.#outcome;
  }

  /** Leaves the run without judging; a finished one goes its way. */
  leave(): void {
    if (this.abandon() && this.#isOpened) this.#line.ask('leave', { run: this.number }).catch(() => undefined);
  }

  /** Forgets a run that was not finished, without a word to the server; false when there is nothing to forget. */
  abandon(): boolean {
    if (this.#outcome !== null || this.#isLeft) return false;
    this.#isLeft = true;
    this.#waiting = [];
    this.#unanswered = [];
    return true;
  }

  /** The same session is connected again: sends what never got an answer. */
  resume(): void {
    this.#resend();
    this.#lineChanged();
  }

  /** Another session took over: the server knows nothing of this run. */
  lose(): void {
    if (this.#isOpened)
      this.#refuse(refusal('run.lost', 'The world was restarted while you played; this run cannot count. Try again.'));
    this.#lineChanged();
  }

  async #finish(before: Promise<unknown> | null): Promise<Reply<RunResult>> {
    await this.#opened.promise;
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      await Promise.all(this.#under);
      if (this.#refusal !== null) return this.#refusal;
      const reply = this.#unanswered.length === 0 ? await this.#judge(before) : null;
      if (reply !== null) return reply;
      if (this.#line.isOpen()) this.#resend();
      else if (!(await this.#lineBack())) break;
    }
    return this.#refusal ?? refusal('run.unsent', 'The connection broke before all of this run arrived; try again.');
  }

  /** Null when the line broke before the answer came. */
  async #judge(before: Promise<unknown> | null): Promise<Reply<RunResult> | null> {
    if (before !== null) await Promise.allSettled([before]);
    const asked = this.#line.ask('finish', { run: this.number });
    // What is sent on the same line from now on arrives after this.
    if (this.#line.isOpen()) this.#handedOver.resolve();
    try {
      return await asked;
    } catch (error) {
      if (this.#line.isOpen()) throw error;
      return null;
    }
  }

  /** Waits until the connection changes; false when it stays broken. */
  #lineBack(): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), LINE_MS);
      this.#lineChanged = () => {
        clearTimeout(timer);
        resolve(true);
      };
    });
  }

  #resend(): void {
    if (!this.#isOpened) return;
    const again = this.#unanswered;
    this.#unanswered = [];
    for (const chunk of again) this.#send(chunk);
  }

  #flush(): void {
    if (this.#waiting.length === 0) return;
    const chunk = { from: this.#from, bytes: toBase64(Uint8Array.from(this.#waiting)) };
    this.#from += this.#waiting.length;
    this.#waiting = [];
    if (this.#isOpened) this.#send(chunk);
    else this.#unanswered.push(chunk);
  }

  #send(chunk: { readonly from: number; readonly bytes: string }): void {
    this.#unanswered.push(chunk);
    const sent = this.#line.ask('ticks', { run: this.number, ...chunk }).then(
      (reply) => {
        this.#unanswered = this.#unanswered.filter((other) => other !== chunk);
        if (!reply.ok) this.#refuse(reply);
      },
      // Stays among the unanswered: `resume` sends it again.
      () => undefined,
    );
    this.#under.add(sent);
    void sent.finally(() => this.#under.delete(sent));
  }

  #refuse(why: Refusal): void {
    if (this.#refusal !== null || this.#isLeft) return;
    this.#refusal = why;
    if (this.#outcome === null) this.#line.trouble(why);
  }
}

function refusal(code: string, sentence: string): Refusal {
  return { ok: false, code, sentence };
}
