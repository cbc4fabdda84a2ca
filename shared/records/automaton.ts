/** An automaton as everybody sees it: who it is, what it does, why, and what went wrong last. */
import type { Address, AutomatonId } from '#shared/base/ids.ts';

/** What drives its choices; each 0 … 1. */
export interface Personality {
  readonly curiosity: number;
  readonly boldness: number;
  readonly patience: number;
  readonly playfulness: number;
  readonly order: number;
}

/** An automaton as the server keeps it. */
export interface Automaton {
  readonly id: AutomatonId;
  readonly name: string;
  /** One sentence in its own voice. */
  readonly motto: string;
  readonly personality: Personality;
  /** Its token-bound account (ERC-6551). */
  readonly account: Address;
  /** Token id on chain, decimal; null until the chain has it. */
  readonly tokenId: string | null;
  readonly doing: 'making' | 'posing' | 'attempting' | 'guiding' | 'walking' | 'resting';
  /** One plain sentence: what it does now and why. */
  readonly because: string;
  readonly lastError: string | null;
  readonly cpuSecondsUsed: number;
  readonly heartbeatAtMs: number;
}
