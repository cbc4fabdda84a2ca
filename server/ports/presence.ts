/** How automata show themselves to the rooms: bodies that walk, with what they do and why. */
import type { Address, AutomatonId } from '#shared/base/ids.ts';
import type { Stroller } from '#shared/physics/stroll.ts';
import type { Automaton } from '#shared/records/automaton.ts';

/** One automaton as a room shows it. */
export interface Body {
  readonly id: AutomatonId;
  readonly name: string;
  readonly account: Address;
  readonly at: Readonly<Stroller>;
  readonly doing: Automaton['doing'];
  readonly because: string;
  readonly lastError: string | null;
}

/** The bodies of all automata; rooms read them every tick. */
export interface Bodies {
  all(): readonly Body[];
}
