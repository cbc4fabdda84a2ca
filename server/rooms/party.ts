/** Some people who play one course for several starts together: who is there, which run it is, how it stands. */
import type { AttemptOutcome } from '#server/ports/door.ts';
import { DimensionError } from '#shared/base/errors.ts';
import type { ChallengeId } from '#shared/base/ids.ts';
import { lanesOf } from '#shared/physics/joined-tape.ts';
import type { PartyNews } from '#shared/protocol/messages.ts';
import { COUNTDOWN_MS } from '#shared/protocol/wire.ts';
import type { Person } from '#shared/records/actor.ts';
import type { PlayedLane } from './copied-lanes.ts';
import { JoinedRun } from './joined-run.ts';
import type { Seat } from './seat.ts';

/** The course of a party. */
export interface PartyCourse {
  readonly challenge: ChallengeId;
  readonly title: string;
  readonly starts: number;
  readonly maxTicks: number;
}

/** Gathers, runs as often as its members like, and ends when the first of them leaves a run. */
export class Party {
  readonly course: PartyCourse;
  /** In the order in which they came. */
  readonly members: Seat[] = [];
  phase: PartyNews['phase'] = 'gathering';
  round = 0;
  /** The run of this round; null before the first. */
  run: JoinedRun | null = null;
  /** The run of the round before: its goal may have been reached just when somebody began again. */
  lastRun: JoinedRun | null = null;
  /** What comes of each round that was judged: whoever asks gets the same. */
  readonly outcomes = new Map<number, Promise<AttemptOutcome>>();
  /** Who plays this round, whoever leaves meanwhile. */
  players: readonly Person[] = [];
  /** Somebody said that the goal is reached. */
  judged = false;
  /** Why it is no more. */
  sentence = '';
  #lanes: readonly (readonly number[])[] = [];
  readonly #cameAtMs = new WeakMap<Seat, number>();

  constructor(course: PartyCourse) {
    this.course = course;
  }

  get isFull(): boolean {
    return this.members.length >= this.course.starts;
  }

  /** Starts that nobody has taken. */
  get wanted(): number {
    return this.course.starts - this.members.length;
  }

  /** Somebody comes. */
  join(seat: Seat, nowMs: number): void {
    this.members.push(seat);
    this.#cameAtMs.set(seat, nowMs);
  }

  /** When a member came, ms of the stopwatch. */
  cameAtMs(seat: Seat): number {
    return this.#cameAtMs.get(seat) ?? Number.POSITIVE_INFINITY;
  }

  /** The starts that a member plays in this round. */
  lanesOf(seat: Seat): readonly number[] {
    return this.#lanes[this.members.indexOf(seat)] ?? [];
  }

  /** The countdown of the next run begins. */
  setOff(nowMs: number): void {
    const { starts, maxTicks } = this.course;
    this.round++;
    this.phase = 'running';
    this.players = this.members.map(({ person }) => person);
    for (const round of [...this.outcomes.keys()]) if (round < this.round - 1) this.outcomes.delete(round);
    this.judged = false;
    this.lastRun = this.run;
    this.run = new JoinedRun(starts, maxTicks, nowMs + COUNTDOWN_MS);
    this.#lanes = lanesOf(this.members.length, starts);
  }

  /** The run of this round or of the one before; null for any other. */
  runOf(round: number): JoinedRun | null {
    if (round === this.round) return this.run;
    return round === this.round - 1 ? this.lastRun : null;
  }

  /** What everybody played in the run of this round, start by start. */
  played(): readonly PlayedLane[] {
    const { run, players } = this;
    if (run === null) return [];
    return players.flatMap(({ address }, who) =>
      (this.#lanes[who] ?? []).map((lane) => ({ lane, by: address, tape: run.tape.piece([lane]) })),
    );
  }

  /** The party is no more. */
  end(sentence: string): void {
    this.phase = 'ended';
    this.sentence = sentence;
  }

  /** Members whose tapes everybody else waits for. */
  laggards(): readonly Seat[] {
    const { run } = this;
    if (run === null) return [];
    return this.members.filter((seat) => this.lanesOf(seat).some((lane) => run.isBehind(lane)));
  }

  /** What the members hear. */
  news(nowMs: number): PartyNews {
    const { phase, round, sentence, judged } = this;
    return {
      challenge: this.course.challenge,
      ...{ phase, round, sentence, judged },
      starts: this.course.starts,
      members: this.members.map((seat) => ({
        session: seat.session,
        name: seat.person.name,
        lanes: this.lanesOf(seat),
      })),
      inMs: Math.max(0, Math.round((this.run?.beginsAtMs ?? nowMs) - nowMs)),
    };
  }
}

/** The party that somebody is in. @throws DimensionError `party.none` */
export function partyOf({ party }: Seat): Party {
  if (party === null || party.phase === 'ended')
    throw new DimensionError('party.none', 'You are in no party; gather at the gate first.');
  return party;
}
