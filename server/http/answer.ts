/** How every route answers: JSON with an entity tag, packed when that pays; refusals as `{code, sentence}`. */
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import type { NextFunction, Request, Response } from 'express';
import type { Counts } from '#server/ports/counts.ts';
import { DimensionError, isDimensionError, publicError } from '#shared/base/errors.ts';
import { sha256 } from '#shared/base/hash.ts';

const pack = promisify(gzip);
/** Below this many characters packing costs more than it saves. */
const WORTH_PACKING = 1_400;

/** What a route gives back. `shared` answers may be kept by browsers and asked for again by their tag. */
interface Answer {
  readonly status?: number;
  /** Written as JSON, or as it is where `type` says what text it is. */
  readonly body: unknown;
  readonly type?: 'text/csv' | 'text/yaml';
  readonly cache: 'shared' | 'never';
}

export type Route = (request: Request) => Promise<Answer>;

/** Lets an Express route be a function from request to answer. */
export function answering(route: Route): (request: Request, response: Response, next: NextFunction) => void {
  return (request, response, next) => {
    route(request)
      .then((answer) => send(request, response, answer))
      .catch(next);
  };
}

/** HTTP status by the code of a refusal. */
export function statusOf(code: string): number {
  if (code === 'server.fault') return 500;
  if (code === 'session.missing' || code.startsWith('sign-in.')) return 401;
  if (code === 'door.not-permitted' || code.endsWith('.hidden')) return 403;
  if (code === 'http.too-large') return 413;
  if (code.endsWith('.limit')) return 429;
  if (code.endsWith('.unknown')) return 404;
  if (code.startsWith('pool.') || code.startsWith('store.') || code === 'chain.down') return 503;
  return 400;
}

async function send(request: Request, response: Response, answer: Answer): Promise<void> {
  const text = answer.type === undefined ? JSON.stringify(answer.body) : String(answer.body);
  response.status(answer.status ?? 200);
  response.set('Content-Type', `${answer.type ?? 'application/json'}; charset=utf-8`);
  response.set('Vary', 'Accept-Encoding');
  response.set('Cache-Control', answer.cache === 'shared' ? 'no-cache' : 'no-store');
  if (answer.cache === 'shared') {
    const tag = `"${sha256(text).slice(0, 32)}"`;
    response.set('ETag', tag);
    if (request.headers['if-none-match'] === tag) {
      response.status(304).end();
      return;
    }
  }
  if (text.length >= WORTH_PACKING && request.acceptsEncodings('gzip') === 'gzip') {
    const packed = await pack(text, { level: constants.Z_BEST_SPEED });
    response.set('Content-Encoding', 'gzip').end(packed);
    return;
  }
  response.end(text);
}

/** The last handler: every error becomes a status with `{code, sentence}`, counted; faults of ours are kept. */
export function refusing(counts: Counts): (e: unknown, q: Request, response: Response, n: NextFunction) => void {
  // Express knows an error handler by its four parameters.
  return (raw, _request, response, _next) => {
    const error = ofExpress(raw);
    const { code, sentence } = publicError(error);
    counts.count(code);
    if (!isDimensionError(error)) counts.error(code, String(error));
    if (response.headersSent) {
      response.destroy();
      return;
    }
    response.status(statusOf(code)).set('Cache-Control', 'no-store').json({ code, sentence });
  };
}

/** Express and its body parser throw errors of their own, known by `type` and `status`. */
function ofExpress(error: unknown): unknown {
  if (typeof error !== 'object' || error === null) return error;
  const type = 'type' in error ? error.type : undefined;
  if (type === 'entity.too.large') return new DimensionError('http.too-large', 'A message here has at most 64 KiB.');
  if (type === 'entity.parse.failed') return new DimensionError('http.json', 'The message is not JSON.');
  const status = 'status' in error ? error.status : undefined;
  if (typeof status === 'number' && status >= 400 && status < 500)
    return new DimensionError('http.malformed', 'The request could not be read.', { status });
  return error;
}
