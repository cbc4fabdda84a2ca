/** How the rooms tell the guide who has come in, and how it speaks to them. */
import type { Address } from '#shared/base/ids.ts';
import type { Told } from '#shared/protocol/messages.ts';

/** Somebody who has come into a room. */
export interface Visitor {
  readonly session: string;
  readonly account: Address;
  readonly name: string;
  /** Where they stand, m. */
  readonly at: { readonly x: number; readonly z: number };
  /** On a course or at a workbench. */
  isBusy(): boolean;
  /** Says something to them alone. */
  tell(told: Told): void;
}

/** Who leads newcomers. */
export interface Guiding {
  cameIn(visitor: Visitor): void;
  wentAway(session: string): void;
  /** They want to be led no more. */
  waveOff(session: string): void;
}

/** Nobody is led. */
export const NO_GUIDE: Guiding = {
  cameIn: () => undefined,
  wentAway: () => undefined,
  waveOff: () => undefined,
};
