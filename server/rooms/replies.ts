/** What the room answers to each message of the one table: parsed, permitted, limited; a refusal never cuts anyone off. */
import { FAMILIES, load } from '#content/catalog.ts';
import type { Stopwatch } from '#server/ports/clock.ts';
import type { Counts } from '#server/ports/counts.ts';
import type { AttemptOutcome, Door } from '#server/ports/door.ts';
import type { Guiding } from '#server/ports/guiding.ts';
import type { Store } from '#server/ports/store.ts';
import { DimensionError, isDimensionError, publicError } from '#shared/base/errors.ts';
import { type Address, type ChallengeId, parseChallengeId } from '#shared/base/ids.ts';
import {
  CLIENT_MESSAGES,
  type ClientMessage,
  type MessageBody,
  parseMessage,
  type Reply,
  type RunResult,
} from '#shared/protocol/messages.ts';
import type { Person } from '#shared/records/actor.ts';
import { isOpen } from '#shared/records/challenge.ts';
import { LiveRun } from './live-run.ts';
import type { Parties } from './parties.ts';
import type { PartyCourse } from './party.ts';
import type { Seat } from './seat.ts';
import type { Talk } from './talk.ts';

/** What answering needs. */
export interface ReplyNeeds {
  readonly door: Door;
  readonly store: Store;
  readonly counts: Counts;
  readonly stopwatch: Stopwatch;
  /** What people say to each other, and of each other to the host. */
  readonly talk: Pick<Talk, 'say' | 'report'>;
  /** Who leads newcomers. */
  readonly guide: Pick<Guiding, 'waveOff'>;
  /** Whether a work stands in the world. */
  isPlaced(work: string): boolean;
  /** Who gathers and plays together. */
  readonly parties: Parties;
  /** Somebody began or ended a run. */
  runsChanged(): void;
}

/** Who gets up sooner has only looked. */
const SERIOUS_MS = 20_000;
const NO_LAUREL = 'nobody who plays it with you would earn a laurel. You may play it alone.';

type Handlers = { readonly [M in ClientMessage]: (seat: Seat, body: MessageBody<M>) => unknown };

/** Answers the requests of the people in one room. */
export class Replies {
  readonly #needs: ReplyNeeds;
  readonly #handlers: Handlers;

