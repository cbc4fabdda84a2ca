/** How automata show themselves to the rooms: bodies that walk, with what they do and why. */
import { z } from 'zod';
import { type Address, type AutomatonId, type ChallengeId, parseChallengeId } from '#shared/base/ids.ts';
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
  /** The number of the gesture that it shows. */
  readonly emote: number;
}

/** The bodies of all automata; rooms read them every tick. */
export interface Bodies {
  all(): readonly Body[];
}

/** The key of an automaton's avatar among the sessions: `@` is in no session id. */
export function automatonKey(id: AutomatonId): string {
  return `@${id}`;
}

/** Somebody who is on a challenge now. */
export interface Playing {
  readonly challenge: ChallengeId;
  readonly address: Address;
  readonly name: string;
}

/** The fact under which the rooms keep which challenge stands at which gate. */
export const GATE_SPOTS_FACT = 'gate-spots';
const spotsSchema = z.record(z.string(), z.number().int().min(0));

/** Gate number by challenge id, from the fact; nothing for a fact that is absent or unreadable. */
export function readGateSpots(text: string | null): Map<ChallengeId, number> {
  if (text === null) return new Map();
  const parsed = spotsSchema.safeParse(JSON.parse(text));
  if (!parsed.success) return new Map();
  return new Map(Object.entries(parsed.data).map(([id, spot]) => [parseChallengeId(id), spot]));
}
