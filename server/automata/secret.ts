/** The secret of this host's automata: without it nobody can foretell their turns, and so no witness they seal. */
import type { Store } from '#server/ports/store.ts';
import { toHex } from '#shared/base/hash.ts';
import type { AutomatonId } from '#shared/base/ids.ts';
import { Rng } from '#shared/base/rng.ts';

const FACT = 'automata.secret';
const BYTES = 32;

/** 64 hex digits, made by chance at the first start and kept as a fact; never shown, never logged. */
export function automataSecret(store: Pick<Store, 'transact'>): Promise<string> {
  return store.transact(async (tx) => {
    const kept = await tx.fact(FACT);
    if (kept !== null) return kept;
    const made = toHex(crypto.getRandomValues(new Uint8Array(BYTES)));
    await tx.setFact(FACT, made);
    return made;
  });
}

/** The chance of one turn: the same on this host whenever it is asked for, unknown to everybody else. */
export function turnRng(secret: string, id: AutomatonId, turn: number): Rng {
  return new Rng(`${secret}/${id}/turn/${turn}`);
}
