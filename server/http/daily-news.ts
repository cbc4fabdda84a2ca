/** The news of the last days, told from the history that is never rewritten. */
import { z } from 'zod';
import type { Clock } from '#server/ports/clock.ts';
import type { StoreReads } from '#server/ports/store-reads.ts';
import type { EventRow } from '#server/ports/store-rows.ts';
import { type ChallengeId, parseChallengeId, parseWorkId } from '#shared/base/ids.ts';
import { type FrontierRecord, holdersOf } from '#shared/records/attempt.ts';
import type { Challenge, ChallengeState } from '#shared/records/challenge.ts';
import type { DailyNews, DayGate, DayLaurel, DayResult, NewsDay } from '#shared/records/news-day.ts';

const DAYS = 7;
const DAY_MS = 86_400_000;
/** Lines of a kind that are looked at, and of each list that are told of one day. */
const MOST_LINES = 1_000;
const MOST_TOLD = 30;
const MOST_TITLES = 4;
const EVERY = 1_000_000;

/** What the host took out of sight, or what counts no longer, is no news. */
const UNTOLD: readonly ChallengeState[] = ['hidden', 'invalidated'];

const firstSchema = z.object({ challenge: z.string(), attempt: z.string(), name: z.string() });
const recordSchema = z.object({ attempt: z.string() });
const stepSchema = z.object({ to: z.string() });

type NewsOf<T> = T & { readonly atMs: number };

/** Everything of the last days, read once for all who ask until something changes. */
export interface Chronicle {
  readonly laurels: readonly NewsOf<DayLaurel>[];
  readonly firsts: readonly NewsOf<DayResult>[];
  readonly opened: readonly NewsOf<DayGate>[];
  readonly closed: readonly NewsOf<DayGate>[];
  readonly works: readonly { readonly title: string; readonly atMs: number }[];
  readonly taught: readonly NewsOf<DayResult>[];
}

/** The chronicle by days, as the clock stands now. */
export function dailyNews(all: Chronicle, nowMs: number): DailyNews {
  const days = Array.from({ length: DAYS }, (_, back) => dayOf(nowMs - back * DAY_MS));
  return { today: days[0] ?? dayOf(nowMs), days: days.map((day) => newsOn(day, all)).filter(isEventful) };
}

/** Reads the chronicle: newest first. */
export async function chronicle(store: StoreReads, clock: Clock): Promise<Chronicle> {
  const sinceMs = clock() - DAYS * DAY_MS;
  const book = new Book(store);
  const lines = async (kind: string) =>
    (await store.eventsOfKind(kind, MOST_LINES)).filter(({ atMs }) => atMs >= sinceMs);
  return {
    laurels: await gathered(await lines('record'), (line) => book.laurel(line)),
    firsts: await gathered(await lines('first'), (line) => book.first(line)),
    opened: await gathered(await lines('opened'), (line) => book.gate(line)),
    closed: await gathered(await lines('closed'), (line) => book.gate(line)),
    works: await gathered(await lines('made'), (line) => book.work(line)),
    taught: await book.taught(sinceMs),
  };
}

/** Looks up what lines of the history are about, each challenge once. */
class Book {
  readonly #store: StoreReads;
  readonly #challenges = new Map<ChallengeId, Promise<Challenge | null>>();
  readonly #records = new Map<ChallengeId, Promise<readonly FrontierRecord[]>>();

  constructor(store: StoreReads) {
    this.#store = store;
  }

