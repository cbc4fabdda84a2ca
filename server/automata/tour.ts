/** How the guide leads: from one look at everybody to the next, what it does and says. Plain data, no clock. */
import type { Gesture } from '#shared/protocol/gestures.ts';
import type { GuideLine } from '#shared/protocol/messages.ts';
import type { Point } from './ways.ts';

/** Looks a second. */
export const LOOKS_HZ = 4;

/** What the guide is at. */
export type TourStep = 'meet' | 'greet' | 'lead' | 'wait' | 'fetch' | 'point' | 'over';

/** Somebody who is led. */
interface Follower {
  readonly session: string;
  readonly greeted: boolean;
  readonly shown: boolean;
  /** Times that the guide went back for them. */
  readonly fetched: number;
  /** Looks in a row at which they were far off, or on a course or at a workbench. */
  readonly farLooks: number;
  readonly busyLooks: number;
}

/** A way to a gate with one or several newcomers. */
export interface Tour {
  readonly step: TourStep;
  /** Looks since this step began, and since the tour did. */
  readonly looks: number;
  readonly age: number;
  readonly followers: readonly Follower[];
}

/** Somebody as they are now; who is not among them is led no more. */
export interface Seen extends Point {
  readonly session: string;
  readonly busy: boolean;
}

/** What one look shows. */
export interface Look {
  readonly guide: Point;
  readonly walking: boolean;
  /** Where the guide stands to show the gate. */
  readonly goal: Point;
  readonly people: readonly Seen[];
}

/** Where the guide turns to now; null: it goes on with what it does. */
export type Move =
  | { readonly kind: 'to-goal' }
  | { readonly kind: 'to'; readonly session: string }
  | { readonly kind: 'face'; readonly session: string };

/** What comes of one look. */
export interface Moment {
  readonly tour: Tour;
  readonly move: Move | null;
  readonly says: readonly { readonly session: string; readonly line: GuideLine }[];
  readonly gesture: Gesture;
}

const seconds = (count: number) => count * LOOKS_HZ;
/** Distances, m: near enough to speak; who is beyond falls back; near enough to go on; there; gone elsewhere. */
const SPEAKS = 6;
const FALLS_BACK = 10;
const CLOSE = 5.5;
const THERE = 1.5;
const FAR = 26;
/** How long each takes at most, in looks. */
const GREETING = seconds(2);
const MEETING = seconds(20);
const WAITING = seconds(6);
const FETCHING = seconds(15);
const POINTING = seconds(60);
const FAR_LONG = seconds(10);
const BUSY_LONG = seconds(120);
const AGAIN = seconds(2);
/** Times that it goes back for somebody. */
const FETCHES = 2;
/** Who comes in this soon after a tour began comes along, so many at once. */
const JOINING = seconds(12);
const MOST = 5;

/** A tour with those who are there. */
export function newTour(sessions: readonly string[]): Tour {
  return { step: 'meet', looks: 0, age: 0, followers: sessions.slice(0, MOST).map(follower) };
}

/** Takes one more along; null when it is too late for that. */
export function joined(tour: Tour, session: string): Tour | null {
  if (tour.age > JOINING || tour.followers.length >= MOST || tour.step === 'over') return null;
  return { ...tour, followers: [...tour.followers, follower(session)] };
}

/** One look. */
export function look(tour: Tour, now: Look): Moment {
  const { followers, left } = stillFollowing(tour, now);
  const says: Moment['says'][number][] = left.map((session) => ({ session, line: 'later' }));
  const at = { ...tour, followers, looks: tour.looks + 1, age: tour.age + 1 };
  if (followers.length === 0) return { tour: { ...at, step: 'over' }, move: null, says, gesture: 'none' };
  const moment = STEPS[tour.step](at, now);
  const spoken = spoke(moment.tour, now);
  return { ...moment, tour: spoken.tour, says: [...says, ...moment.says, ...spoken.says] };
}

type Step = (tour: Tour, now: Look) => Moment;

