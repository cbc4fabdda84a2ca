/** How a room turns somebody away before they are in it, and who makes way for whom. */
import { ServerError } from '@colyseus/core';
import type { Counts } from '#server/ports/counts.ts';
import type { Address } from '#shared/base/ids.ts';
import { joinSchema } from '#shared/protocol/messages.ts';
import type { LiveRoomList } from './live-rooms.ts';

/** Status codes as joining answers them. */
export const AUTH_FAILED = 525;
export const VERSION_DIFFERS = 426;
const ELSEWHERE = 409;

/** The error to throw: counted by its code, and told as `code: sentence`. */
export function refused(counts: Counts, status: number, code: string, sentence: string): ServerError {
  counts.count(code);
  return new ServerError(status, `${code}: ${sentence}`);
}

/**
 * The newest window of an account takes over; a page that only comes back by itself leaves the one in use alone.
 * @param options what the client brought when it joined
 * @throws ServerError `join.elsewhere`
 */
export function makeWay(live: LiveRoomList, counts: Counts, account: Address, options: unknown): void {
  const asked = joinSchema.safeParse(options);
  const returning = asked.success ? asked.data.returning : undefined;
  if (returning !== undefined && live.isElsewhere(account, returning))
    throw refused(counts, ELSEWHERE, 'join.elsewhere', 'You are in another window.');
  live.stepAside(account);
}
