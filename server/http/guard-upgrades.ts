/** Stands before every connection that becomes a WebSocket: the right kind of path, and not too many from one network. */
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Clock } from '#server/ports/clock.ts';
import type { Counts } from '#server/ports/counts.ts';
import { Buckets } from '#shared/base/buckets.ts';
import { networkOf } from './visitor.ts';

/** A visit takes one, a lost connection one more; a network may hold a whole class of people. */
const RATE = { burst: 60, perSecond: 2 };
/** Process and room, as Colyseus names them. Its own reading of any other target is not made for strangers. */
const ROOM_TARGET = /^\/[\w-]{1,64}\/[\w-]{1,64}\?[\x21-\x7e]{1,2048}$/;

/** Puts the guard before every listener the server has now; call it last. */
export function guardUpgrades(
  server: Server,
  needs: { readonly counts: Counts; readonly clock: Clock; readonly trustedProxy: string | null },
): void {
  const inner = server.listeners('upgrade');
  const buckets = new Buckets();
  server.removeAllListeners('upgrade');
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const within = buckets.take(networkOf(request, needs.trustedProxy), RATE, needs.clock());
    if (within && ROOM_TARGET.test(request.url ?? '')) {
      for (const listener of inner) listener.call(server, request, socket, head);
      return;
    }
    needs.counts.count(within ? 'http.target' : 'http.limit');
    socket.on('error', () => socket.destroy());
    socket.end(`HTTP/1.1 ${within ? '404 Not Found' : '429 Too Many Requests'}\r\nConnection: close\r\n\r\n`);
  });
}
