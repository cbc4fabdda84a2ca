/** Whose ghost runs beside you: the best machine's, the record's, your own best one's, a certain run's, or nobody's. */
import { tapesOf } from '#content/families/parkour/instance.ts';
import { isDimensionError } from '#shared/base/errors.ts';
import type { Scene } from '#shared/physics/scene.ts';
import type { ChallengeCard } from '#shared/protocol/routes.ts';
import { bestRun } from '#shared/records/best-run.ts';
import type { MachineRun } from '#shared/records/challenge.ts';
import { payloadSchema } from '#shared/records/payload.ts';
import type { GhostChoice } from './settings.ts';

/** A recorded run that goes along. */
export interface GhostRun {
  readonly of: Exclude<GhostChoice, 'nobody'>;
  /** Whoever ran it. */
  readonly name: string;
  /** One for each start, one byte a tick. */
  readonly tapes: readonly Uint8Array[];
}

/** What is asked for: somebody in general, or the run of one attempt. */
export type GhostWish = GhostChoice | { readonly attempt: string };

/** What a ghost is fetched with. */
export interface GhostNeeds {
  replay(attempt: string): Promise<unknown>;
  ownBest(challenge: string): Promise<{ readonly attempt: string | null }>;
}

type Course = Pick<Scene, 'starts' | 'maxTicks'>;
type GateOfGhosts = Pick<ChallengeCard, 'id' | 'machine' | 'records'>;

/** Null where there is none, and where it cannot be had: a course is playable without its ghost. */
export async function fetchGhost(
  wish: GhostWish,
  card: GateOfGhosts,
  course: Course,
  needs: GhostNeeds,
): Promise<GhostRun | null> {
  if (wish === 'nobody') return null;
  if (wish === 'machine') {
    const tapes = ghostOf(card.machine, course);
    return tapes === null ? null : { of: 'machine', name: bestRun(card.machine, 'lower')?.solver ?? '', tapes };
  }
  try {
    const attempt = typeof wish === 'object' ? wish.attempt : await attemptOf(wish, card, needs);
    if (attempt === null) return null;
    const { name, payload } = fieldsOf(await needs.replay(attempt));
    const tapes = tapesIn(payload, course);
    return tapes === null ? null : { of: wish === 'own' ? 'own' : 'record', name, tapes };
  } catch (error) {
    if (isDimensionError(error)) return null;
    throw error;
  }
}

async function attemptOf(wish: 'record' | 'own', card: GateOfGhosts, needs: GhostNeeds): Promise<string | null> {
  if (wish === 'record') return card.records.at(-1)?.attempt ?? null;
  return (await needs.ownBest(card.id)).attempt;
}

/** The tapes of the machine run that came furthest; what cannot be read is no ghost. */
export function ghostOf(runs: readonly MachineRun[], course: Course): readonly Uint8Array[] | null {
  return tapesIn(bestRun(runs, 'lower')?.best, course);
}

function tapesIn(raw: unknown, course: Course): readonly Uint8Array[] | null {
  const payload = payloadSchema.safeParse(raw);
  if (!payload.success) return null;
  try {
    return tapesOf(payload.data, course);
  } catch (error) {
    if (isDimensionError(error)) return null;
    throw error;
  }
}

/** What is read of an attempt as the world hands it out. */
function fieldsOf(raw: unknown): { readonly name: string; readonly payload: unknown } {
  const attempt = typeof raw === 'object' && raw !== null ? new Map<string, unknown>(Object.entries(raw)) : new Map();
  const actor: unknown = attempt.get('actor');
  const name = typeof actor === 'object' && actor !== null && 'name' in actor ? actor.name : '';
  return { name: typeof name === 'string' ? name.slice(0, 60) : '', payload: attempt.get('payload') };
}
