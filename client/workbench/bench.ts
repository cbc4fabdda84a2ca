/** What lies on the bench and every act on it, as signals: picture and page read from here and nowhere else. */
import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { History } from '#client/create/history.ts';
import type { AnyFamily, Drawing, Limit } from '#content/families/family.ts';
import { isDimensionError } from '#shared/base/errors.ts';
import type { CanonicalValue } from '#shared/base/hash.ts';
import type { ChallengeCard } from '#shared/protocol/routes.ts';
import type { Payload } from '#shared/records/payload.ts';
import type { Judgement } from '#shared/records/verdict.ts';
import type { BenchJudge } from './bench-judge.ts';
import { type DraftShelf, draftOf, keepDraft } from './drafts.ts';
import { type Hand, isSameWork, type Work } from './hand.ts';
import { bestRunOf } from './standing.ts';
import { Way } from './way.ts';

/** What a bench is made of. */
export interface BenchNeeds {
  readonly card: ChallengeCard;
  readonly family: AnyFamily;
  readonly instance: CanonicalValue;
  readonly hand: Hand;
  readonly judge: Pick<BenchJudge, 'judge' | 'polish'>;
  /** Where drafts are kept, or null where nothing is. */
  readonly shelf: DraftShelf | null;
}

/** One challenge on the bench. */
export class Bench {
  readonly card: Signal<ChallengeCard>;
  readonly family: AnyFamily;
  readonly hand: Hand;
  readonly limit: Limit | null;
  /** The latest word of the judge; null until the first. Where it is not of what lies here, `asked` says so. */
  readonly judged: ReadonlySignal<Judgement | null>;
  /** Where the judge stands on what lies here: still at it, done, or not to be had. */
  readonly asked: ReadonlySignal<'judging' | 'judged' | 'broken'>;
  /** What is seen: the work, or a moment on its way to rest. */
  readonly shown: ReadonlySignal<Work>;
  readonly canUndo = signal(false);
  readonly canRedo = signal(false);
  readonly saved = signal(true);
  /** True while a machine works out where everything comes to rest, and while it goes there. */
  readonly settling = signal(false);
  readonly #needs: BenchNeeds;
  readonly #history: History<Work>;
  readonly #judged = signal<Judgement | null>(null);
  readonly #asked = signal<'judging' | 'judged' | 'broken'>('judging');
  readonly #shown: Signal<Work>;
  #toJudge: Work | null = null;
  #isJudging = false;
  #way: Way | null = null;
  /** Counts changes, so that a settling that was overtaken is dropped. */
  #turn = 0;

  constructor(needs: BenchNeeds) {
    this.#needs = needs;
    this.card = signal(needs.card);
    this.family = needs.family;
    this.hand = needs.hand;
    this.limit = needs.family.limit(needs.instance);
    const draft = needs.shelf === null ? null : this.#read(draftOf(needs.shelf, needs.card.id));
    const first = draft ?? needs.hand.first;
    this.#history = new History(first, isSameWork);
    this.#shown = signal(first);
    this.shown = this.#shown;
    this.judged = this.#judged;
    this.asked = this.#asked;
    this.#judge(first);
  }

  get work(): Work {
    return this.#history.now;
  }
  get payload(): Payload {
    return this.hand.payloadOf(this.work);
  }
  /** The best try that a machine left, as work; null when there is none to begin from. */
  get machineStart(): Work | null {
    return this.#read(bestRunOf(this.card.value, this.family.better)?.payload ?? null);
  }

  /** The picture of a moment; null for what the family cannot draw. */
  draw(work: Work): Drawing | null {
    try {
      return this.family.show(this.#needs.instance, this.hand.payloadOf(work));
    } catch (error) {
      // What a family cannot draw is still judged: its sentence says what is wrong.
      if (isDimensionError(error)) return null;
      throw error;
    }
  }

  /** Makes `work` what lies here; changes of one `gesture` are one step back. */
  change(work: Work, gesture: string | null = null): void {
    this.#halt();
    this.#history.change(work, gesture);
    this.#settleDown(gesture === null);
  }

  /** The drag is over: what follows is a step of its own, and the draft is kept. */
  endGesture(): void {
    this.#history.endGesture();
    this.#keep();
  }

  /** One step back. What is still coming to rest goes back to where it set out: that is the step then. */
  undo(): void {
    const underWay = this.settling.value;
    this.#halt();
    if (!underWay) this.#history.undo();
    this.#settleDown(true);
  }

  redo(): void {
    this.#halt();
    this.#history.redo();
    this.#settleDown(true);
  }

  /** Back to the beginning; one step back brings everything again. */
  startOver(): void {
    this.change(this.hand.first);
  }

  /** Takes up the best that a machine left here. */
  startFromMachine(): void {
    const start = this.machineStart;
    if (start !== null) this.change(start);
  }

  /** Lets everything come to rest as a machine would. @param still jump there instead of going */
  async settle(still: boolean): Promise<void> {
    if (this.settling.value) return;
    const turn = this.#turn;
    const from = this.work;
    this.settling.value = true;
    this.canUndo.value = true;
    const polished = await this.#needs.judge.polish(this.payload);
    if (turn !== this.#turn) return;
    if (polished === 'broken') this.#asked.value = 'broken';
    const to = typeof polished === 'string' ? null : this.#read(polished);
    if (to === null || still) {
      this.settling.value = false;
      this.canUndo.value = this.#history.canUndo;
      if (to !== null) this.change(to);
      return;
    }
    this.#way = new Way(from, to);
  }

  /** Goes on with the way to rest. @param seconds since the last call */
  advance(seconds: number): void {
    const way = this.#way;
    if (way === null) return;
    this.#shown.value = way.advance(seconds);
    if (way.isOver) this.change(way.to);
    else this.#judge(this.#shown.value);
  }

  /** Asks the judge once more, after it broke down. */
  askAgain(): void {
    this.#judge(this.#shown.value);
  }

  #halt(): void {
    this.#turn++;
    this.#way = null;
    this.settling.value = false;
  }

  #settleDown(keep: boolean): void {
    this.#shown.value = this.#history.now;
    this.canUndo.value = this.#history.canUndo;
    this.canRedo.value = this.#history.canRedo;
    this.#judge(this.#history.now);
    if (keep) this.#keep();
  }

  #keep(): void {
    const { shelf, card } = this.#needs;
    this.saved.value = shelf !== null && keepDraft(shelf, card.id, this.payload);
  }

  /** A payload from outside as work; null for what the family does not let through. */
  #read(payload: Payload | null): Work | null {
    if (payload === null) return null;
    const { family, instance, hand } = this.#needs;
    try {
      return hand.workOf(family.parsePayload(payload, instance));
    } catch (error) {
      // A draft or a machine's log is only a start: without it one begins at the beginning.
      if (isDimensionError(error)) return null;
      throw error;
    }
  }

  /** One question at a time; of those that wait only the latest is asked. */
  #judge(work: Work): void {
    this.#toJudge = work;
    this.#asked.value = 'judging';
    if (!this.#isJudging) void this.#judgeOn();
  }

  async #judgeOn(): Promise<void> {
    this.#isJudging = true;
    for (let work = this.#toJudge; work !== null; work = this.#toJudge) {
      this.#toJudge = null;
      const judgement = await this.#needs.judge.judge(this.hand.payloadOf(work));
      if (judgement === 'closed') break;
      if (judgement !== 'broken') this.#judged.value = judgement;
      // What changed meanwhile is asked next.
      if (this.#toJudge === null) this.#asked.value = judgement === 'broken' ? 'broken' : 'judged';
    }
    this.#isJudging = false;
  }
}
