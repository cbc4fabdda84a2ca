/** Who acts: a person, or a decentralized automaton. Both hand in the same intents at the same door. */
import { keccak256 } from '#shared/base/hash.ts';
import { type Address, type AutomatonId, parseAddress, parseAutomatonId } from '#shared/base/ids.ts';

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

/** What a solver (or polish) found on its own is held by the machine itself: by an account to which nobody has a key. */
export function machineNamed(name: string): Machine {
  return {
    kind: 'automaton',
    address: parseAddress(`0x${keccak256(`machine:${name}`).slice(24)}`),
    automaton: parseAutomatonId(
      name
        .toLowerCase()
        .replace(/[^a-z]/g, '')
        .slice(0, 24),
    ),
    name,
  };
}
