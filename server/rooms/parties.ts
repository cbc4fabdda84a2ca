/** The parties of one room: who gathers where, what they play tick by tick, and what ends a joint run. */
import type { AttemptOutcome } from '#server/ports/door.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { fromBase64, toBase64 } from '#shared/base/hash.ts';
import type { ChallengeId } from '#shared/base/ids.ts';
import type { MessageBody, PartyNews, PlayedNews } from '#shared/protocol/messages.ts';
import { CHUNK_TICKS, PATIENCE_MS } from '#shared/protocol/wire.ts';
import { namesInLine } from '#shared/records/attempt.ts';
import { CopiedLanes } from './copied-lanes.ts';
import { type JoinedRun, STALL_MS } from './joined-run.ts';
import { APART_MINUTES, KeptApart } from './kept-apart.ts';
import { Party, type PartyCourse, partyOf } from './party.ts';
import type { Seat } from './seat.ts';

/** What parties need of the room. */
export interface PartyNeeds {
  readonly stopwatch: () => number;
  /** Tells one member; nothing happens while their line is broken. */
  tellParty(seat: Seat, news: PartyNews): void;
  tellPlayed(seat: Seat, news: PlayedNews): void;
  /** Lets the joined run be judged for all of them. */
  judge(party: Party, run: JoinedRun): Promise<AttemptOutcome>;
  /** Somebody waits at a gate who did not before. */
  waits(seat: Seat, party: Party): void;
  /** Who waits where has changed. */
  changed(): void;
}

/** Holds every party of the room; time comes from outside. */
export class Parties {
  readonly #needs: PartyNeeds;
  readonly #all = new Set<Party>();
  readonly #apart: KeptApart;
  /** What was heard in joint runs, for whoever judges a run that was played alone. */
  readonly copied: CopiedLanes;

  constructor(needs: PartyNeeds) {
    this.#needs = needs;
    this.#apart = new KeptApart(needs.stopwatch);
    this.copied = new CopiedLanes(needs.stopwatch);
  }

