/** The only way in: parse, permit, limit; then the flow of the intent's kind carries it on. */
import type { Clock } from '#server/ports/clock.ts';
import type { Counts } from '#server/ports/counts.ts';
import type { AttemptOutcome, Door } from '#server/ports/door.ts';
import type { Flows } from '#server/ports/loop.ts';
import { boundShape } from '#shared/base/bound-shape.ts';
import { Buckets } from '#shared/base/buckets.ts';
import { DimensionError, isDimensionError, publicError } from '#shared/base/errors.ts';
import type { ChallengeId } from '#shared/base/ids.ts';
import type { Actor } from '#shared/records/actor.ts';
import type { Intent, IntentOf } from '#shared/records/intent.ts';
import { payloadSchema } from '#shared/records/payload.ts';
import type { HandedIn } from '#shared/records/proposal.ts';
import type { Accepted, Refused, Ruling } from '#shared/records/ruling.ts';
import { limit } from './limit.ts';
import { parseIntent } from './parse.ts';
import { permit } from './permit.ts';

export function openDoor(flows: Flows, needs: { readonly counts: Counts; readonly clock: Clock }): Door {
  return new TheDoor(flows, needs.counts, needs.clock);
}

class TheDoor implements Door {
  readonly #flows: Flows;
  readonly #counts: Counts;
  readonly #clock: Clock;
  readonly #buckets = new Buckets();
  /** Whoever has something at the judge; one thing at a time. */
  readonly #judging = new Set<string>();

  constructor(flows: Flows, counts: Counts, clock: Clock) {
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
      const attempt = { ...handedIn, payload: checked(handedIn.payload), atMs: this.#clock() };
      return await this.#alone(handedIn.actor, () => this.#flows.attempt(attempt));
    } catch (error) {
      this.#count(error);
      throw error;
    }
  }

  async gaveUp(actor: Actor, challenge: ChallengeId): Promise<void> {
    await this.#flows.gaveUp({ actor, challenge, atMs: this.#clock() });
  }

  #carry(actor: Actor, intent: Intent): Promise<Accepted> {
    permit(actor, intent.kind);
    const atMs = this.#clock();
    limit(this.#buckets, actor, intent.kind, atMs);
    switch (intent.kind) {
      case 'challenge':
        return this.#alone(actor, () => this.#flows.challenge({ actor, intent, atMs }));
      case 'work':
        return this.#flows.work({ actor, intent, atMs });
      case 'commit':
        return this.#flows.commit({ actor, intent, atMs });
      case 'consent':
        return this.#flows.consent({ actor, intent, atMs });
      case 'freeze':
        return this.#flows.freeze({ actor, intent, atMs });
      case 'moderate':
        return this.#flows.moderate({ actor, intent, atMs });
      case 'silence':
        return this.#flows.silence({ actor, intent, atMs });
      case 'close-report':
        return this.#flows['close-report']({ actor, intent, atMs });
      case 'attempt':
        return this.#attempt(actor, intent, atMs);
    }
  }

  /** Handed in whole: a tool's for a person, a machine's for a DA. */
  async #attempt(actor: Actor, intent: IntentOf<'attempt'>, atMs: number): Promise<Accepted> {
    const { challenge, payload, salt, consent } = intent;
    const how = actor.kind === 'automaton' ? 'machine' : 'tool';
    const handedIn: HandedIn = {
      actor,
      challenge,
      payload,
      class: how,
      wallMs: 0,
      atMs,
      ...(salt === undefined ? {} : { salt }),
      ...(consent === undefined ? {} : { consent }),
    };
    const outcome = await this.#alone(actor, () => this.#flows.attempt(handedIn));
    return { accepted: true, id: outcome.attempt.id, sentence: outcome.sentence };
  }

  /** Nobody occupies the judge with many things at once. @throws DimensionError `door.busy` */
  async #alone<T>({ address }: Actor, work: () => Promise<T>): Promise<T> {
    if (this.#judging.has(address))
      throw new DimensionError('door.busy', 'What you handed in last is still being judged; wait for it.');
    this.#judging.add(address);
    try {
      return await work();
    } finally {
      this.#judging.delete(address);
    }
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
    else if (/^(pool|store|work|chain)\./.test(code))
      this.#counts.error(code, `${sentence} ${JSON.stringify(error.facts)} ${String(error.cause ?? '')}`.trim());
  }
}

function checked(raw: HandedIn['payload']): HandedIn['payload'] {
  boundShape(raw);
  const parsed = payloadSchema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues[0]?.path.map(String).join('.') ?? '';
  throw new DimensionError('payload.malformed', 'This is no solution that can be read.', { where });
}
