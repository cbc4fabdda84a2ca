/** The only way in: parse, permit, limit; then the flow of the intent's kind carries it on. */
import type { Clock } from '#server/ports/clock.ts';
import type { Counts } from '#server/ports/counts.ts';
import type { AttemptOutcome, Door } from '#server/ports/door.ts';
import { Buckets } from '#shared/base/buckets.ts';
import { DimensionError, isDimensionError, publicError } from '#shared/base/errors.ts';
import type { Actor } from '#shared/records/actor.ts';
import type { Intent, IntentOf } from '#shared/records/intent.ts';
import { payloadSchema } from '#shared/records/payload.ts';
import type { HandedIn, Proposal } from '#shared/records/proposal.ts';
import type { Accepted, Refused, Ruling } from '#shared/records/ruling.ts';
import { limit } from './limit.ts';
import { boundShape, parseIntent } from './parse.ts';
import { permit } from './permit.ts';

/** One flow a kind of intent; each throws a DimensionError for what it refuses. */
export interface DoorFlows {
  readonly challenge: (proposal: Proposal<'challenge'>) => Promise<Accepted>;
  readonly work: (proposal: Proposal<'work'>) => Promise<Accepted>;
  readonly moderate: (proposal: Proposal<'moderate'>) => Promise<Accepted>;
  readonly attempt: (handedIn: HandedIn) => Promise<AttemptOutcome>;
}

export function openDoor(flows: DoorFlows, needs: { readonly counts: Counts; readonly clock: Clock }): Door {
  return new TheDoor(flows, needs.counts, needs.clock);
}

class TheDoor implements Door {
  readonly #flows: DoorFlows;
  readonly #counts: Counts;
  readonly #clock: Clock;
  readonly #buckets = new Buckets();

  constructor(flows: DoorFlows, counts: Counts, clock: Clock) {
    this.#flows = flows;
    this.#counts = counts;
    this.#clock = clock;
  }

  async submit(actor: Actor, raw: unknown): Promise<Ruling> {
    return this.#ruled(async () => this.#carry(actor, parseIntent(raw)));
  }

  async submitIntent(actor: Actor, intent: Intent): Promise<Ruling> {
    // Parsed all the same: a DA's code is somebody's code, and its intents meet the bounds of everybody's.
    return this.submit(actor, intent);
  }

  async attempt(handedIn: Omit<HandedIn, 'atMs'>): Promise<AttemptOutcome> {
    try {
      limit(this.#buckets, handedIn.actor, 'attempt', this.#clock());
      return await this.#flows.attempt({ ...handedIn, payload: checked(handedIn.payload), atMs: this.#clock() });
    } catch (error) {
      this.#count(error);
      throw error;
    }
  }

  #carry(actor: Actor, intent: Intent): Promise<Accepted> {
    permit(actor, intent.kind);
    const atMs = this.#clock();
    limit(this.#buckets, actor, intent.kind, atMs);
    switch (intent.kind) {
      case 'challenge':
        return this.#flows.challenge({ actor, intent, atMs });
      case 'work':
        return this.#flows.work({ actor, intent, atMs });
      case 'moderate':
        return this.#flows.moderate({ actor, intent, atMs });
      case 'attempt':
        return this.#attempt(actor, intent, atMs);
    }
  }

  /** Handed in whole: a tool's for a person, a machine's for a DA. */
  async #attempt(actor: Actor, { challenge, payload }: IntentOf<'attempt'>, atMs: number): Promise<Accepted> {
    const how = actor.kind === 'automaton' ? 'machine' : 'tool';
    const outcome = await this.#flows.attempt({ actor, challenge, payload, class: how, wallMs: 0, atMs });
    return { accepted: true, id: outcome.attempt.id, sentence: outcome.sentence };
  }

  async #ruled(carry: () => Promise<Accepted>): Promise<Ruling> {
    try {
      return await carry();
    } catch (error) {
      this.#count(error);
      const refused: Refused = { accepted: false, ...publicError(error) };
      return refused;
    }
  }

  #count(error: unknown): void {
    const { code, sentence } = publicError(error);
    this.#counts.count(code);
    // What the actor did wrong is only counted; what broke here is kept for the host to read.
    if (!isDimensionError(error)) this.#counts.error(code, String(error));
    else if (/^(pool|store|work|chain)\./.test(code) && error.cause !== undefined)
      this.#counts.error(code, `${sentence} (${String(error.cause)})`);
  }
}

function checked(raw: HandedIn['payload']): HandedIn['payload'] {
  boundShape(raw);
  const parsed = payloadSchema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues[0]?.path.map(String).join('.') ?? '';
  throw new DimensionError('payload.malformed', 'This is no solution that can be read.', { where });
}
