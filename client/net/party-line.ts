/** The line to those one gathers and plays with: what the room tells of them, and one's own part on its way to it. */
import { fromBase64, toBase64 } from '#shared/base/hash.ts';
import type { AnswerTo, PartyNews, PlayedNews, Reply, RunResult } from '#shared/protocol/messages.ts';
import { CHUNK_TICKS } from '#shared/protocol/wire.ts';
import { Listeners } from './signal.ts';
import type { Ask } from './streamed-run.ts';

/** Ticks that are sent together: 50 ms, so that the others see it soon. */
const PIECE_TICKS = 3;

/** The judge is asked once more after this long, or as soon as a broken line is back, ms. */
const AGAIN_MS = 10_000;
const MOST_TRIES = 7;

interface Piece {
  readonly round: number;
  readonly from: number;
  readonly bytes: string;
}

/** One party at a time; what was not answered is kept until it is. */
export class PartyLine {
  readonly #ask: Ask;
  readonly #pause: (ms: number) => Promise<void>;
  readonly #news = new Listeners<PartyNews>();
  #last: PartyNews | null = null;
  #played: PlayedNews[] = [];
  /** Ticks of each member that were handed on in this round. */
  readonly #known = new Map<number, number>();
  #round = 0;
  #from = 0;
  #lanes = 1;
  #waiting: number[] = [];
  #unanswered: Piece[] = [];
  #lineChanged = Promise.withResolvers<void>();

  /**
   * @param ask never rejects: a broken line is a refusal too, `join.away`
   * @param pause waits before the judge is asked once more
   */
  constructor(ask: Ask, pause: (ms: number) => Promise<void> = pauseFor) {
    this.#ask = ask;
    this.#pause = pause;
  }

  /** How the own party stands; null in none. */
  get news(): PartyNews | null {
    return this.#last;
  }

  onNews(listener: (news: PartyNews) => void): () => void {
    return this.#news.on(listener);
  }

  /** Waits at a gate, or joins who waits there. */
  gather(challenge: string): Promise<Reply<AnswerTo<'gather'>>> {
    return this.#ask('gather', { challenge });
  }

  /** Leaves the party. */
  part(): void {
    this.#forget();
    void this.#ask('part', {});
  }

  /** Begins with those who are there, or again. */
  setOff(): Promise<Reply<AnswerTo<'set-off'>>> {
    return this.#ask('set-off', {});
  }

  /** Asks for the verdict on the joined run, again where the line broke or the judge was away: a round is judged once. */
  async arrived(round: number): Promise<Reply<RunResult>> {
    for (let tries = 1; ; tries++) {
      const changed = this.#lineChanged.promise;
      const reply = await this.#ask('arrived', { round });
      if (reply.ok || !isPassing(reply.code) || tries === MOST_TRIES) return reply;
      await Promise.race([this.#pause(AGAIN_MS), changed]);
    }
  }

  /** One tick of the own part of a round: a byte for each start that one plays. */
  push(round: number, bytes: readonly number[]): void {
    if (round !== this.#round) {
      this.#round = round;
      this.#from = 0;
      this.#waiting = [];
      this.#unanswered = [];
    }
    this.#lanes = bytes.length;
    this.#waiting.push(...bytes);
    if (this.#waiting.length >= PIECE_TICKS * this.#lanes) this.flush();
  }

  /** Sends what waits. */
  flush(): void {
    const most = Math.floor(CHUNK_TICKS / this.#lanes) * this.#lanes;
    while (this.#waiting.length > 0) {
      const bytes = this.#waiting.splice(0, most);
      this.#send({ round: this.#round, from: this.#from, bytes: toBase64(Uint8Array.from(bytes)) });
      this.#from += bytes.length / this.#lanes;
    }
  }

  /**
   * What the others played since the last call, in this round, in order. What came before something that a broken line
   * swallowed waits until that is told again.
   */
  drain(round: number): readonly PlayedNews[] {
    const pieces = this.#played.filter((piece) => piece.round === round).sort((a, b) => a.from - b.from);
    const whole: PlayedNews[] = [];
    this.#played = [];
    for (const piece of pieces) {
      const known = this.#known.get(piece.by) ?? 0;
      if (piece.from > known) this.#played.push(piece);
      else {
        whole.push(piece);
        this.#known.set(piece.by, Math.max(known, piece.from + this.#ticksOf(piece)));
      }
    }
    return whole;
  }

  /** The room told how the party stands. */
  told(news: PartyNews): void {
    if (news.phase === 'gathering' && this.isUnderWay) {
      // No run turns back into waiting: this is another party, for which nobody asked.
      void this.#ask('part', {});
      this.#lose('Your party is over.');
      return;
    }
    if (news.phase === 'ended') this.#forget();
    else {
      if (news.round !== this.#last?.round) this.#startOver();
      this.#last = news;
    }
    this.#news.tell(news);
  }

  /** The room told what another one played. */
  heard(piece: PlayedNews): void {
    if (this.#last !== null) this.#played.push(piece);
  }

  /** The same session is connected again: asks what was missed, and sends what never got an answer. */
  resume(): void {
    this.#tellChanged();
    if (this.#last === null) return;
    // Whose line breaks while waiting waits no longer, and has to come to the gate again.
    if (this.#last.phase === 'gathering') void this.gather(this.#last.challenge);
    else void this.#askAgain();
    const again = this.#unanswered;
    this.#unanswered = [];
    for (const piece of again) this.#send(piece);
  }

  /** Another session took over: the room knows nothing of this party. */
  lose(): void {
    this.#tellChanged();
    this.#lose('The world was restarted, so your party is over.');
  }

  /** Whoever waits for the line to come back waits no longer. */
  #tellChanged(): void {
    this.#lineChanged.resolve();
    this.#lineChanged = Promise.withResolvers();
  }

  /** A joint run is played, or may be played again. */
  get isUnderWay(): boolean {
    return this.#last?.phase === 'running' || this.#last?.phase === 'over';
  }

  async #askAgain(): Promise<void> {
    const asked = this.#last;
    const reply = await this.#ask('tell-again', {});
    if (!reply.ok && reply.code === 'party.none' && this.#last === asked) this.#lose(reply.sentence);
  }

  #lose(sentence: string): void {
    const last = this.#last;
    this.#forget();
    if (last !== null) this.#news.tell({ ...last, phase: 'ended', sentence });
  }

  #forget(): void {
    this.#last = null;
    this.#startOver();
    this.#round = 0;
  }

  /** Rounds of different parties have the same numbers: nothing of one may reach into the next. */
  #startOver(): void {
    this.#played = [];
    this.#known.clear();
    this.#from = 0;
    this.#waiting = [];
    this.#unanswered = [];
  }

  #ticksOf({ by, bytes }: PlayedNews): number {
    return fromBase64(bytes).length / Math.max(1, this.#last?.members[by]?.lanes.length ?? 1);
  }

  #send(piece: Piece): void {
    this.#unanswered.push(piece);
    void this.#ask('steps', piece).then((reply) => {
      // Refused or not, the room's own news say what becomes of the run; without an answer `resume` sends it again.
      if (reply.ok || reply.code !== 'join.away')
        this.#unanswered = this.#unanswered.filter((other) => other !== piece);
    });
  }
}

/** True for what may be gone a little later: no line, no answer in time, a judge with too much to do. */
function isPassing(code: string): boolean {
  return code === 'join.away' || code === 'door.busy' || code.startsWith('pool.');
}

function pauseFor(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
