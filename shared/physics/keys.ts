/** Keys and locks: who carries which key, and which locks were opened. */
import { type Place, UNIT_METRES } from './path.ts';
import type { Scene } from './scene.ts';
import { touches, type Zone, zoneOf } from './zone.ts';

/** The changing part of all keys and locks of a scene. */
export interface KeysState {
  /** For each key: -1 at its place, the number of the character that carries it, or {@link SPENT}. */
  readonly holders: number[];
  /** 1 for each lock that was opened, 0 for others. */
  readonly opened: number[];
}

/** The holder of a key that has opened its lock. */
export const SPENT = 9;
const AT_ITS_PLACE = -1;
/** Half of the space a key takes up, 1/64 m. */
const KEY_HALF = 16;
/** How near a lock must be, m between surfaces of body and lock. */
const LOCK_REACH = 0.4;
/** Where a carried key hangs over the middle of its carrier, m. */
const OVERHEAD = 1.25;

/** The keys and locks of one scene. */
export class Keys {
  readonly #keys: readonly Zone[];
  readonly #locks: readonly { readonly zone: Zone; readonly key: number }[];
  readonly holders: number[];
  readonly opened: number[];

  constructor({ keys = [], locks = [] }: Scene) {
    this.#keys = keys.map(({ at }) => zoneOf({ at, half: [KEY_HALF, KEY_HALF, KEY_HALF], yaw: 0 }));
    this.#locks = locks.map((lock) => ({ zone: zoneOf(lock), key: lock.key }));
    this.holders = keys.map(() => AT_ITS_PLACE);
    this.opened = locks.map(() => 0);
  }

  /** Character `who` at `p` picks up what it touches, when its hands are free, and opens the lock of what it carries. */
  meet(who: number, p: Readonly<Place>): void {
    let carried = this.carriedBy(who);
    for (let index = 0; carried < 0 && index < this.#keys.length; index++) {
      const zone = this.#keys[index];
      if (this.holders[index] !== AT_ITS_PLACE || zone === undefined || !touches(zone, p)) continue;
      this.holders[index] = who;
      carried = index;
    }
    if (carried < 0) return;
    for (const [index, { zone, key }] of this.#locks.entries()) {
      if (key !== carried || this.opened[index] === 1 || !touches(zone, p, LOCK_REACH)) continue;
      this.opened[index] = 1;
      this.holders[key] = SPENT;
      return;
    }
  }

  /** The key that character `who` carries, or -1. */
  carriedBy(who: number): number {
    return this.holders.indexOf(who);
  }

  /** What `who` carries goes back to its place. */
  drop(who: number): void {
    const key = this.carriedBy(who);
    if (key >= 0) this.holders[key] = AT_ITS_PLACE;
  }

  /** A copy of what changes. */
  save(): KeysState {
    return { holders: [...this.holders], opened: [...this.opened] };
  }

  /** Puts a saved state back. */
  load({ holders, opened }: KeysState): void {
    for (let i = 0; i < this.holders.length; i++) this.holders[i] = holders[i] ?? AT_ITS_PLACE;
    for (let i = 0; i < this.opened.length; i++) this.opened[i] = opened[i] ?? 0;
  }
}

/** Where a key is drawn: at its place, over the head of its carrier, or null once it is spent. */
export function keyPlace(
  at: readonly [number, number, number],
  holder: number,
  carrier: Readonly<Place> | undefined,
): Place | null {
  if (holder === SPENT) return null;
  if (carrier !== undefined) return { x: carrier.x, y: carrier.y + OVERHEAD, z: carrier.z };
  return { x: at[0] * UNIT_METRES, y: at[1] * UNIT_METRES, z: at[2] * UNIT_METRES };
}