  /** Who waits at which gate, for all to see. */
  gathering(): readonly Party[] {
    return [...this.#all].filter(({ phase }) => phase === 'gathering');
  }

  /** Joins who waits at a course, or waits there first; the last one that is wanted starts the countdown. */
  gather(seat: Seat, course: PartyCourse): void {
    if (seat.isGone) return;
    if (this.courseAt(seat, course.challenge) !== null) this.tellAgain(seat);
    else this.#join(seat, course);
  }

  /**
   * To a member whose line was broken: how it stands, though it is no more, and everything that the others played.
   * @throws DimensionError `party.none`
   */
  tellAgain(seat: Seat): void {
    const { party } = seat;
    if (party === null) throw new DimensionError('party.none', 'You are in no party; gather at the gate first.');
    this.#needs.tellParty(seat, party.news(this.#needs.stopwatch()));
    if (party.run === null || party.phase === 'ended') return;
    for (const [by, other] of party.members.entries()) {
      const piece = party.run.tape.piece(party.lanesOf(other));
      if (other === seat || piece.length === 0) continue;
      this.#needs.tellPlayed(seat, { round: party.round, by, from: 0, bytes: toBase64(piece) });
    }
  }

  /** The course at which `seat` is in a party already: asking again needs no look into the store. */
  courseAt(seat: Seat, challenge: ChallengeId): PartyCourse | null {
    const { party } = seat;
    return party !== null && party.phase !== 'ended' && party.course.challenge === challenge ? party.course : null;
  }

  /**
   * Begins with those who are there, or again.
   * @throws DimensionError `party.none`, `party.first`, `party.few`
   */
  setOff(seat: Seat): void {
    const party = partyOf(seat);
    if (party.members.length < 2)
      throw new DimensionError('party.few', 'It takes two to play together; wait for one more.');
    if (party.phase === 'gathering' && party.members[0] !== seat && !this.#hasWaited(seat, party))
      throw new DimensionError(
        'party.first',
        `Who came first begins; after ${PATIENCE_MS / 1_000} seconds anybody may.`,
      );
    this.#setOff(party);
    this.#needs.changed();
  }

  /**
   * The next ticks of one member, told to the others at once.
   * @throws DimensionError `run.none`, or what is wrong with them: then the run is over for all
   */
  take(seat: Seat, { round, from, bytes }: MessageBody<'steps'>): void {
    const { party, run } = this.#runOf(seat, round);
    if (round !== party.round) throw noRun(round);
    // Who is not told yet that the goal is reached plays a moment longer.
    if (party.phase !== 'running') return;
    const chunk = fromBase64(bytes);
    try {
      if (chunk.length > CHUNK_TICKS)
        throw new DimensionError('run.chunk', `A chunk holds 1 to ${CHUNK_TICKS} bytes.`, { bytes: chunk.length });
      if (run.take(party.lanesOf(seat), from, chunk, this.#needs.stopwatch()) === 0) return;
    } catch (error) {
      this.#spoil(party, [seat], `What came from ${seat.person.name} could not be played, so the run is over for all.`);
      throw error;
    }
    const by = party.members.indexOf(seat);
    for (const other of party.members) if (other !== seat) this.#needs.tellPlayed(other, { round, by, from, bytes });
    if (run.tape.ticks < party.course.maxTicks) return;
    party.phase = 'over';
    this.#tell(party);
  }

  /**
   * Somebody is told by their own machine that the goal is reached: that is only the moment to ask the judge.
   * @throws DimensionError `run.none`, `run.empty`, or what the judge says
   */
  async arrived(seat: Seat, round: number): Promise<AttemptOutcome> {
    const known = seat.party?.outcomes.get(round);
    if (known !== undefined) return known;
    const { party, run } = this.#runOf(seat, round);
    const asked = this.#needs.judge(party, run);
    party.outcomes.set(round, asked);
    if (round === party.round) this.#rest(party);
    try {
      return await asked;
    } catch (error) {
      // Perhaps the judge was only away: who asks again is judged again.
      if (party.outcomes.get(round) === asked) party.outcomes.delete(round);
      throw error;
    }
  }

  /** Leaves; a run that is under way is over for all. */
  part(seat: Seat): void {
    const { party } = seat;
    seat.party = null;
    if (party === null || party.phase === 'ended') return;
    const place = party.members.indexOf(seat);
    if (party.phase === 'gathering') {
      party.members.splice(place, 1);
      if (party.members.length === 0) this.#all.delete(party);
      this.#tell(party);
      this.#needs.changed();
      return;
    }
    const isRunning = party.phase === 'running';
    party.members.splice(place, 1);
    const { name } = seat.person;
    if (isRunning) this.#spoil(party, [seat], `${name} has left, so the run is over for all.`);
    else this.#end(party, `${name} has left the course.`);
  }

  /** Called by the room's clock: ends what nobody can go on with. */
  tick(): void {
    const nowMs = this.#needs.stopwatch();
    for (const party of [...this.#all]) {
      if (party.phase !== 'running' || party.run?.isStalled(nowMs) !== true) continue;
      const late = party.laggards();
      const names = namesInLine(late.map(({ person }) => person));
      this.#spoil(
        party,
        late,
        `Nothing came from ${names} for ${STALL_MS / 1_000} seconds, so the run is over for all.`,
      );
    }
  }

  #join(seat: Seat, course: PartyCourse): void {
    this.part(seat);
    const party = this.gathering().find((other) => this.#suits(other, seat, course)) ?? this.#found(course);
    party.join(seat, this.#needs.stopwatch());
    seat.party = party;
    if (party.isFull) this.#setOff(party);
    else this.#tell(party);
    if (party.members.length === 1) this.#needs.waits(seat, party);
    this.#needs.changed();
  }

  #suits({ course, members }: Party, { person }: Seat, { challenge }: PartyCourse): boolean {
    return course.challenge === challenge && !members.some((other) => this.#apart.isApart(person, other.person));
  }

  #hasWaited(seat: Seat, party: Party): boolean {
    return this.#needs.stopwatch() - party.cameAtMs(seat) >= PATIENCE_MS;
  }

  #found(course: PartyCourse): Party {
    const party = new Party(course);
    this.#all.add(party);
    return party;
  }

  /** Somebody is at the goal: the run of this round goes no further, and everybody asks for the verdict. */
  #rest(party: Party): void {
    if (party.phase === 'running') party.phase = 'over';
    if (party.judged) return;
    party.judged = true;
    this.#tell(party);
  }

  #setOff(party: Party): void {
    this.copied.keep(party.course.challenge, party.played());
    party.setOff(this.#needs.stopwatch());
    this.#tell(party);
  }

  /** Some of them ended the run for the others, whom they meet no more for a while. */
  #spoil(party: Party, those: readonly Seat[], sentence: string): void {
    const others = party.members.filter((seat) => !those.includes(seat));
    this.#apart.keep(
      those.map(({ person }) => person),
      others.map(({ person }) => person),
    );
    const apart = ` For ${APART_MINUTES} minutes they and the others do not gather together again.`;
    this.#end(party, others.length === 0 ? sentence : sentence + apart);
  }

  #end(party: Party, sentence: string): void {
    this.copied.keep(party.course.challenge, party.played());
    party.end(sentence);
    this.#all.delete(party);
    this.#tell(party);
    this.#needs.changed();
  }

  #runOf(seat: Seat, round: number): { readonly party: Party; readonly run: JoinedRun } {
    const { party } = seat;
    const run = party?.runOf(round) ?? null;
    if (party === null || run === null) throw noRun(round);
    return { party, run };
  }

  #tell(party: Party): void {
    const news = party.news(this.#needs.stopwatch());
    for (const seat of party.members) this.#needs.tellParty(seat, news);
  }
}

function noRun(round: number): DimensionError {
  return new DimensionError('run.none', 'There is no such run under way.', { run: round });
}
