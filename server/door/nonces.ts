/** Words that a sign-in may use once, within five minutes; forgotten with the process, which only asks for a new one. */
import { randomBytes } from 'node:crypto';
import type { Clock } from '#server/ports/clock.ts';
import { DimensionError } from '#shared/base/errors.ts';

/** How long a nonce can be used, ms. */
export const NONCE_MS = 5 * 60_000;
/** Nonces kept; beyond, the oldest is forgotten, so that asking for many costs no memory. */
const KEPT = 20_000;

export class Nonces {
  readonly #clock: Clock;
  /** When each was given out, in order of giving; null once it was used. */
  readonly #given = new Map<string, { readonly atMs: number; used: boolean }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** 32 hex digits that nobody can guess. */
  give(): string {
    const nonce = randomBytes(16).toString('hex');
    this.#given.set(nonce, { atMs: this.#clock(), used: false });
    if (this.#given.size > KEPT) this.#given.delete(this.#given.keys().next().value ?? '');
    return nonce;
  }

  /** Uses it up. @throws DimensionError `sign-in.nonce-unknown`, `sign-in.replayed`, `sign-in.nonce-expired` */
  use(nonce: string): void {
    const given = this.#given.get(nonce);
    if (given === undefined)
      throw new DimensionError('sign-in.nonce-unknown', 'This sign-in was not begun here; begin again.');
    if (given.used) throw new DimensionError('sign-in.replayed', 'This sign-in was used before; begin again.');
    given.used = true;
    if (this.#clock() - given.atMs > NONCE_MS)
      throw new DimensionError('sign-in.nonce-expired', 'This sign-in is older than five minutes; begin again.');
  }
}
