/** The own avatar, ahead of the server: every input is tried at once and again on top of what the server says. */
import { exp } from '#shared/maths/deterministic.ts';
import { type Ground, type Stroller, stroll } from '#shared/physics/stroll.ts';
import { between, type Pose } from './pose.ts';

/** A correction up to this far is smoothed away, beyond it the avatar is put there, m. */
const SMOOTHED = 3;
/** Both step alike to the last bit; more than this apart is a correction, m. */
const AGREED = 1e-4;
/** A correction fades from the picture: after this time a third of it is left, ms. */
const FADE_MS = 90;

/** Predicts with the very step of the server. */
export class Prediction {
  readonly #ground: Ground;
  #pending: { readonly seq: number; readonly byte: number }[] = [];
  #now: Stroller;
  #before: Pose;
  #offset = { x: 0, y: 0, z: 0 };
  #fadedAtMs = 0;
  #corrections = 0;

  constructor(start: Readonly<Stroller>, ground: Ground) {
    this.#ground = ground;
    this.#now = { ...start };
    this.#before = { ...start };
  }

  /** How often the server disagreed by more than a tenth of a millimetre. */
  get corrections(): number {
    return this.#corrections;
  }

  /** Where the prediction stands, exactly. */
  get state(): Readonly<Stroller> {
    return this.#now;
  }

  /** True when it stands on something and does not move. */
  get resting(): boolean {
    return this.#now.grounded && this.#now.vx === 0 && this.#now.vz === 0;
  }

  /** Tries input `byte`, sent as number `seq` (growing). */
  step(seq: number, byte: number): void {
    this.#pending.push({ seq, byte });
    this.#before = { ...this.#now };
    stroll(this.#now, byte, this.#ground);
  }

  /** The server stands at `truth` and has used the inputs up to `acked`: goes on from there with those still under way. */
  correct(truth: Readonly<Stroller>, acked: number): void {
    this.#pending = this.#pending.filter(({ seq }) => seq > acked);
    const guess = this.#now;
    const replayed: Stroller = { ...truth };
    let before: Pose = { ...truth };
    for (const { byte } of this.#pending) {
      before = { ...replayed };
      stroll(replayed, byte, this.#ground);
    }
    const off = { x: guess.x - replayed.x, y: guess.y - replayed.y, z: guess.z - replayed.z };
    const far = Math.sqrt(off.x * off.x + off.y * off.y + off.z * off.z);
    this.#now = replayed;
    if (far <= AGREED) return;
    this.#corrections++;
    this.#before = this.#pending.length > 0 ? before : { ...replayed };
    this.#offset =
      far > SMOOTHED
        ? { x: 0, y: 0, z: 0 }
        : { x: this.#offset.x + off.x, y: this.#offset.y + off.y, z: this.#offset.z + off.z };
  }

  /** Forgets inputs that will never be used: the connection broke. */
  forget(): void {
    this.#pending = [];
  }

  /** What to draw at `nowMs`, a share `t` (0 … 1) of a step after the last one. */
  pose(t: number, nowMs: number): Pose {
    const fade = exp(-Math.max(0, nowMs - this.#fadedAtMs) / FADE_MS);
    this.#fadedAtMs = nowMs;
    this.#offset = { x: this.#offset.x * fade, y: this.#offset.y * fade, z: this.#offset.z * fade };
    const pose = between(this.#before, this.#now, Math.min(1, t));
    return { ...pose, x: pose.x + this.#offset.x, y: pose.y + this.#offset.y, z: pose.z + this.#offset.z };
  }
}
