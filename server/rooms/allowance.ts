/** How much one session may send: a token bucket a message type, by the one table of messages. */
import { DimensionError } from '#shared/base/errors.ts';
import { CLIENT_MESSAGES, type ClientMessage } from '#shared/protocol/messages.ts';

/** The buckets of one session. */
export class Allowance {
  readonly #buckets = new Map<ClientMessage, { tokens: number; atMs: number }>();

  /** Takes one message of `type` at `nowMs`. @throws DimensionError `message.too-many` when the bucket is empty */
  take(type: ClientMessage, nowMs: number): void {
    const { perSecond, burst } = CLIENT_MESSAGES[type];
    const bucket = this.#buckets.get(type) ?? { tokens: burst, atMs: nowMs };
    const passed = Math.max(0, nowMs - bucket.atMs) / 1_000;
    const tokens = Math.min(burst, bucket.tokens + passed * perSecond);
    this.#buckets.set(type, { tokens: Math.max(0, tokens - 1), atMs: nowMs });
    if (tokens < 1) {
      this.#buckets.set(type, { tokens, atMs: nowMs });
      throw new DimensionError('message.too-many', `Too many "${type}" messages at once; wait a moment.`, { type });
    }
  }
}
