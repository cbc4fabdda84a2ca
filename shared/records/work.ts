/** A work: what an automaton made; its genome is on chain and every machine grows the same thing from it. */
import type { Address, WorkId } from '#shared/base/ids.ts';

/** Where a work stands in the shared world: metres and radians about Y. */
export interface Placement {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly yaw: number;
  /** On a pedestal, in a gallery frame, or on open ground. */
  readonly spot: 'pedestal' | 'frame' | 'ground';
}

/** A work as the server keeps it. */
export interface Work {
  readonly id: WorkId;
  /** Catalogue id of the generator that grows it. */
  readonly generator: string;
  readonly generatorVersion: number;
  /** Lower-case hex without prefix. */
  readonly genome: string;
  readonly title: string;
  readonly maker: Address;
  readonly makerName: string;
  readonly parents: readonly WorkId[];
  readonly placement: Placement | null;
  readonly hidden: boolean;
  readonly madeAtMs: number;
  /** Token id on chain, decimal; null until the chain has it. */
  readonly tokenId: string | null;
}
