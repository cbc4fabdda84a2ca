/** How the guide leads: from one look at everybody to the next, what it does and says. Plain data, no clock. */
import type { Gesture } from '#shared/protocol/gestures.ts';
import type { GuideLine } from '#shared/protocol/messages.ts';
import {
  away,
  byDistance,
  type Follower,
  follower,
  hasMoved,
  LOOKS_HZ,
  type Look,
  stillFollowing,
} from './followers.ts';

/** What the guide is at. */
export type TourStep = 'meet' | 'greet' | 'lead' | 'wait' | 'fetch' | 'point' | 'over';

/** A way to a gate with one or several newcomers. */
export interface Tour {
  readonly step: TourStep;
  /** Looks since this step began, and since the tour did. */
  readonly looks: number;
  readonly age: number;
  /** While it waits: how near who is last has come since then, m. */
  readonly nearest: number;
  readonly followers: readonly Follower[];
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
/** Distances, m: near enough to speak; who is beyond falls back; near enough to go on; there. */
const SPEAKS = 6;
const FALLS_BACK = 14;
const CLOSE = 7;
const THERE = 1.5;
/** How long each takes at most, in looks. */
const GREETING = seconds(2);
const GETTING_READY = seconds(75);
const MEETING = seconds(20);
const WAITING = seconds(6);
const FETCHING = seconds(15);
const POINTING = seconds(60);
const AGAIN = seconds(2);
/** Times that it goes back for somebody. */
const FETCHES = 2;
/** Times that it says so when it waits. */
const WAITS_SAID = 2;
/** Who has come this much nearer is on the way, m. */
const NEARER = 0.5;
/** Who comes in this soon after a tour began comes along, so many at once. */
const JOINING = seconds(12);
const MOST = 5;

/** A tour with those who are there. */
export function newTour(sessions: readonly string[]): Tour {
  return {
    step: 'meet',
    looks: 0,
    age: 0,
    nearest: Number.POSITIVE_INFINITY,
    followers: sessions.slice(0, MOST).map(follower),
  };
}

/** Takes one more along, as long as it has not gone far; null when it is too late for that. */
export function joined(tour: Tour, session: string): Tour | null {
  const stands = tour.step === 'meet' || tour.step === 'greet';
  if ((tour.age > JOINING && !stands) || tour.followers.length >= MOST || tour.step === 'over') return null;
  return { ...tour, followers: [...tour.followers, follower(session)] };
}

/** One look. */
export function look(tour: Tour, now: Look): Moment {
  const { followers, left } = stillFollowing(tour.followers, now);
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
    const nearest = byDistance(tour.followers, now)[0];
    if (nearest === undefined) return goOn(tour);
    if (nearest.away < SPEAKS) return begin(tour, 'greet', { kind: 'face', session: nearest.session });
    if (tour.looks > MEETING) return letGo(tour, tour.followers);
    return again(tour) ? goOn(tour, { kind: 'to', session: nearest.session }) : goOn(tour);
  },
  greet(tour, now) {
    // It leads nobody who still looks at the picture; who has begun to walk wants to get somewhere.
    if (tour.looks > GETTING_READY) return letGo(tour, tour.followers);
    // Those who go on looking do not hold up the others: their turn comes again.
    const ready = tour.followers.filter((one) => hasMoved(one, now));
    if (tour.looks >= GREETING && ready.length > 0)
      return begin({ ...tour, followers: ready }, 'lead', { kind: 'to-goal' });
    return goOn(tour, null, tour.looks % seconds(5) < seconds(2.5) ? 'wave' : 'none');
  },
  lead(tour, now) {
    const last = byDistance(tour.followers, now).at(-1);
    if (last !== undefined && last.away > FALLS_BACK) return waitFor(tour, last);
    if (now.walking || tour.looks < 2) return goOn(tour);
    if (away(now.guide, now.goal) < THERE) return begin(tour, 'point');
    // It was held up on the way.
    return again(tour) ? goOn(tour, { kind: 'to-goal' }) : goOn(tour);
  },
  wait(tour, now) {
    const last = byDistance(tour.followers, now).at(-1);
    if (last === undefined) return goOn(tour);
    if (last.away < CLOSE) {
      // They came by themselves: whatever was before is forgotten.
      const followers = tour.followers.map((one) => ({ ...one, fetched: 0 }));
      return begin({ ...tour, followers }, 'lead', { kind: 'to-goal' });
    }
    if (last.away < tour.nearest - NEARER) return goOn({ ...tour, looks: 1, nearest: last.away });
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
    const last = byDistance(tour.followers, now).at(-1);
    if (last === undefined) return goOn(tour);
    if (last.away < CLOSE)
      return begin(tour, 'lead', { kind: 'to-goal' }, [{ session: last.session, line: 'this-way' }]);
    if (tour.looks > FETCHING) return waitFor(tour, last);
    return again(tour) ? goOn(tour, { kind: 'to', session: last.session }) : goOn(tour);
  },
  point(tour, now) {
    const isFree = byDistance(tour.followers, now).length > 0;
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
    byDistance(tour.followers, now)
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

function goOn(tour: Tour, move: Move | null = null, gesture: Gesture = 'none'): Moment {
  return { tour, move, says: [], gesture };
}

function begin(tour: Tour, step: TourStep, move: Move | null = null, says: Moment['says'] = []): Moment {
  return { tour: { ...tour, step, looks: 0 }, move, says, gesture: step === 'point' ? 'point' : 'none' };
}

/** Stands still for who is last. */
function waitFor(tour: Tour, last: { readonly session: string; readonly away: number }): Moment {
  const { session } = last;
  const whom = tour.followers.find((one) => one.session === session);
  const tells = whom !== undefined && whom.waited < WAITS_SAID;
  const followers = tour.followers.map((one) => (one === whom && tells ? { ...one, waited: one.waited + 1 } : one));
  const says: Moment['says'] = tells ? [{ session, line: 'wait' }] : [];
  return begin({ ...tour, followers, nearest: last.away }, 'wait', { kind: 'face', session }, says);
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
