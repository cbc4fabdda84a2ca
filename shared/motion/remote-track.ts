/** Where somebody else is now: server-stamped poses, and a little way beyond the last one as the law would go on. */
import { encodeInput } from '#shared/physics/input.ts';
import { type Ground, STROLL_HZ, type Stroller, stroll } from '#shared/physics/stroll.ts';
import { nearestHeading } from '#shared/physics/turns.ts';
import { Follower } from './follower.ts';
import { glide, isJump, type Pose } from './pose.ts';

const STEP_MS = 1_000 / STROLL_HZ;
/** Beyond the last known pose a body is foreseen for so many steps, then it stands. */
const FORESEEN_STEPS = 3;
const KEPT = 40;
/** Level speeds from which a body is taken to walk, and to run, m/s. */
const WALKS = 1.3;
const RUNS = 4.3;

interface Knot {
  readonly atMs: number;
  readonly who: Readonly<Stroller>;
}

/** The body of one avatar by server time. */
export class RemoteTrack {
  readonly #ground: Ground;
  readonly #follower: Follower;
  /** By time: what the server said, then what is foreseen from it. */
  #knots: Knot[] = [];
  #known = 0;

  constructor(ground: Ground) {
    this.#ground = ground;
    this.#follower = new Follower(ground);
  }

  /** Adds the body at the server's time `atMs`, to be kept as it is; times only grow. */
  add(atMs: number, who: Readonly<Stroller>): void {
    this.#knots.length = this.#known;
    if (atMs <= (this.#knots.at(-1)?.atMs ?? Number.NEGATIVE_INFINITY)) this.#knots.pop();
    const before = this.#knots.at(-1);
    const last = { atMs, who };
    this.#knots.push(last);
    if (this.#knots.length > KEPT) this.#knots.shift();
    this.#known = this.#knots.length;
    // A moving body that has not moved waits for its owner's line: nobody knows where it goes on.
    if (before === undefined || !isAt(before.who, who)) this.#foresee(last);
    this.#follower.retarget((shownMs) => this.#target(shownMs));
  }

  /** What to show at the server's time `atMs`, which only grows; null before the first pose. */
  at(atMs: number): Pose | null {
    const target = this.#target(atMs);
    return target === null ? null : this.#follower.follow(target, atMs);
  }

  #foresee({ atMs, who }: Knot): void {
    const next = { ...who };
    const byte = goingOn(next);
    for (let step = 1; step <= FORESEEN_STEPS; step++) {
      stroll(next, byte, this.#ground);
      this.#knots.push({ atMs: atMs + step * STEP_MS, who: { ...next } });
    }
  }

  /** Between two poses, else the nearest one. */
  #target(atMs: number): Pose | null {
    const knots = this.#knots;
    let next = knots.length - 1;
    while (next > 0 && (knots[next - 1]?.atMs ?? 0) > atMs) next--;
    const b = knots[next];
    const a = knots[next - 1];
    if (b === undefined) return null;
    if (a === undefined || atMs >= b.atMs) return b.who;
    if (isJump(a.who, b.who)) return a.who;
    const ms = b.atMs - a.atMs;
    return glide(a.who, b.who, Math.max(0, (atMs - a.atMs) / ms), ms / 1_000);
  }
}

/** The input with which a body goes on as it does. */
function goingOn({ vx, vz, held }: Readonly<Stroller>): number {
  const speed = Math.sqrt(vx * vx + vz * vz);
  const gait = speed > RUNS ? 'run' : speed > WALKS ? 'walk' : 'idle';
  return encodeInput({ heading: gait === 'idle' ? 0 : nearestHeading(vx, vz), gait, jump: held });
}

function isAt(a: Readonly<Stroller>, b: Readonly<Stroller>): boolean {
  return a.x === b.x && a.y === b.y && a.z === b.z;
}
