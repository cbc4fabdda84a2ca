/** One try to join: given up in time, and why it failed in our own words. */
import { DimensionError } from '#shared/base/errors.ts';
import { ROUTES } from '#shared/protocol/routes.ts';
import type { WorldRoom } from './connection.ts';

/** One try to join takes at most this long, ms; the first one on the way back often hangs in a dead connection. */
export const TRY_MS = { first: 5_000, each: 12_000 } as const;
/** A try younger than this is left alone when there is reason to try afresh, ms. */
const YOUNG_MS = 1_500;

/** A server that can be reached answers a small question within this long, ms. */
const ANSWER_MS = 2_000;
/** Connections that a browser keeps to one server. */
const POOL = 6;

/**
 * After a line died without a farewell: the browser still holds other dead connections, and would use them first. A
 * question that is given up closes the one it hangs in; afterwards only living ones are left.
 */
export async function clearTheWay(url: string): Promise<void> {
  if (await answers(url)) return;
  await Promise.all(Array.from({ length: POOL }, () => answers(url)));
}

/** False only when nothing came back: a refusal at once leaves no dead connection behind. */
function answers(url: string): Promise<boolean> {
  const signal = AbortSignal.timeout(ANSWER_MS);
  return fetch(`${url}${ROUTES.health.path}`, { cache: 'no-store', signal }).then(
    () => true,
    () => !signal.aborted,
  );
}

/** True for a failed try in which the server was not heard at all. */
export function isAway(code: string): boolean {
  return code === 'join.away' || code === 'join.slow';
}

/** Our code and sentence from whatever joining threw: the room puts them into its message as `code: sentence`. */
export function reasonOf(error: unknown): DimensionError {
  if (error instanceof DimensionError) return error;
  const text = error instanceof Error ? error.message : String(error);
  const found = /^([a-z]+(?:-[a-z]+)*\.[a-z.-]+): (.+)$/.exec(text);
  if (found !== null) return new DimensionError(found[1] ?? 'join.refused', found[2] ?? text, {}, error);
  const answered = error instanceof Error && 'code' in error && typeof error.code === 'number';
  return answered
    ? new DimensionError('join.refused', 'The world did not let you in.', { reason: text }, error)
    : new DimensionError('join.away', 'The world cannot be reached right now.', { reason: text }, error);
}

/**
 * A room joined too late is left again, so that nobody stands in the world twice.
 * @param hurry is given what ends the try before its time, unless it is a young one
 */
export function inTime(
  joining: Promise<WorldRoom>,
  limitMs: number,
  hurry: (giveUp: () => void) => void = () => undefined,
): Promise<WorldRoom> {
  return new Promise((resolve, reject) => {
    let late = false;
    const end = (code: string) => {
      late = true;
      clearTimeout(timer);
      reject(new DimensionError(code, 'The world took too long to answer.'));
    };
    const timer = setTimeout(() => end('join.slow'), limitMs);
    const beganMs = performance.now();
    hurry(() => {
      if (performance.now() - beganMs > YOUNG_MS) end('join.hurry');
    });
    joining.then(
      (room) => {
        clearTimeout(timer);
        if (late) void room.leave();
        else resolve(room);
      },
      (error: unknown) => {
        clearTimeout(timer);
        reject(error);
      },
    );
  });
}
