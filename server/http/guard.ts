/** Stands before everything that comes over HTTP, Colyseus' own routes too: sizes, rates, and the right headers. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Clock } from '#server/ports/clock.ts';
import type { Counts } from '#server/ports/counts.ts';
import { Buckets, type Rate } from '#shared/base/buckets.ts';
import { statusOf } from './answer.ts';
import { networkOf } from './visitor.ts';

/** Longest body of any request, bytes. */
export const MOST_BYTES = 65_536;

/** By the first part of the path, per network address. A visit costs about 40 files and a handful of calls. */
const RATES: readonly (readonly [prefix: string, rate: Rate])[] = [
  ['/api/sign-in', { burst: 30, perSecond: 1 }],
  ['/api/', { burst: 200, perSecond: 20 }],
  ['/matchmake', { burst: 30, perSecond: 2 }],
  ['/rpc', { burst: 100, perSecond: 20 }],
  ['/', { burst: 600, perSecond: 100 }],
];

interface Refusal {
  readonly code: string;
  readonly sentence: string;
}

/** Puts the guard before every listener the server has now; call it last. */
export function guardRequests(
  server: Server,
  needs: { readonly counts: Counts; readonly clock: Clock; readonly trustedProxy: string | null },
): void {
  const inner = server.listeners('request');
  const buckets = new Buckets();
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const refusal = refusalOf(request, buckets, needs);
    if (refusal === null) {
      for (const listener of inner) listener.call(server, request, response);
      return;
    }
    needs.counts.count(refusal.code);
    response.writeHead(statusOf(refusal.code), {
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': 'no-store',
      // The rest of the body is not read, so the connection cannot be used again.
      Connection: 'close',
    });
    response.end(JSON.stringify(refusal));
  });
}

function refusalOf(
  request: IncomingMessage,
  buckets: Buckets,
  { clock, trustedProxy }: { readonly clock: Clock; readonly trustedProxy: string | null },
): Refusal | null {
  const target = request.url ?? '/';
  // An absolute target (`GET http://…`) would be routed by its path and limited by nothing.
  if (!/^\/(?!\/)/.test(target))
    return { code: 'http.target', sentence: 'A request names its path from the root of this server.' };
  const path = target.toLowerCase();
  const found = RATES.find(([prefix]) => path.startsWith(prefix));
  if (found !== undefined && !buckets.take(`${networkOf(request, trustedProxy)} ${found[0]}`, found[1], clock()))
    return { code: 'http.limit', sentence: 'Too many requests from your network; wait a moment.' };
  const { 'content-length': length, 'transfer-encoding': chunked } = request.headers;
  if (chunked !== undefined)
    return { code: 'http.length', sentence: 'A message must say how long it is (Content-Length).' };
  if (length !== undefined && Number(length) > MOST_BYTES)
    return { code: 'http.too-large', sentence: 'A message here has at most 64 KiB.' };
  return null;
}
