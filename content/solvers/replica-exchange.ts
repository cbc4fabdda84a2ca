/** Replica exchange with pull moves on a lattice chain: many temperatures at once, trading places. */

import type { FoldInstance } from '#content/families/fold/instance.ts';
import { foldLimit } from '#content/families/fold/limit.ts';
import type { Rng } from '#shared/base/rng.ts';
import { exp } from '#shared/maths/deterministic.ts';
import type { Payload } from '#shared/records/payload.ts';
import { PackedChain } from './replica-exchange/packed-chain.ts';
import type { SolveRun, Solver, SolveStep } from './solver.ts';

/** Coldest and hottest temperature in contacts, and how many replicas from one to the other. */
const LADDER = {
  square: { coldest: 0.3, hottest: 0.6, replicas: 8 },
  cubic: { coldest: 0.3, hottest: 0.65, replicas: 8 },
} as const;
/** Pull moves proposed at one temperature between two exchanges. */
const SWEEP = 1_000;
/** Losses beyond this are never kept. */
const MOST_LOST = 24;

interface Replica {
  places: Int32Array;
  contacts: number;
}

/**
 * Replica exchange Monte Carlo over pull moves.
 * @see Thachuk, Shmygelska and Hoos, BMC Bioinformatics 8:342 (2007), https://doi.org/10.1186/1471-2105-8-342
 */
export const replicaExchange: Solver<FoldInstance> = {
  id: 'replica-exchange',
  release: 1,
  family: 'fold',
  start: async (instance, rng) => new ExchangeRun(instance, rng),
};

class ExchangeRun implements SolveRun {
  readonly #chain: PackedChain;
  readonly #rng: Rng;
  readonly #limit: number;
  /** 1/T, coldest first; and for each the chance, of 2³², to keep a loss of k contacts. */
  readonly #inverse: readonly number[];
  readonly #keep: readonly Float64Array[];
  readonly #replicas: Replica[];
  #at = 0;
  #odd = false;
  #best: string;
  #bestContacts: number;

  constructor({ sequence, lattice }: FoldInstance, rng: Rng) {
    const { coldest, hottest, replicas } = LADDER[lattice];
    this.#rng = rng;
    this.#limit = foldLimit({ sequence, lattice }).value;
    this.#chain = new PackedChain(sequence, lattice);
    this.#inverse = Array.from(
      { length: replicas },
      (_, at) => 1 / (coldest + ((hottest - coldest) * at) / (replicas - 1)),
    );
    this.#keep = this.#inverse.map((inverse) =>
      Float64Array.from({ length: MOST_LOST }, (_, lost) => 4_294_967_296 * exp(-inverse * lost)),
    );
    const { contacts } = this.#chain;
    this.#replicas = this.#inverse.map(() => ({ places: this.#chain.places.slice(), contacts }));
    this.#best = this.#chain.moves();
    this.#bestContacts = contacts;
  }

  next(): SolveStep | null {
    if (this.#bestContacts >= this.#limit) return null;
    for (; this.#at < this.#replicas.length; this.#at++)
      if (this.#improve(this.#at)) return { progress: this.#bestContacts / this.#limit, found: this.best() };
    this.#exchange();
    return { progress: this.#bestContacts / this.#limit, found: null };
  }

  best(): Payload {
    return { kind: 'moves', moves: this.#best };
  }

  close(): void {}

  /** One sweep of the replica at a temperature; true as soon as it is better than all before, where it stops. */
  #improve(at: number): boolean {
    const replica = this.#replicas[at];
    const keep = this.#keep[at];
    if (replica === undefined || keep === undefined) return false;
    this.#chain.load(replica.places);
    const better = this.#chain.run(SWEEP, keep, this.#bestContacts, this.#rng);
    replica.places.set(this.#chain.places);
    replica.contacts = this.#chain.contacts;
    if (!better) return false;
    this.#best = this.#chain.moves();
    this.#bestContacts = replica.contacts;
    return true;
  }

  /** Neighbouring temperatures trade chains by the Metropolis rule; even and odd pairs take turns. */
  #exchange(): void {
    this.#at = 0;
    for (let cold = this.#odd ? 1 : 0; cold + 1 < this.#replicas.length; cold += 2) {
      const one = this.#replicas[cold];
      const other = this.#replicas[cold + 1];
      if (one === undefined || other === undefined) break;
      const gain = ((this.#inverse[cold] ?? 0) - (this.#inverse[cold + 1] ?? 0)) * (other.contacts - one.contacts);
      if (gain < 0 && !this.#rng.chance(exp(gain))) continue;
      this.#replicas[cold] = other;
      this.#replicas[cold + 1] = one;
    }
    this.#odd = !this.#odd;
  }
}
