/** Where people stood when they were last here: kept as small facts, so that they return there after a restart. */
import { z } from 'zod';
import type { Store } from '#server/ports/store.ts';
import type { Address } from '#shared/base/ids.ts';
import { type Ground, placeStroller, type Stroller } from '#shared/physics/stroll.ts';

const placeSchema = z.tuple([z.number(), z.number(), z.number(), z.number()]);

const NOTED_MOST = 10_000;

/** Remembers and finds places; writes are gathered into one transaction. */
export class Places {
  readonly #store: Store;
  readonly #ground: Ground;
  readonly #waiting = new Map<Address, string>();
  /** What was noted last, written or waiting: whoever stands still costs no writing. */
  readonly #noted = new Map<Address, string>();
  #writing: Promise<void> = Promise.resolve();

  constructor(store: Store, ground: Ground) {
    this.#store = store;
    this.#ground = ground;
  }

  /** Notes where `account` stands; `flush` makes it durable. */
  note(account: Address, who: Readonly<Stroller>): void {
    const text = JSON.stringify([who.x, who.y, who.z, who.yaw]);
    if (this.#noted.get(account) === text) return;
    if (this.#noted.size > NOTED_MOST) this.#noted.clear();
    this.#noted.set(account, text);
    this.#waiting.set(account, text);
  }

  /** Where `account` stood last, standing still; null for a newcomer or a place that is no longer on the island. */
  async find(account: Address): Promise<Stroller | null> {
    const kept = this.#waiting.get(account) ?? (await this.#store.fact(key(account)));
    if (kept === null) return null;
    const parsed = placeSchema.safeParse(JSON.parse(kept));
    if (!parsed.success) return null;
    const [x, y, z, yaw] = parsed.data;
    if (Math.hypot(x, z) > this.#ground.edge) return null;
    return placeStroller(x, z, yaw, this.#ground, y);
  }

  /** Writes what was noted; one transaction, one after another. */
  flush(): Promise<void> {
    const next = this.#writing.catch(() => undefined).then(() => this.#write());
    this.#writing = next;
    return next;
  }

  async #write(): Promise<void> {
    if (this.#waiting.size === 0) return;
    const batch = [...this.#waiting];
    await this.#store.transact(async (tx) => {
      for (const [account, text] of batch) await tx.setFact(key(account), text);
    });
    for (const [account, text] of batch) if (this.#waiting.get(account) === text) this.#waiting.delete(account);
  }
}

function key(account: Address): string {
  return `place:${account}`;
}
