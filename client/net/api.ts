/** The REST side of the server, typed by the one table of routes. */
import { DimensionError } from '#shared/base/errors.ts';
import { type Answers, type Nonce, ROUTES, type Session } from '#shared/protocol/routes.ts';
import type { Intent } from '#shared/records/intent.ts';
import type { Ruling } from '#shared/records/ruling.ts';

type RouteName = keyof typeof ROUTES;
type Parameters = Readonly<Record<string, string>>;

/** Asks the server; every refusal is a `DimensionError` with the server's own code and sentence. */
export class Api {
  readonly #base: string;
  readonly #token: () => string | null;

  /** @param base origin of the server without a closing slash; empty for the page's own */
  constructor(base: string, token: () => string | null = () => null) {
    this.#base = base;
    this.#token = token;
  }

  health(): Promise<Answers['health']> {
    return this.#ask('health');
  }
  nonce(): Promise<Nonce> {
    return this.#ask('nonce', {}, {});
  }
  signIn(body: { message: string; signature: string; name: string; hostWord?: string }): Promise<Session> {
    return this.#ask('signIn', {}, body);
  }
  challenges(): Promise<Answers['challenges']> {
    return this.#ask('challenges');
  }
  challenge(id: string): Promise<Answers['challenge']> {
    return this.#ask('challenge', { id });
  }
  works(): Promise<Answers['works']> {
    return this.#ask('works');
  }
  automata(): Promise<Answers['automata']> {
    return this.#ask('automata');
  }
  records(): Promise<Answers['records']> {
    return this.#ask('records');
  }
  /** Lines of the record feed, newest first; those before entry `before` when it is named. */
  feedLines(before?: number): Promise<Answers['feedLines']> {
    return this.#ask('feedLines', {}, undefined, before === undefined ? '' : `?before=${before}`);
  }
  history(id: string): Promise<Answers['history']> {
    return this.#ask('history', { id });
  }
  published(): Promise<Answers['published']> {
    return this.#ask('published');
  }
  news(): Promise<Answers['news']> {
    return this.#ask('news');
  }
  profile(): Promise<Answers['profile']> {
    return this.#ask('profile');
  }
  /** What one tried oneself, the newest first. */
  ownAttempts(): Promise<Answers['ownAttempts']> {
    return this.#ask('ownAttempts');
  }
  /** What to take on next, the best first. */
  offers(): Promise<Answers['offers']> {
    return this.#ask('offers');
  }
  /** Which of one's own attempts at a challenge is the best. */
  ownBest(id: string): Promise<Answers['ownBest']> {
    return this.#ask('ownBest', { id });
  }
  profileOf(address: string): Promise<Answers['profileOf']> {
    return this.#ask('profileOf', { address });
  }
  hostStatus(): Promise<Answers['hostStatus']> {
    return this.#ask('hostStatus');
  }
  /** A kept attempt, to replay it. */
  replay(id: string): Promise<unknown> {
    return this.#ask('replay', { id });
  }
  /** Hands in an intent. A refusal of the world is a ruling, not an error. */
  intent(intent: Intent): Promise<Ruling> {
    return this.#ask('intents', {}, intent);
  }

  async #ask<T>(name: RouteName, parameters: Parameters = {}, body?: object, query = ''): Promise<T> {
    const { method, path } = ROUTES[name];
    const place = path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(parameters[key] ?? ''));
    const url = this.#base + place + query;
    const token = this.#token();
    const headers: Record<string, string> = { accept: 'application/json' };
    if (body !== undefined) headers['content-type'] = 'application/json';
    if (token !== null) headers['authorization'] = `Bearer ${token}`;
    const response = await reach(url, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer: unknown = await response.json().catch(() => null);
    if (isRefusal(answer) && 'accepted' in answer) return answer as T;
    if (!response.ok) throw refusalOf(answer, response.status);
    return answer as T;
  }
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (cause) {
    throw new DimensionError('server.away', 'The world cannot be reached right now.', { url }, cause);
  }
}

function refusalOf(answer: unknown, status: number): DimensionError {
  if (isRefusal(answer)) return new DimensionError(answer.code, answer.sentence, { status });
  return new DimensionError('server.answer', `The world answered with status ${status}.`, { status });
}

function isRefusal(answer: unknown): answer is { readonly code: string; readonly sentence: string } {
  return (
    typeof answer === 'object' &&
    answer !== null &&
    'code' in answer &&
    typeof answer.code === 'string' &&
    'sentence' in answer &&
    typeof answer.sentence === 'string'
  );
}
