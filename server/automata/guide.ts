/** The guide: greets who comes in without a result, leads them to a gate they can win, and sees what comes of it. */
import { GUIDE } from '#content/world/automata.ts';
import type { Announcer } from '#server/ports/announcer.ts';
import type { Clock } from '#server/ports/clock.ts';
import type { Counts } from '#server/ports/counts.ts';
import type { Guiding, Visitor } from '#server/ports/guiding.ts';
import { automatonKey } from '#server/ports/presence.ts';
import type { Store } from '#server/ports/store.ts';
import type { Address } from '#shared/base/ids.ts';
import type { GuideLine } from '#shared/protocol/messages.ts';
import type { News } from '#shared/protocol/news.ts';
import type { Automaton } from '#shared/records/automaton.ts';
import type { AutomatonBodies } from './bodies.ts';
import { firstGate, gateAfter, type ShownGate, yawTo } from './first-gate.ts';
import { LOOKS_HZ, type Seen } from './followers.ts';
import { joined, look, type Moment, type Move, newTour, type Tour } from './tour.ts';

/** What the guide needs of the house. */
export interface GuideNeeds {
  readonly store: Store;
  readonly bodies: AutomatonBodies;
  readonly counts: Pick<Counts, 'error'>;
  readonly clock: Clock;
}

/** It stops this far from whom it goes to, m. */
const MANNERS = 2;
/** Looks between praise and what comes next. */
const PRAISE = 5 * LOOKS_HZ;
/** Accounts that waved it off are remembered, so many. */
const MOST_WAVED = 1_000;

/** Works only while somebody is to be led; the timer rests with it. */
export class Guide implements Guiding, Announcer {
  readonly #needs: GuideNeeds;
  /** Everybody here without a result. */
  readonly #visitors = new Map<string, Visitor>();
  readonly #waved = new Set<Address>();
  #waiting: readonly string[] = [];
  #tour: Tour | null = null;
  #gate: ShownGate | null = null;
  #opening = false;
  #over = false;
  #due: readonly { readonly visitor: Visitor; readonly gate: ShownGate; readonly looks: number }[] = [];
  #timer: ReturnType<typeof setInterval> | null = null;

  constructor(needs: GuideNeeds) {
    this.#needs = needs;
  }

