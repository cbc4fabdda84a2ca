/** Flow of a laurel to its end: the window passes, another process verifies, the chain follows, the challenge goes on. */
import { FAMILIES, load } from '#content/catalog.ts';
import type { SecondOpinion } from '#server/ports/second-opinion.ts';
import type { PendingLaurel } from '#server/ports/store-rows.ts';
import { agrees, settleDoubt, settleFinal, settleWindow } from '#server/stages/settle-final.ts';
import { isDimensionError, publicError } from '#shared/base/errors.ts';
import type { ChallengeId } from '#shared/base/ids.ts';
import type { FlowNeeds } from './carry.ts';

const EVERY = 1_000_000;
/** Without being poked it looks this often, ms. */
const LOOK_MS = 60_000;
/** Pause after another process came to no verdict, ms: doubled each time, up to the longest. */
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 600_000;

export interface FinalityNeeds extends FlowNeeds {
  readonly secondOpinion: SecondOpinion;
}

interface Held {
  readonly tries: number;
  readonly notBeforeMs: number;
}

/** Works through the windows in the order in which they end. Everything is in the store: kill -9 costs nothing. */
export class Finality {
  readonly #needs: FinalityNeeds;
  /** What could not be verified and waits. */
  readonly #held = new Map<string, Held>();
  #round: Promise<void> | null = null;
  #again = false;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #closed = false;
  /** Resolves at the end: nobody waits two minutes for another process then. */
  readonly #end = Promise.withResolvers<null>();

  constructor(needs: FinalityNeeds) {
    this.#needs = needs;
  }

  /**
   * There may be something to do: looks now.
   * @param anew also at what could not be verified a moment ago
   */
  poke(anew = false): void {
    if (this.#closed) return;
    if (anew) this.#held.clear();
    this.#again = true;
    this.#round ??= this.#work();
  }

  /** Resolves when nothing is under way. */
  async idle(): Promise<void> {
    while (this.#round !== null) await this.#round;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#end.resolve(null);
    if (this.#timer !== null) clearTimeout(this.#timer);
    await this.#round;
  }

  async #work(): Promise<void> {
    let pauseMs = LOOK_MS;
    while (this.#again && !this.#closed) {
      this.#again = false;
      try {
        pauseMs = await this.#look();
      } catch (error) {
        this.#report(error);
      }
    }
    this.#round = null;
    if (this.#closed) return;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.poke(), Math.max(1, pauseMs)).unref();
  }

  /** One pass over all windows. Answers when to look again, ms. */
  async #look(): Promise<number> {
    const { store, clock } = this.#needs;
    // The chain takes the laurels of a challenge in order: behind one that is held the others wait.
    const waiting = new Set<ChallengeId>();
    let pauseMs = LOOK_MS;
    for (const pending of await store.pendingLaurels(EVERY)) {
      if (this.#closed) return pauseMs;
      const laurel = await store.laurel(pending.tokenId);
      if (laurel === null || waiting.has(laurel.challenge)) continue;
      if (this.#dueMs(pending) <= clock() && (await this.#verify(pending))) continue;
      waiting.add(laurel.challenge);
      pauseMs = Math.min(pauseMs, Math.max(1, this.#dueMs(pending) - clock()));
    }
    await this.#endWindows();
    return pauseMs;
  }

  #dueMs({ tokenId, dueAtMs }: PendingLaurel): number {
    return Math.max(dueAtMs, this.#held.get(tokenId)?.notBeforeMs ?? 0);
  }

  /** True when the laurel is final; otherwise it is held for a while. */
  async #verify(pending: PendingLaurel): Promise<boolean> {
    const final = await this.#isFinal(pending);
    if (final) this.#held.delete(pending.tokenId);
    else this.#hold(pending.tokenId);
    return final;
  }

  async #isFinal({ tokenId }: PendingLaurel): Promise<boolean> {
    const { store, secondOpinion, clock, announcer } = this.#needs;
    const laurel = await store.laurel(tokenId);
    if (laurel === null) return false;
    const challenge = await store.challenge(laurel.challenge);
    const records = await store.records({ challenge: laurel.challenge, limit: EVERY });
    const record = records.find(({ index }) => index === laurel.recordIndex);
    const attempt = record === undefined ? null : await store.attempt(record.attempt);
    if (challenge === null || record === undefined || attempt === null || challenge.state === 'frozen') return false;
    try {
      const opinion = await Promise.race([secondOpinion(challenge.file, attempt.payload), this.#end.promise]);
      if (opinion === null) return false;
      if (agrees(opinion, record)) return await store.transact((tx) => settleFinal(laurel, record, tx, this.#needs));
      const frozen = await store.transact((tx) => settleDoubt(laurel, opinion, clock(), tx));
      this.#needs.counts.error('opinion.differs', `Two judges differ on "${challenge.title}": it is frozen.`);
      if (frozen !== null) announcer.challengeChanged(frozen);
    } catch (error) {
      if (!this.#closed) this.#report(error);
    }
    return false;
  }

  #hold(tokenId: string): void {
    const tries = (this.#held.get(tokenId)?.tries ?? 0) + 1;
    const pauseMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (tries - 1));
    this.#held.set(tokenId, { tries, notBeforeMs: this.#needs.clock() + pauseMs });
  }

  /** Challenges that were moved go on as soon as nothing of theirs is in its window. */
  async #endWindows(): Promise<void> {
    const { store, announcer, clock } = this.#needs;
    for (const challenge of await store.challenges({ states: ['advanced'], limit: EVERY })) {
      const { kind } = await load(FAMILIES, challenge.file.family);
      const settled = await store.transact((tx) => settleWindow(challenge, kind, clock(), tx));
      if (settled !== null) announcer.challengeChanged(settled);
    }
  }

  #report(error: unknown): void {
    const { code, sentence } = publicError(error);
    this.#needs.counts.count(code);
    this.#needs.counts.error(code, isDimensionError(error) ? sentence : String(error));
  }
}