  constructor(needs: ReplyNeeds) {
    this.#needs = needs;
    this.#handlers = {
      chat: (seat, { text }) => needs.talk.say(seat, text),
      report: (seat, body) => needs.talk.report(seat, body),
      emote: (seat, { emote }) => seat.gesture(emote),
      wear: (seat, { work }) => this.#wear(seat, work),
      'wave-off': (seat) => needs.guide.waveOff(seat.session),
      begin: (seat, body) => this.#begin(seat, body),
      ticks: (seat, { run, from, bytes }) => runOf(seat, run).take(from, bytes, needs.stopwatch()),
      finish: (seat, { run }) => this.#finish(seat, run),
      attend: (seat, { challenge }) => this.attend(seat, challenge === null ? null : parseChallengeId(challenge)),
      leave: (seat, { run }) => this.#drop(seat, runOf(seat, run)),
      gather: (seat, body) => this.#gather(seat, parseChallengeId(body.challenge)),
      'tell-again': (seat) => needs.parties.tellAgain(seat),
      part: (seat) => needs.parties.part(seat),
      'set-off': (seat) => needs.parties.setOff(seat),
      steps: (seat, body) => needs.parties.take(seat, body),
      arrived: async (seat, { round }) => resultOf(await needs.parties.arrived(seat, round), seat.person.address),
    };
  }

  /** Never throws: what is wrong is in the reply and counted by its code. */
  async answer<M extends ClientMessage>(type: M, seat: Seat | undefined, raw: unknown): Promise<Reply<unknown>> {
    const { counts, stopwatch } = this.#needs;
    try {
      if (seat === undefined) throw new DimensionError('message.no-seat', 'You are not in the room yet.');
      limit(type, seat, stopwatch());
      permit(type, seat);
      const value = await this.#handlers[type](seat, parseMessage(type, raw));
      return { ok: true, value: value ?? {} };
    } catch (error) {
      const { code, sentence } = publicError(error);
      counts.count(code);
      if (!isDimensionError(error)) counts.error(code, `A "${type}" message broke: ${String(error)}`);
      return { ok: false, code, sentence };
    }
  }

  /** Sits down at a challenge or gets up; who got up without having solved it gave up, and that is a session too. */
  attend(seat: Seat, challenge: ChallengeId | null): void {
    const { door, counts, stopwatch, runsChanged } = this.#needs;
    const { visit } = seat;
    if (visit?.challenge === challenge) return;
    const nowMs = stopwatch();
    seat.visit = challenge === null ? null : { challenge, sinceMs: nowMs };
    runsChanged();
    if (visit === null || nowMs - visit.sinceMs < SERIOUS_MS) return;
    door
      .gaveUp(seat.person, visit.challenge)
      .catch((error: unknown) => counts.error('room.session', `A session could not be counted: ${String(error)}`));
  }

  #wear(seat: Seat, work: string | null): void {
    if (work !== null && !this.#needs.isPlaced(work))
      throw new DimensionError('work.unknown', 'Only works that stand in the world can be worn.', { work });
    seat.avatar.skin = work ?? '';
  }

  async #begin(seat: Seat, body: MessageBody<'begin'>): Promise<void> {
    const id = parseChallengeId(body.challenge);
    // The run stands at once, so that ticks that follow close behind find it; it falls if the gate turns out closed.
    const run = new LiveRun(body.run, id, this.#needs.stopwatch());
    seat.run = run;
    this.#needs.parties.part(seat);
    try {
      run.playedBy((await this.#courseOf(id)).starts);
    } catch (error) {
      if (seat.run === run) seat.run = null;
      throw error;
    }
    this.#needs.runsChanged();
  }

  async #gather(seat: Seat, id: ChallengeId): Promise<void> {
    const { parties } = this.#needs;
    const known = parties.courseAt(seat, id);
    const course = known ?? (await this.#courseOf(id));
    if (course.starts < 2) throw new DimensionError('party.alone', 'This course is played by one alone.');
    if (known === null) await this.#keepLaurel(seat.person, id);
    parties.gather(seat, course);
  }

  /** @throws DimensionError `party.maker`, `party.keeper` for those with whom nobody of a party earns a laurel */
  async #keepLaurel({ address, host }: Person, id: ChallengeId): Promise<void> {
    const { store } = this.#needs;
    if ((await store.challenge(id))?.creator === address)
      throw new DimensionError('party.maker', `You made this course: ${NO_LAUREL}`);
    if (host && (await store.witness(id)) !== null)
      throw new DimensionError('party.keeper', `You keep its sealed solution: ${NO_LAUREL}`);
  }

  /** How many start together there, and for how long at most. */
  async #courseOf(id: ChallengeId): Promise<PartyCourse> {
    const challenge = await this.#needs.store.challenge(id);
    if (challenge === null || !isOpen(challenge.state))
      throw new DimensionError('challenge.closed', 'This gate is not open.', { challenge: id });
    const family = await load(FAMILIES, challenge.file.family);
    if (family.hand !== 'tape')
      throw new DimensionError('run.hand', 'This challenge is not played by running.', { hand: family.hand });
    const piece = family.workpiece(family.parseInstance(challenge.file.instance));
    const { title } = challenge;
    return piece.hand === 'tapes'
      ? { challenge: id, title, starts: piece.starts, maxTicks: piece.maxTicks }
      : { challenge: id, title, starts: 1, maxTicks: 0 };
  }

  /** Asked again after a lost answer it tells the same; asked again after the judge was away it judges. */
  #finish(seat: Seat, number: number): Promise<RunResult> {
    if (seat.judged?.run === number) return seat.judged.outcome;
    const run = seat.unjudged?.run === number ? seat.unjudged : runOf(seat, number);
    if (seat.judging) throw new DimensionError('run.judging', 'Your last run is still at the judge.');
    const outcome = this.#judge(seat, run);
    seat.judged = { run: number, outcome };
    return outcome;
  }

  async #judge(seat: Seat, run: LiveRun): Promise<RunResult> {
    seat.judging = true;
    seat.unjudged = null;
    try {
      const { payload, wallMs } = run.finish();
      const { challenge } = run;
      const isCopied = this.#needs.parties.copied.isCopied(seat.person.address, challenge, run.tapes());
      const made = isCopied ? 'tool' : 'live';
      const handedIn = { actor: seat.person, challenge, payload, class: made, wallMs } as const;
      return resultOf(await this.#needs.door.attempt(handedIn), seat.person.address);
    } catch (error) {
      seat.judged = null;
      if (isPassing(error)) seat.unjudged = run;
      throw error;
    } finally {
      seat.judging = false;
      this.#drop(seat, run);
    }
  }

  #drop(seat: Seat, run: LiveRun): void {
    if (seat.run === run) seat.run = null;
    this.#needs.runsChanged();
  }
}

function limit(type: ClientMessage, { buckets }: Seat, nowMs: number): void {
  if (buckets.take(type, CLIENT_MESSAGES[type], nowMs)) return;
  throw new DimensionError('message.too-many', `Too many "${type}" messages at once; wait a moment.`, { type });
}

function permit(type: ClientMessage, seat: Seat): void {
  if (whoMay(type) === 'host' && !seat.person.host)
    throw new DimensionError('message.not-permitted', 'Only the host may do this.', { type });
}

function whoMay(type: ClientMessage): 'person' | 'host' {
  return CLIENT_MESSAGES[type].who;
}

/** True for what is not the run's own fault and may be gone later: a busy judge, a frozen challenge, a fault of ours. */
function isPassing(error: unknown): boolean {
  if (!isDimensionError(error) || error.code === 'challenge.closed') return true;
  return /^(pool|store|work|chain|door|server)\./.test(error.code);
}

function runOf(seat: Seat, number: number): LiveRun {
  if (seat.run?.run === number) return seat.run;
  throw new DimensionError('run.none', 'There is no such run under way.', { run: number });
}

/** What one of those who made it is told. */
function resultOf({ attempt, laurels, sentence }: AttemptOutcome, who: Address): RunResult {
  const { verdict } = attempt;
  const laurel = laurels.find(({ holder }) => holder === who);
  return {
    holds: verdict.ok,
    value: verdict.ok ? verdict.value : null,
    unit: verdict.ok ? verdict.unit : '',
    reason: verdict.ok ? null : verdict.reason.sentence,
    attempt: attempt.id,
    laurel: laurel?.tokenId ?? null,
    sentence,
  };
}
