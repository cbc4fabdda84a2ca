/** Pictures of solutions: drawn once in the pool, kept in memory up to a bound, never many at a time, and no failure soon again. */
import type { Application } from 'express';
import type { Clock } from '#server/ports/clock.ts';
import type { Jobs, Pool } from '#server/ports/pool.ts';
import { Buckets, type Rate } from '#shared/base/buckets.ts';
import { DimensionError, isDimensionError } from '#shared/base/errors.ts';
import { fromBase64 } from '#shared/base/hash.ts';
import { ROUTES } from '#shared/protocol/routes.ts';
import type { JudgedAttempt } from '#shared/records/attempt.ts';
import type { Challenge } from '#shared/records/challenge.ts';
import type { HttpNeeds } from './needs.ts';
import { type ShareLanguage, shareLanguage } from './share-words.ts';
import { shownAttempt } from './shown-attempt.ts';
import { networkOf } from './visitor.ts';
import { lineOf } from './watch-page.ts';

/** Pictures that one network may have drawn; those that are drawn already cost nothing. */
const DRAW_RATE: Rate = { burst: 12, perSecond: 1 / 5 };
/** Drawn or being waited for at a time: people's runs are judged in the same pool. */
const MOST_AT_ONCE = 4;
/** Some minutes: what the host hides goes out of other people's caches soon. */
const KEPT_SECONDS = 300;
/** What could not be drawn is refused at once for so long, and so many of them are remembered. */
const BROKEN_MS = 10 * 60_000;
const MOST_BROKEN = 1_000;
/** The law itself refuses what is to be drawn. */
const REFUSED = /^(?:catalog|instance|payload)\./;

/** Mounts the route of the pictures. */
export function pictureRoute(app: Pick<Application, 'get'>, needs: HttpNeeds): void {
  const pictures = new Pictures(needs.pool, needs.clock);
  const draws = new Buckets();
  app.get(ROUTES.picture.path, (request, response, next) => {
    const answer = async () => {
      const { attempt, challenge } = await shownAttempt(request.params['id'], needs.store);
      const wanted = pictureOf(attempt, challenge, shareLanguage(request.query['lang']));
      pictures.refuseMore(wanted);
      if (!pictures.has(wanted) && !draws.take(networkOf(request, needs.trustedProxy), DRAW_RATE, needs.clock()))
        throw new DimensionError('picture.limit', 'Your network had many pictures drawn; wait a moment.');
      const png = await pictures.of(wanted);
      response.set('Content-Type', 'image/png');
      response.set('Cache-Control', `public, max-age=${KEPT_SECONDS}`);
      response.end(png);
    };
    answer().catch(next);
  });
}

/** A picture that is asked for, and the name under which it is kept. */
export interface WantedPicture {
  readonly name: string;
  readonly order: Jobs['picture']['in'];
}

/** The picture of an attempt, with the words on it in one language. */
export function pictureOf(
  attempt: JudgedAttempt,
  { file, title }: Pick<Challenge, 'file' | 'title'>,
  language: ShareLanguage,
): WantedPicture {
  const order = { file, payload: attempt.payload, title, line: lineOf(attempt, language) };
  return { name: `${attempt.id} ${language}`, order };
}

/** Why there is no picture, and until when nobody tries again. */
interface Broken {
  readonly error: unknown;
  readonly untilMs: number;
}

/** Keeps the pictures that were asked for last. */
export class Pictures {
  readonly #pool: Pick<Pool, 'run'>;
  readonly #clock: Clock;
  readonly #mostBytes: number;
  /** The one that was asked for longest ago comes first. */
  readonly #kept = new Map<string, Buffer>();
  readonly #coming = new Map<string, Promise<Buffer>>();
  /** The one that broke longest ago comes first. */
  readonly #broken = new Map<string, Broken>();
  #bytes = 0;

  constructor(pool: Pick<Pool, 'run'>, clock: Clock, mostBytes = 24 * 1_048_576) {
    this.#pool = pool;
    this.#clock = clock;
    this.#mostBytes = mostBytes;
  }

  /** True when asking for it costs nothing. */
  has({ name }: WantedPicture): boolean {
    return this.#kept.has(name) || this.#coming.has(name) || this.#brokenNow(name) !== null;
  }

  /** Nobody pays for what is refused. @throws DimensionError `picture.limit` while too many are drawn */
  refuseMore(wanted: WantedPicture): void {
    if (!this.has(wanted) && this.#coming.size >= MOST_AT_ONCE)
      throw new DimensionError('picture.limit', 'Many pictures are being drawn; wait a moment.');
  }

  /**
   * @throws DimensionError `picture.limit` while too many are drawn, `pool.*`, and what the drawing refuses: for some
   * minutes what it refused before
   */
  async of(wanted: WantedPicture): Promise<Buffer> {
    const { name } = wanted;
    const kept = this.#kept.get(name);
    if (kept !== undefined) {
      this.#kept.delete(name);
      this.#kept.set(name, kept);
      return kept;
    }
    const coming = this.#coming.get(name);
    if (coming !== undefined) return coming;
    const broken = this.#brokenNow(name);
    if (broken !== null) throw broken.error;
    this.refuseMore(wanted);
    const drawn = this.#draw(wanted).finally(() => this.#coming.delete(name));
    this.#coming.set(name, drawn);
    return drawn;
  }

  async #draw({ name, order }: WantedPicture): Promise<Buffer> {
    const { pngBase64 } = await this.#pool.run('picture', order, 'machines').catch((error: unknown) => {
      this.#remember(name, error);
      throw error;
    });
    const png = Buffer.from(fromBase64(pngBase64));
    this.#kept.set(name, png);
    this.#bytes += png.length;
    for (const [oldest, picture] of this.#kept) {
      if (this.#bytes <= this.#mostBytes || oldest === name) break;
      this.#kept.delete(oldest);
      this.#bytes -= picture.length;
    }
    return png;
  }

  /** Everything but a refusal may well go right the next time. */
  #remember(name: string, error: unknown): void {
    if (!isDimensionError(error) || !REFUSED.test(error.code)) return;
    this.#broken.delete(name);
    this.#broken.set(name, { error, untilMs: this.#clock() + BROKEN_MS });
    if (this.#broken.size > MOST_BROKEN) this.#broken.delete(this.#broken.keys().next().value ?? '');
  }

  #brokenNow(name: string): Broken | null {
    const broken = this.#broken.get(name);
    return broken !== undefined && this.#clock() < broken.untilMs ? broken : null;
  }
}
