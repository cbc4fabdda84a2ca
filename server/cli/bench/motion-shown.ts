/** What somebody else's screen shows of a walk, over the same line for every way of showing it, beside the truth. */
import { ISLAND_GROUND } from '#content/world/ground.ts';
import { Rng } from '#shared/base/rng.ts';
import { between, type Pose } from '#shared/motion/pose.ts';
import { RemoteTrack } from '#shared/motion/remote-track.ts';
import { ServerTime } from '#shared/motion/server-time.ts';
import { Line, type LineKind } from './motion-line.ts';
import { distance, offTheWay, sumUp, type Told } from './motion-told.ts';
import type { Stamped } from './motion-walk.ts';

const FRAME_MS = 1_000 / 60;
/** Coming in is not walking: nothing is measured before, ms. */
const SETTLE_MS = 3_000;

/** A way of showing somebody: hears poses when they arrive, is asked for one every frame. Times of the watcher. */
export interface Screen {
  hear(nowMs: number, stamped: Stamped): void;
  at(nowMs: number): Pose | null;
}

/** As our client does it. */
export function ourScreen(): Screen {
  const time = new ServerTime();
  const track = new RemoteTrack(ISLAND_GROUND);
  return {
    hear(nowMs, { atMs, who }) {
      time.sample(atMs, nowMs);
      track.add(atMs, who);
    },
    at: (nowMs) => track.at(time.at(nowMs)),
  };
}

/**
 * The usual way: poses are stamped when they arrive and played back `lateMs` later in straight lines.
 * @param everyMs poses that follow sooner are not looked at
 */
export function bufferScreen(lateMs: number, everyMs: number): Screen {
  const heard: { readonly atMs: number; readonly who: Pose }[] = [];
  return {
    hear(nowMs, { who }) {
      const last = heard.at(-1);
      if (last === undefined || nowMs - last.atMs >= everyMs) heard.push({ atMs: nowMs, who });
      if (heard.length > 60) heard.shift();
    },
    at(nowMs) {
      const shownMs = nowMs - lateMs;
      let next = heard.length - 1;
      while (next > 0 && (heard[next - 1]?.atMs ?? 0) > shownMs) next--;
      const [a, b] = [heard[next - 1], heard[next]];
      if (a === undefined || b === undefined || shownMs >= b.atMs) return b?.who ?? null;
      return between(a.who, b.who, Math.max(0, (shownMs - a.atMs) / (b.atMs - a.atMs)));
    },
  };
}

/** Watches the whole walk; the seed of the line is the same for everybody who watches. */
export function watch(truth: readonly Stamped[], kind: LineKind, screen: Screen): Told {
  const line = new Line(kind, new Rng('watcher'));
  const arriving = truth.map((stamped) => ({ stamped, nowMs: line.arrival(stamped.atMs) }));
  const errors: number[] = [];
  const offs: number[] = [];
  const backs: number[] = [];
  let [next, tick, back] = [0, 0, 0];
  let before: Pose | null = null;
  for (let nowMs = 0; nowMs < (truth.at(-1)?.atMs ?? 0); nowMs += FRAME_MS) {
    for (let due = arriving[next]; due !== undefined && due.nowMs <= nowMs; due = arriving[++next])
      screen.hear(due.nowMs, due.stamped);
    while ((truth[tick + 1]?.atMs ?? Number.POSITIVE_INFINITY) <= nowMs) tick++;
    const pose = screen.at(nowMs);
    if (pose === null || nowMs < SETTLE_MS) continue;
    errors.push(distance(pose, placeAt(truth, tick, nowMs)));
    const { off, against } = offTheWay(truth, tick, pose, before ?? pose);
    offs.push(off);
    back = against === 0 ? 0 : back + against;
    backs.push(back);
    before = pose;
  }
  return sumUp(errors, offs, backs);
}

/** Where the body is between two ticks of the server. */
function placeAt(truth: readonly Stamped[], tick: number, nowMs: number): Pose {
  const a = truth[tick];
  const b = truth[tick + 1] ?? a;
  if (a === undefined || b === undefined) throw new Error('nobody walks');
  return between(a.who, b.who, b === a ? 0 : Math.max(0, Math.min(1, (nowMs - a.atMs) / (b.atMs - a.atMs))));
}
