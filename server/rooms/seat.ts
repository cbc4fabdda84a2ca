/** One person in the room: their avatar, how it moves, what they may still send, and the run they play. */
import { Buckets } from '#shared/base/buckets.ts';
import type { ChallengeId } from '#shared/base/ids.ts';
import { type Ground, type Stroller, stroll } from '#shared/physics/stroll.ts';
import { ASKABLE, GESTURE_TICKS, gestureNumber } from '#shared/protocol/gestures.ts';
import type { RunResult } from '#shared/protocol/messages.ts';
import { Avatar } from '#shared/protocol/world-state.ts';
import type { Person } from '#shared/records/actor.ts';
import type { LiveRun } from './live-run.ts';
import { type InputQueue, Pace } from './pace.ts';
import type { Party } from './party.ts';

/** After this many ticks without any input the body goes on by itself, doing nothing. */
const STARVED_TICKS = 20;
/** Faster than this a body has got up, m/s. */
const STIRS = 0.2;

/** Somebody who is here, or was a moment ago and may come back. */
export class Seat {
  readonly session: string;
  readonly person: Person;
  readonly avatar: Avatar;
  readonly buckets = new Buckets();
  /** The run being played. */
  run: LiveRun | null = null;
  /** Those they gather or play with. */
  party: Party | null = null;
  /** They have left the room: what is still under way for them comes too late. */
  isGone = false;
  /** The challenge they sit at, and since when (ms of the stopwatch). */
  visit: { readonly challenge: ChallengeId; readonly sinceMs: number } | null = null;
  /** The last finished run and what comes of it: whoever asks twice gets the same answer. */
  judged: { readonly run: number; readonly outcome: Promise<RunResult> } | null = null;
  judging = false;
  /** A finished run that no judge could be found for: it may be finished again. */
  unjudged: LiveRun | null = null;
  /** Set while the connection is gone and may come back: gives the seat up. */
  giveUp: (() => void) | null = null;
  readonly stroller: Stroller;
  readonly #pace = new Pace();
  #starved = 0;
  #gestureTicks = 0;

  constructor(session: string, person: Person, stroller: Stroller) {
    this.session = session;
    this.person = person;
    this.stroller = stroller;
    this.avatar = newAvatar(person.address, person.name, false);
    showStroller(this.avatar, stroller);
  }

  /** What they are on now: the run they play, or the challenge they sit at. */
  get challenge(): ChallengeId | null {
    return this.run?.challenge ?? this.visit?.challenge ?? null;
  }

  /** Shows a gesture that a person may ask for, by its number; 0 ends what is shown. */
  gesture(emote: number): void {
    // Who is on a challenge is shown as being away, whatever they press.
    if (this.challenge !== null) return;
    const asked = ASKABLE.find((gesture) => gestureNumber(gesture) === emote);
    this.#gestureTicks = asked === undefined ? 0 : (GESTURE_TICKS[asked] ?? Number.POSITIVE_INFINITY);
    this.avatar.emote = asked === undefined ? this.#resting : emote;
  }

  /** One tick: one step an input, as many as there are and time allows; true when the client sent too many. */
  tick(queue: InputQueue, ground: Ground): boolean {
    const steps = this.#pace.take(queue, (keys) => stroll(this.stroller, keys, ground));
    this.#starved = steps > 0 ? 0 : this.#starved + 1;
    if (this.#starved > STARVED_TICKS) stroll(this.stroller, 0, ground);
    showStroller(this.avatar, this.stroller);
    this.#rest();
    return this.#pace.isTooFast();
  }

  #rest(): void {
    // What lasts until the body moves is over when it does.
    if (this.#gestureTicks === Number.POSITIVE_INFINITY && isMoving(this.stroller)) this.#gestureTicks = 0;
    if (this.#gestureTicks > 0 && --this.#gestureTicks > 0) return;
    if (this.avatar.emote !== this.#resting) this.avatar.emote = this.#resting;
  }

  get #resting(): number {
    return gestureNumber(this.challenge === null ? 'none' : 'away');
  }
}

function isMoving({ vx, vz, grounded }: Readonly<Stroller>): boolean {
  return !grounded || vx * vx + vz * vz > STIRS * STIRS;
}

/** The avatar of an account; its colours follow from the address. */
export function newAvatar(address: string, name: string, machine: boolean): Avatar {
  const avatar = new Avatar();
  avatar.address = address;
  avatar.name = name;
  avatar.machine = machine;
  avatar.colour = Number.parseInt(address.slice(-4), 16);
  return avatar;
}

/** Shows where a body is; only what changed travels. */
export function showStroller(avatar: Avatar, who: Readonly<Stroller>): void {
  avatar.x = who.x;
  avatar.y = who.y;
  avatar.z = who.z;
  avatar.vx = who.vx;
  avatar.vy = who.vy;
  avatar.vz = who.vz;
  avatar.yaw = who.yaw;
  avatar.grounded = who.grounded;
  avatar.coyote = who.coyote;
  avatar.buffer = who.buffer;
  avatar.held = who.held;
  avatar.rising = who.rising;
}
