/** Back-pressure: how much waits in a client's socket, and how to cut it off so that it comes back afresh. */
import type { Client } from '@colyseus/core';

/** More than this many waiting bytes are several seconds of patches: such a client will not catch up. */
const MOST_WAITING = 512 * 1024;

interface Socket {
  readonly bufferedAmount: number;
  terminate(): void;
}

/** True when more waits in the client's socket than it will ever read in time. */
export function isBehind(client: Pick<Client, 'ref'>): boolean {
  return (socketOf(client)?.bufferedAmount ?? 0) > MOST_WAITING;
}

/** Ends the connection without a word that would have to queue: the client sees a drop and reconnects. */
export function cutOff(client: Pick<Client, 'ref'>): void {
  socketOf(client)?.terminate();
}

/** The WebSocket below a client of the `ws` transport; other transports keep their own limits. */
function socketOf({ ref }: Pick<Client, 'ref'>): Socket | null {
  return isSocket(ref) ? ref : null;
}

function isSocket(ref: object): ref is object & Socket {
  return 'bufferedAmount' in ref && typeof ref.bufferedAmount === 'number' && 'terminate' in ref;
}