  cameIn(visitor: Visitor): void {
    if (this.#over || this.#waved.has(visitor.account)) return;
    this.#visitors.set(visitor.session, visitor);
    this.#background(this.#meet(visitor));
  }

  wentAway(session: string): void {
    this.#visitors.delete(session);
    this.#waiting = this.#waiting.filter((other) => other !== session);
  }

  waveOff(session: string): void {
    const visitor = this.#visitors.get(session);
    if (visitor === undefined) return;
    this.wentAway(session);
    if (this.#waved.size >= MOST_WAVED) this.#waved.clear();
    this.#waved.add(visitor.account);
  }

  /** Hears whose first result was verified. */
  news({ kind, parts }: News): void {
    if (kind === 'first') this.#background(this.#praise(parts.title));
  }

  challengeChanged(): void {}

  workChanged(): void {}

  /** One look at everybody; the timer calls it. */
  look(): void {
    const at = this.#needs.bodies.where(GUIDE.id);
    if (at === null) return;
    this.#sayWhatIsDue();
    if (this.#tour === null || this.#gate === null) this.#begin();
    else this.#lead(this.#tour, this.#gate, at);
  }

  /** Leads nobody any more. */
  close(): void {
    this.#over = true;
    this.#rest();
  }

  async #meet({ session, account }: Visitor): Promise<void> {
    const done = await this.#needs.store.hasResult(account);
    if (done) this.#visitors.delete(session);
    if (!this.#visitors.has(session) || this.#over) return;
    const tour = this.#tour === null ? null : joined(this.#tour, session);
    if (tour === null) this.#waiting = [...this.#waiting, session];
    else this.#tour = tour;
    this.#timer ??= setInterval(() => this.look(), 1_000 / LOOKS_HZ);
  }

  async #praise(title: string): Promise<void> {
    for (const visitor of [...this.#visitors.values()]) {
      if (!(await this.#needs.store.hasResult(visitor.account))) continue;
      this.wentAway(visitor.session);
      this.#tell(visitor, 'well-done', { title, challenge: '' });
      const gate = await gateAfter(visitor.account, this.#needs.store);
      if (gate !== null) this.#due = [...this.#due, { visitor, gate, looks: PRAISE }];
    }
  }

  #sayWhatIsDue(): void {
    if (this.#due.length === 0) return;
    for (const { visitor, gate, looks } of this.#due) if (looks === 0) this.#tell(visitor, 'next', gate);
    this.#due = this.#due.filter(({ looks }) => looks > 0).map((due) => ({ ...due, looks: due.looks - 1 }));
  }

  #begin(): void {
    if (this.#opening) return;
    if (this.#waiting.length === 0) {
      if (this.#due.length === 0) this.#rest();
      return;
    }
    const free = this.#waiting.filter((session) => this.#visitors.get(session)?.isBusy() === false);
    const first = this.#visitors.get(free[0] ?? '');
    if (first === undefined) return;
    this.#opening = true;
    this.#background(
      this.#open(first, free).finally(() => {
        this.#opening = false;
      }),
    );
  }

  async #open(first: Visitor, free: readonly string[]): Promise<void> {
    const gate = await firstGate(first.account, this.#needs.store);
    if (gate === null) {
      // There is nothing here that a beginner could win: nobody is led in circles.
      this.#waiting = [];
      return;
    }
    const tour = newTour(free.filter((session) => this.#visitors.has(session)));
    const taken = tour.followers.map(({ session }) => session);
    this.#waiting = this.#waiting.filter((session) => !taken.includes(session));
    if (taken.length === 0) return;
    this.#gate = gate;
    this.#tour = tour;
    await this.#show('guiding', `I show ${first.name} the way to "${gate.title}".`);
  }

  #lead(tour: Tour, gate: ShownGate, at: { readonly x: number; readonly z: number; readonly walking: boolean }): void {
    const { bodies } = this.#needs;
    const people = tour.followers.flatMap(({ session }) => this.#seen(session));
    const moment = look(tour, { guide: at, walking: at.walking, goal: gate.at, people });
    this.#tour = moment.tour;
    this.#keepWaiting(tour, moment);
    bodies.gesture(GUIDE.id, moment.gesture);
    if (moment.move !== null) this.#go(moment.move, gate, at);
    for (const { session, line } of moment.says) {
      const visitor = this.#visitors.get(session);
      if (visitor !== undefined) this.#tell(visitor, line, gate);
    }
    if (moment.tour.step === 'over') this.#end();
  }

  /** Who was left out without a word waits for the next tour. */
  #keepWaiting(before: Tour, { tour, says }: Moment): void {
    const left = before.followers.filter(
      ({ session }) =>
        this.#visitors.has(session) &&
        !tour.followers.some((one) => one.session === session) &&
        !says.some((said) => said.session === session && said.line === 'later'),
    );
    if (left.length > 0) this.#waiting = [...this.#waiting, ...left.map(({ session }) => session)];
  }

  #seen(session: string): readonly Seen[] {
    const visitor = this.#visitors.get(session);
    return visitor === undefined ? [] : [{ session, x: visitor.at.x, z: visitor.at.z, busy: visitor.isBusy() }];
  }

  #go(move: Move, gate: ShownGate, from: { readonly x: number; readonly z: number }): void {
    const { bodies } = this.#needs;
    if (move.kind === 'to-goal') {
      void bodies.goTo(GUIDE.id, gate.at, gate.yaw);
      return;
    }
    const whom = this.#visitors.get(move.session)?.at;
    if (whom === undefined) return;
    const away = Math.hypot(whom.x - from.x, whom.z - from.z);
    const share = move.kind === 'face' || away <= MANNERS ? 0 : 1 - MANNERS / away;
    const at = { x: from.x + (whom.x - from.x) * share, z: from.z + (whom.z - from.z) * share };
    void bodies.goTo(GUIDE.id, at, yawTo(from, whom));
  }

  #end(): void {
    const { bodies } = this.#needs;
    this.#tour = null;
    this.#gate = null;
    bodies.gesture(GUIDE.id, 'none');
    if (this.#waiting.length === 0) void bodies.goTo(GUIDE.id, GUIDE.home, GUIDE.home.yaw);
    this.#background(this.#show('resting', 'I look out for somebody who is new here.'));
  }

  #tell(visitor: Visitor, line: GuideLine, { title, challenge }: Pick<ShownGate, 'title' | 'challenge'>): void {
    visitor.tell({ session: automatonKey(GUIDE.id), name: GUIDE.name, line, title, challenge });
  }

  async #show(doing: Automaton['doing'], because: string): Promise<void> {
    const { store, bodies, clock } = this.#needs;
    if (this.#over) return;
    const shown = await store.transact(async (tx) => {
      const self = (await tx.automata()).find(({ id }) => id === GUIDE.id);
      if (self === undefined) return null;
      const next = { ...self, doing, because, heartbeatAtMs: clock() };
      await tx.putAutomaton(next);
      return next;
    });
    if (shown !== null) bodies.show(shown);
  }

  #rest(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }

  #background(work: Promise<unknown>): void {
    work.catch((error: unknown) => {
      if (!this.#over) this.#needs.counts.error('automaton.guide', `The guide broke off: ${String(error)}`);
    });
  }
}
