/** Who acts: a person, or a decentralized automaton. Both hand in the same intents at the same door. */
import type { Address, AutomatonId } from '#shared/base/ids.ts';

/** A person, known by the account of their guest key or wallet; `host` is the operator of this server. */
export interface Person {
  readonly kind: 'person';
  readonly address: Address;
  readonly name: string;
  readonly host: boolean;
}

/** A DA, acting through the account its token controls. */
export interface Machine {
  readonly kind: 'automaton';
  readonly address: Address;
  readonly automaton: AutomatonId;
  readonly name: string;
}

export type Actor = Person | Machine;
