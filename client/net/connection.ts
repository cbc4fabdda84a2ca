/** The connection to the room: comes back by itself after a drop, sleep or a restart of the server, and says so. */
import { Client, type Room } from '@colyseus/sdk';
import { DimensionError } from '#shared/base/errors.ts';
import { PROTOCOL_VERSION } from '#shared/protocol/version.ts';
import { CLOSED_FOR_GOOD, type ClosedForGood } from '#shared/protocol/wire.ts';
import { WorldState } from '#shared/protocol/world-state.ts';
import { backOffMs } from './back-off.ts';
import { Listeners } from './signal.ts';

export type WorldRoom = Room<unknown, WorldState>;

/** How the connection is, in one word and one plain sentence. */
export interface Status {
  readonly kind: 'connected' | 'reconnecting' | 'lost';
  readonly sentence: string;
}

/** What connecting takes. */
export interface ConnectionNeeds {
  /** Origin of the server, http or https. */
  readonly url: string;
  /** The bearer token; asked again with `fresh` when the server no longer knows the last one. */
  readonly token: (fresh: boolean) => Promise<string>;
  /** A room is joined: `returned` is true when the server kept the same session for us. */
  readonly onRoom: (room: WorldRoom, returned: boolean) => void;
}

/** Nothing at all for this long means that the line is dead although nobody closed it, ms. */
const SILENT_MS = 7_000;
/** A frame counts as at most this much silence: what arrived while the page stood still is only read after it, ms. */
const FRAME_MS = 250;
/** One try to join takes at most this long, ms. */
const TRY_MS = 12_000;
const CONSENTED = 4000;
const CONNECTED: Status = { kind: 'connected', sentence: 'Connected.' };

/** Holds one room at a time. */
export class Connection {
  readonly #needs: ConnectionNeeds;
  readonly #client: Client;
  readonly #statuses = new Listeners<Status>();
  #status: Status = { kind: 'reconnecting', sentence: 'Coming in.' };
  #room: WorldRoom | null = null;
  #silentMs = 0;
  #watchedAtMs = 0;
  #closed = false;

  constructor(needs: ConnectionNeeds) {
    this.#needs = needs;
    this.#client = new Client(needs.url);
  }

  get status(): Status {
    return this.#status;
  }

  /** The room, while the connection stands. */
  get room(): WorldRoom | null {
    return this.#status.kind === 'connected' ? this.#room : null;
  }

  onStatus(listener: (status: Status) => void): () => void {
    return this.#statuses.on(listener);
  }

  /** The first join; rejects with the server's reason when it refuses. @throws DimensionError `join.*`, `sign-in.*` */
  async open(): Promise<void> {
    try {
      this.#take(await inTime(this.#join(false, null)), false);
    } catch (error) {
      const reason = reasonOf(error);
      if (!reason.code.startsWith('sign-in.')) throw reason;
      // The token is one of an earlier day: a fresh one is worth one more try.
      this.#take(await inTime(this.#join(true, null)).catch((again) => Promise.reject(reasonOf(again))), false);
    }
  }

  /** Called every frame: a line that is silent for too long is given up, so that a new one is tried. */
  watch(nowMs: number): void {
    const sinceMs = Math.min(FRAME_MS, Math.max(0, nowMs - this.#watchedAtMs));
    this.#watchedAtMs = nowMs;
    if (this.#status.kind !== 'connected') return;
    this.#silentMs += sinceMs;
    if (this.#silentMs < SILENT_MS) return;
    this.#silentMs = 0;
    this.#room?.connection.close();
  }

  /** Leaves for good. */
  async close(): Promise<void> {
    this.#closed = true;
    const room = this.room;
    this.#set({ kind: 'lost', sentence: 'You have left.' });
    await room?.leave();
  }

  /** @param returning the session that was lost, when nobody asked for this join */
  #join(fresh: boolean, returning: string | null): Promise<WorldRoom> {
    return this.#needs
      .token(fresh)
      .then((token) =>
        this.#client.joinOrCreate<WorldState>(
          'world',
          { token, protocol: PROTOCOL_VERSION, ...(returning === null ? {} : { returning }) },
          WorldState,
        ),
      );
  }

  #take(room: WorldRoom, returned: boolean): void {
    this.#room = room;
    // We come back ourselves, into a fresh state; the library's own way keeps what was removed meanwhile.
    room.reconnection.enabled = false;
    this.#silentMs = 0;
    room.onStateChange(() => {
      this.#silentMs = 0;
    });
    room.onError((code, message) => {
      console.warn(`The world reports: ${message ?? 'an error'} (${code}).`);
    });
    room.onLeave((code) => {
      if (room === this.#room) this.#left(code);
    });
    // What was on its way when the line broke is sent again from within: that takes a line that stands.
    this.#status = CONNECTED;
    this.#needs.onRoom(room, returned);
    this.#set(CONNECTED);
  }

  #left(code: number): void {
    if (this.#closed || code === CONSENTED) this.#set({ kind: 'lost', sentence: 'You have left.' });
    else if (isForGood(code)) this.#set({ kind: 'lost', sentence: CLOSED_FOR_GOOD[code] });
    else {
      this.#set({ kind: 'reconnecting', sentence: 'The connection broke; coming back.' });
      this.#comeBack().catch((error: unknown) => this.#set({ kind: 'lost', sentence: reasonOf(error).message }));
    }
  }

  /** Tries until it works; throws only for what trying again cannot change. */
  async #comeBack(): Promise<void> {
    const ticket = this.#room?.reconnectionToken ?? '';
    const session = this.#room?.sessionId ?? '';
    let keepsSeat = true;
    let fresh = false;
    for (let count = 0; !this.#closed; count++) {
      await new Promise((resolve) => setTimeout(resolve, backOffMs(count, Math.random())));
      try {
        const room = await inTime(
          keepsSeat ? this.#client.reconnect<WorldState>(ticket, WorldState) : this.#join(fresh, session),
        );
        return this.#take(room, keepsSeat);
      } catch (error) {
        const { code, message } = reasonOf(error);
        if (code === 'protocol.version' || code === 'join.elsewhere') throw error;
        // An answer, even a refusal, means that the server is there and that the old seat is gone.
        if (code !== 'join.away') keepsSeat = false;
        if (code.startsWith('sign-in.')) fresh = true;
        if (count > 2) this.#set({ kind: 'reconnecting', sentence: `Still trying to come back: ${message}` });
      }
    }
  }

  #set(status: Status): void {
    this.#status = status;
    this.#statuses.tell(status);
  }
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

/** A room joined too late is left again, so that nobody stands in the world twice. */
function inTime(joining: Promise<WorldRoom>): Promise<WorldRoom> {
  return new Promise((resolve, reject) => {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      reject(new DimensionError('join.away', 'The world took too long to answer.'));
    }, TRY_MS);
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

function isForGood(code: number): code is ClosedForGood {
  return Object.hasOwn(CLOSED_FOR_GOOD, code);
}
