/** Who a bearer token speaks for: random tokens, kept only as hashes, good for thirty days. */
import { randomBytes } from 'node:crypto';
import type { Clock } from '#server/ports/clock.ts';
import type { Sessions } from '#server/ports/door.ts';
import type { Store } from '#server/ports/store.ts';
import { sha256 } from '#shared/base/hash.ts';
import type { Person } from '#shared/records/actor.ts';

/** How long a token is good, ms. */
const SESSION_MS = 30 * 24 * 3_600_000;

const TOKEN = /^[0-9a-f]{64}$/;

export class StoredSessions implements Sessions {
  readonly #store: Store;
  readonly #clock: Clock;

  constructor(store: Store, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  async person(token: string): Promise<Person | null> {
    if (!TOKEN.test(token)) return null;
    const session = await this.#store.session(sha256(token));
    if (session === null || session.expiresAtMs < this.#clock()) return null;
    const person = await this.#store.person(session.address);
    return person === null ? null : { kind: 'person', address: person.address, name: person.name, host: person.host };
  }

  /** Keeps the person as they signed in just now and answers their new token: 64 hex digits, told only here. */
  async begin(person: Person): Promise<string> {
    const token = randomBytes(32).toString('hex');
    const nowMs = this.#clock();
    const { address, name, host } = person;
    await this.#store.transact(async (tx) => {
      await tx.dropSessions(nowMs);
      await tx.putPerson({ address, name, host, seenAtMs: nowMs });
      await tx.putSession({ tokenHash: sha256(token), address, expiresAtMs: nowMs + SESSION_MS });
      await tx.addEvent('signed-in', address, '', nowMs);
    });
    return token;
  }
}
