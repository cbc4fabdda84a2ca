/** Every record of this world, worked out once for each state of the feed. */
import type { Store } from '#server/ports/store.ts';
import type { RecordExport } from '#shared/protocol/routes.ts';
import type { FeedHead } from '#shared/records/feed.ts';
import { nameOf, withPassedLaurels } from '#shared/records/feed-laurels.ts';
import type { FeedLine } from '#shared/records/feed-line.ts';

/** Of a longer feed the newest; the feed itself has them all. */
const MOST_LINES = 50_000;
const MOST_HIDDEN = 1_000;

/** Joins lines of a feed to records, each with where its certificate is, whether it still counts and gives a laurel. */
export function exportedRecords(lines: readonly FeedLine[]): RecordExport['records'] {
  const invalid = new Map<string, string>();
  for (const line of lines) if (line.kind === 'invalidated') invalid.set(nameOf(line, line.index), line.reason);
  return withPassedLaurels(lines)
    .filter((line) => line.kind === 'record')
    .map((line) => ({
      ...line,
      certificate: `/api/attempts/${line.attempt}`,
      invalidated: invalid.get(nameOf(line, line.index)) ?? null,
    }));
}

type Feed = Pick<Store, 'feedHead' | 'feedLines' | 'challenges'>;

/** What the host hid keeps its place and loses its title; the signed feed itself cannot be rewritten. */
export async function shownLines(lines: readonly FeedLine[], store: Feed): Promise<FeedLine[]> {
  const hidden = new Set(await hiddenOf(store));
  return lines.map((line) => (hidden.has(line.challenge) ? { ...line, title: 'Hidden' } : line));
}

async function hiddenOf(store: Feed): Promise<readonly string[]> {
  return (await store.challenges({ states: ['hidden'], limit: MOST_HIDDEN })).map(({ id }) => id);
}

/** What is worked out from the feed stays until the feed grows or the host hides something. */
export class RememberedFeed<T> {
  readonly #store: Feed;
  readonly #work: (lines: readonly FeedLine[], head: FeedHead | null) => Promise<T>;
  #mark: string | null = null;
  #value: Promise<T> | null = null;

  /** @param work gets the lines as they are shown, in order */
  constructor(store: Feed, work: (lines: readonly FeedLine[], head: FeedHead | null) => Promise<T>) {
    this.#store = store;
    this.#work = work;
  }

  async value(): Promise<T> {
    const head = await this.#store.feedHead();
    const mark = `${head?.hash ?? ''} ${(await hiddenOf(this.#store)).join(' ')}`;
    if (this.#value !== null && this.#mark === mark) return this.#value;
    const value = this.#make(head);
    this.#mark = mark;
    this.#value = value;
    // What failed is tried anew by the next who asks.
    value.catch(() => {
      if (this.#value === value) this.#value = null;
    });
    return value;
  }

  async #make(head: FeedHead | null): Promise<T> {
    const from = Math.max(1, (head?.seq ?? 0) - MOST_LINES + 1);
    const lines = await this.#store.feedLines({ from, limit: MOST_LINES });
    return this.#work(await shownLines(lines, this.#store), head);
  }
}