const STEPS: Readonly<Record<TourStep, Step>> = {
  meet(tour, now) {
    const nearest = byDistance(tour, now)[0];
    if (nearest === undefined) return goOn(tour);
    if (nearest.away < SPEAKS) return begin(tour, 'greet', { kind: 'face', session: nearest.session });
    if (tour.looks > MEETING) return letGo(tour, tour.followers);
    return again(tour) ? goOn(tour, { kind: 'to', session: nearest.session }) : goOn(tour);
  },
  greet(tour) {
    return tour.looks < GREETING ? goOn(tour, null, 'wave') : begin(tour, 'lead', { kind: 'to-goal' });
  },
  lead(tour, now) {
    const last = byDistance(tour, now).at(-1);
    if (last !== undefined && last.away > FALLS_BACK)
      return begin(tour, 'wait', { kind: 'face', session: last.session }, [{ session: last.session, line: 'wait' }]);
    if (now.walking || tour.looks < 2) return goOn(tour);
    if (away(now.guide, now.goal) < THERE) return begin(tour, 'point');
    // It was held up on the way.
    return again(tour) ? goOn(tour, { kind: 'to-goal' }) : goOn(tour);
  },
  wait(tour, now) {
    const last = byDistance(tour, now).at(-1);
    if (last === undefined) return goOn(tour);
    if (last.away < CLOSE) return begin(tour, 'lead', { kind: 'to-goal' });
    if (tour.looks < WAITING) return goOn(tour);
    const fetched = tour.followers.find(({ session }) => session === last.session)?.fetched ?? 0;
    if (fetched >= FETCHES)
      return letGo(
        tour,
        tour.followers.filter(({ session }) => session === last.session),
      );
    const followers = tour.followers.map((one) =>
      one.session === last.session ? { ...one, fetched: one.fetched + 1 } : one,
    );
    return begin({ ...tour, followers }, 'fetch', { kind: 'to', session: last.session });
  },
  fetch(tour, now) {
    const last = byDistance(tour, now).at(-1);
    if (last === undefined) return goOn(tour);
    if (last.away < CLOSE)
      return begin(tour, 'lead', { kind: 'to-goal' }, [{ session: last.session, line: 'this-way' }]);
    if (tour.looks > FETCHING) return begin(tour, 'wait', { kind: 'face', session: last.session });
    return again(tour) ? goOn(tour, { kind: 'to', session: last.session }) : goOn(tour);
  },
  point(tour, now) {
    const isFree = byDistance(tour, now).length > 0;
    // Nobody is hurried who is on the course.
    if (!isFree) return goOn({ ...tour, looks: 1 });
    if (tour.looks > POINTING) return letGo(tour, tour.followers);
    return goOn(tour, null, tour.looks % seconds(8) < seconds(3.5) ? 'point' : 'none');
  },
  over: (tour) => goOn(tour),
};

/** Says who it is to those it has not greeted, and shows the gate to those who have come there. */
function spoke(tour: Tour, now: Look): Pick<Moment, 'tour' | 'says'> {
  const says: Moment['says'][number][] = [];
  const near = new Set(
    byDistance(tour, now)
      .filter(({ away: off }) => off < FALLS_BACK)
      .map(({ session }) => session),
  );
  const followers = tour.followers.map((one) => {
    const greets = tour.step !== 'meet' && !one.greeted && near.has(one.session);
    const shows = tour.step === 'point' && !one.shown && near.has(one.session);
    if (greets) says.push({ session: one.session, line: 'greet' });
    if (shows) says.push({ session: one.session, line: 'here' });
    return greets || shows ? { ...one, greeted: one.greeted || greets, shown: one.shown || shows } : one;
  });
  return { tour: { ...tour, followers }, says };
}

/** Who is still there and wants to come; `left` went elsewhere for good. */
function stillFollowing(
  { followers }: Tour,
  { people, guide }: Look,
): { readonly followers: readonly Follower[]; readonly left: readonly string[] } {
  const kept: Follower[] = [];
  const left: string[] = [];
  for (const one of followers) {
    const seen = people.find(({ session }) => session === one.session);
    if (seen === undefined) continue;
    const farLooks = !seen.busy && away(seen, guide) > FAR ? one.farLooks + 1 : 0;
    const busyLooks = seen.busy ? one.busyLooks + 1 : 0;
    if (farLooks > FAR_LONG) left.push(one.session);
    else if (busyLooks <= BUSY_LONG) kept.push({ ...one, farLooks, busyLooks });
  }
  return { followers: kept, left };
}

/** Those who walk, the nearest first. */
function byDistance({ followers }: Tour, { people, guide }: Look) {
  return people
    .filter(({ session, busy }) => !busy && followers.some((one) => one.session === session))
    .map((seen) => ({ session: seen.session, away: away(seen, guide) }))
    .sort((a, b) => a.away - b.away || (a.session < b.session ? -1 : 1));
}

function follower(session: string): Follower {
  return { session, greeted: false, shown: false, fetched: 0, farLooks: 0, busyLooks: 0 };
}

function goOn(tour: Tour, move: Move | null = null, gesture: Gesture = 'none'): Moment {
  return { tour, move, says: [], gesture };
}

function begin(tour: Tour, step: TourStep, move: Move | null = null, says: Moment['says'] = []): Moment {
  return { tour: { ...tour, step, looks: 0 }, move, says, gesture: step === 'point' ? 'point' : 'none' };
}

/** Goes on without them. */
function letGo(tour: Tour, whom: readonly Follower[]): Moment {
  const followers = tour.followers.filter((one) => !whom.some(({ session }) => session === one.session));
  const says = whom.map(({ session }) => ({ session, line: 'later' as const }));
  const step = followers.length === 0 ? 'over' : 'lead';
  return { ...begin({ ...tour, followers }, step, step === 'lead' ? { kind: 'to-goal' } : null), says };
}

/** People move: now and then it looks anew where to go. */
function again({ looks }: Tour): boolean {
  return looks % AGAIN === 1;
}

function away(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.z - b.z);
}