  async laurel({ subject, body, atMs }: EventRow): Promise<NewsOf<DayLaurel> | null> {
    const said = recordSchema.safeParse(parsed(body));
    const id = parseChallengeId(subject);
    const challenge = await this.#challenge(id);
    if (!said.success || challenge === null) return null;
    // As it stands today: a record that was taken back is no news any more.
    const record = (await this.#recordsOf(id)).find(({ attempt }) => attempt === said.data.attempt);
    if (record?.laurel !== true) return null;
    const { attempt, value, unit } = record;
    return { challenge: id, title: challenge.title, who: holdersOf(record), attempt, value, unit, atMs };
  }

  async first({ subject, body, atMs }: EventRow): Promise<NewsOf<DayResult> | null> {
    const said = firstSchema.safeParse(parsed(body));
    if (!said.success) return null;
    const { attempt, name } = said.data;
    const challenge = await this.#challenge(parseChallengeId(said.data.challenge));
    if (challenge === null) return null;
    return { challenge: challenge.id, title: challenge.title, who: [{ address: subject, name }], attempt, atMs };
  }

  async gate({ subject, body, atMs }: EventRow): Promise<NewsOf<DayGate> | null> {
    const said = stepSchema.safeParse(parsed(body));
    const challenge = await this.#challenge(parseChallengeId(subject));
    if (!said.success || challenge === null || said.data.to === 'rejected') return null;
    return { challenge: challenge.id, title: challenge.title, unsolved: said.data.to === 'frontier', atMs };
  }

  async work({ subject, atMs }: EventRow): Promise<{ readonly title: string; readonly atMs: number } | null> {
    const work = await this.#store.work(parseWorkId(subject));
    return work === null || work.hidden ? null : { title: work.title, atMs };
  }

  /** Names only of those who hold the record that the lesson is: who gave it beside that is their own affair. */
  async taught(sinceMs: number): Promise<readonly NewsOf<DayResult>[]> {
    const lessons = (await this.#store.lessons({ limit: EVERY })).filter(({ learntAtMs }) => learntAtMs >= sinceMs);
    const told: NewsOf<DayResult>[] = [];
    for (const { challenge: id, attempt, learntAtMs } of lessons.reverse()) {
      const challenge = await this.#challenge(id);
      if (challenge === null) continue;
      const record = (await this.#recordsOf(id)).find((other) => other.attempt === attempt);
      const who = record === undefined ? [] : holdersOf(record);
      told.push({ challenge: id, title: challenge.title, who, attempt: null, atMs: learntAtMs });
    }
    return told;
  }

  async #challenge(id: ChallengeId): Promise<Challenge | null> {
    const asked = this.#challenges.get(id) ?? this.#store.challenge(id);
    this.#challenges.set(id, asked);
    const challenge = await asked;
    return challenge === null || UNTOLD.includes(challenge.state) ? null : challenge;
  }

  #recordsOf(id: ChallengeId): Promise<readonly FrontierRecord[]> {
    const asked = this.#records.get(id) ?? this.#store.records({ challenge: id, limit: EVERY });
    this.#records.set(id, asked);
    return asked;
  }
}

function newsOn(day: string, all: Chronicle): NewsDay {
  const on = <T extends { readonly atMs: number }>(list: readonly T[]) =>
    list.filter(({ atMs }) => dayOf(atMs) === day);
  const told = <T extends { readonly atMs: number }>(list: readonly T[]) =>
    on(list)
      .slice(0, MOST_TOLD)
      .map(({ atMs: _moment, ...rest }) => rest);
  const works = on(all.works);
  return {
    day,
    laurels: told(all.laurels),
    firsts: told(all.firsts),
    opened: told(all.opened),
    closed: told(all.closed),
    works: { count: works.length, titles: works.slice(0, MOST_TITLES).map(({ title }) => title) },
    taught: lessonsByChallenge(on(all.taught)),
  };
}

function lessonsByChallenge(lessons: readonly DayResult[]): NewsDay['taught'] {
  const byChallenge = new Map<string, NewsDay['taught'][number]>();
  for (const { challenge, title, who } of lessons) {
    const known = byChallenge.get(challenge) ?? { challenge, title, who: [], attempt: null, lessons: 0 };
    const more = who.filter(({ address }) => !known.who.some((other) => other.address === address));
    byChallenge.set(challenge, { ...known, who: [...known.who, ...more], lessons: known.lessons + 1 });
  }
  return [...byChallenge.values()].slice(0, MOST_TOLD);
}

function isEventful({ laurels, firsts, opened, closed, works, taught }: NewsDay): boolean {
  return [laurels, firsts, opened, closed, taught].some(({ length }) => length > 0) || works.count > 0;
}

async function gathered<T>(
  lines: readonly EventRow[],
  read: (line: EventRow) => Promise<T | null>,
): Promise<readonly T[]> {
  const found: T[] = [];
  for (const line of lines) {
    const told = await read(line);
    if (told !== null) found.push(told);
  }
  return found;
}

/** Lines of the first release are no JSON. */
function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return null;
  }
}

function dayOf(atMs: number): string {
  return new Date(atMs).toISOString().slice(0, 10);
}
