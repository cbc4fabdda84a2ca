/** Those whom the guide leads: who is near, who falls behind, who has gone elsewhere. Plain data, no clock. */
import type { Point } from '#content/world/ways.ts';

/** Looks a second. */
export const LOOKS_HZ = 4;

/** Somebody who is led. */
export interface Follower {
  readonly session: string;
  readonly greeted: boolean;
  readonly shown: boolean;
  /** Where they were first seen: who has moved from there has looked around and is ready. */
  readonly from: Point | null;
  /** Times that it told them that it waits. */
  readonly waited: number;
  /** Times that the guide went back for them. */
  readonly fetched: number;
  /** Looks in a row at which they were far off, or on a course or at a workbench. */
  readonly farLooks: number;
  readonly busyLooks: number;
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

/** Gone elsewhere is who is this far off, m, for this many looks; who plays for longer than that is left to it. */
const FAR = 26;
const FAR_LONG = 10 * LOOKS_HZ;
const BUSY_LONG = 120 * LOOKS_HZ;
/** Who has gone this far has begun to walk, m. */
const READY = 1.5;

/** Somebody who has just come in. */
export function follower(session: string): Follower {
  return { session, greeted: false, shown: false, from: null, waited: 0, fetched: 0, farLooks: 0, busyLooks: 0 };
}

/** Who is still there and wants to come; `left` went elsewhere for good. */
export function stillFollowing(
  followers: readonly Follower[],
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
    else if (busyLooks <= BUSY_LONG)
      kept.push({ ...one, farLooks, busyLooks, from: one.from ?? { x: seen.x, z: seen.z } });
  }
  return { followers: kept, left };
}

/** Those who walk, the nearest first. */
export function byDistance(followers: readonly Follower[], { people, guide }: Look) {
  return people
    .filter(({ session, busy }) => !busy && followers.some((one) => one.session === session))
    .map((seen) => ({ session: seen.session, away: away(seen, guide) }))
    .sort((a, b) => a.away - b.away || (a.session < b.session ? -1 : 1));
}

/** They have begun to walk since they were first seen. */
export function hasMoved({ session, from }: Follower, { people }: Look): boolean {
  const seen = people.find((one) => one.session === session);
  return seen !== undefined && from !== null && away(seen, from) > READY;
}

/** Metres between two places. */
export function away(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.z - b.z);
}
