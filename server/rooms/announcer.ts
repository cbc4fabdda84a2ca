/** The announcer of this process: what was settled is told at once to everyone who listens. */
import type { Announcer } from '#server/ports/announcer.ts';
import type { ServerMessages } from '#shared/protocol/messages.ts';
import type { Challenge } from '#shared/records/challenge.ts';
import type { Work } from '#shared/records/work.ts';

/** Tells every room. A listener that throws must not keep the others from hearing, so errors go to `onError`. */
export class RoomAnnouncer implements Announcer {
  readonly #listeners = new Set<Announcer>();
  readonly #onError: (error: unknown) => void;

  constructor(onError: (error: unknown) => void = () => undefined) {
    this.#onError = onError;
  }

  /** Listens until the returned function is called. */
  subscribe(listener: Announcer): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  news(news: ServerMessages['news']): void {
    this.#tell((listener) => listener.news(news));
  }

  challengeChanged(challenge: Challenge): void {
    this.#tell((listener) => listener.challengeChanged(challenge));
  }

  workChanged(work: Work): void {
    this.#tell((listener) => listener.workChanged(work));
  }

  #tell(say: (listener: Announcer) => void): void {
    for (const listener of this.#listeners) {
      try {
        say(listener);
      } catch (error) {
        this.#onError(error);
      }
    }
  }
}
