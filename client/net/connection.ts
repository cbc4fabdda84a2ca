/** The connection to the room: comes back by itself after a drop, sleep or a restart of the server, and says so. */
import { Client, type Room } from '@colyseus/sdk';
import { PROTOCOL_VERSION } from '#shared/protocol/version.ts';
import { CLOSED_FOR_GOOD, type ClosedForGood } from '#shared/protocol/wire.ts';
import { WorldState } from '#shared/protocol/world-state.ts';
import { backOffMs } from './back-off.ts';
import { clearTheWay, inTime, isAway, reasonOf, TRY_MS } from './joining.ts';
import { keepLibraryFromStorage } from './library-storage.ts';
import { Listeners } from './signal.ts';

export type WorldRoom = Room<unknown, WorldState>;

/** Why the connection is as it is: the page says it in its own words. */
export type StatusReason = 'standing' | 'coming-in' | 'broke' | 'trying' | 'offline' | 'left' | 'elsewhere' | 'refused';

/** How the connection is, in one word and one plain sentence. */
export interface Status {
  readonly kind: 'connected' | 'reconnecting' | 'lost';
  readonly why: StatusReason;
  readonly sentence: string;
}

/** What connecting takes. */
export interface ConnectionNeeds {
  /** Origin of the server, http or https. */
  readonly url: string;
  /** The bearer token; asked again with `fresh` when the server no longer knows the last one. */
  readonly token: (fresh: boolean) => Promise<string>;
  /** The device itself says that it has no network. */
  readonly isOffline?: () => boolean;
  /** Something hangs on the session that was lost: it is worth waiting for. Nothing does where this is left out. */
  readonly needsSeat?: () => boolean;
  /** A room is joined: `returned` is true when the server kept the same session for us. */
  readonly onRoom: (room: WorldRoom, returned: boolean) => void;
}

/** Nothing at all for this long means that the line is dead although nobody closed it, ms. */
const SILENT_MS = 7_000;
/** A frame counts as at most this much silence: what arrived while the page stood still is only read after it, ms. */
const FRAME_MS = 250;
/** After a call to look, a line that stands tells something within this long, ms. */
const LOOK_MS = 2_000;
/** A server may believe this long in a line that we gave up: until then it knows our seat, but not that it is free, ms. */
const BELIEVED_MS = 10_000;
/** Between tries to get such a seat back, ms. */
const SEAT_MS = 1_000;
const CONSENTED = 4000;
const CONNECTED: Status = { kind: 'connected', why: 'standing', sentence: 'Connected.' };
const LEFT: Status = { kind: 'lost', why: 'left', sentence: 'You have left.' };
const BROKE: Status = { kind: 'reconnecting', why: 'broke', sentence: 'The connection broke; coming back.' };
const TRYING: Status = {
  kind: 'reconnecting',
  why: 'trying',
  sentence: 'Still trying to come back; the world does not answer.',
};
const OFFLINE: Status = {
  kind: 'reconnecting',
  why: 'offline',
  sentence: 'This device is offline. You come back by yourself.',
};

/** Holds one room at a time. */
export class Connection {
  readonly #needs: ConnectionNeeds;
  readonly #client: Client;
  readonly #statuses = new Listeners<Status>();
  #status: Status = { kind: 'reconnecting', why: 'coming-in', sentence: 'Coming in.' };
  #room: WorldRoom | null = null;
  #silentMs = 0;
  #watchedAtMs = 0;
  #closed = false;
  /** Ends the present wait or try on the way back. */
  #hurry: () => void = () => undefined;
  readonly #isOffline: () => boolean;

  constructor(needs: ConnectionNeeds) {
    this.#needs = needs;
    this.#isOffline = needs.isOffline ?? (() => false);
    keepLibraryFromStorage();
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
      this.#take(await inTime(this.#join(false, null), TRY_MS.each), false);
    } catch (error) {
      const reason = reasonOf(error);
      if (!reason.code.startsWith('sign-in.')) throw reason;
      // The token is one of an earlier day: a fresh one is worth one more try.
      this.#take(
        await inTime(this.#join(true, null), TRY_MS.each).catch((again) => Promise.reject(reasonOf(again))),
        false,
      );
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
    // The farewell of a dead line is not waited for.
    this.#broke('dead');
  }

  /**
   * Something happened after which the line may be another one: the device is online again, the page is seen again.
   * A line that stands has to prove it soon; on the way back nothing is waited for any longer.
   */
  look(): void {
    if (this.#status.kind === 'connected') this.#silentMs = Math.max(this.#silentMs, SILENT_MS - LOOK_MS);
    else this.#hurry();
  }

  /** Leaves for good. */
  async close(): Promise<void> {
    this.#closed = true;
    const room = this.room;
    this.#set(LEFT);
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
      if (room === this.#room && this.#status.kind === 'connected') this.#left(code);
    });
    // What was on its way when the line broke is sent again from within: that takes a line that stands.
    this.#status = CONNECTED;
    this.#needs.onRoom(room, returned);
    this.#set(CONNECTED);
  }

  #left(code: number): void {
    if (this.#closed || code === CONSENTED) this.#set(LEFT);
    else if (isForGood(code)) this.#set({ kind: 'lost', why: 'elsewhere', sentence: CLOSED_FOR_GOOD[code] });
    else this.#broke('closed');
  }

  #broke(how: 'closed' | 'dead'): void {
    this.#set(BROKE);
    this.#comeBack(how === 'dead').catch((error: unknown) =>
      this.#set({ kind: 'lost', why: 'refused', sentence: reasonOf(error).message }),
    );
  }

  /** Tries until it works; throws only for what trying again cannot change. `wasDead`: nobody closed the old line. */
  async #comeBack(wasDead: boolean): Promise<void> {
    // Until then a refusal may only mean that the server still believes in the old line.
    const believedMs = wasDead && this.#needs.needsSeat?.() === true ? BELIEVED_MS : 0;
    const believedUntilMs = performance.now() + believedMs;
    const ticket = this.#room?.reconnectionToken ?? '';
    const session = this.#room?.sessionId ?? '';
    let keepsSeat = true;
    let fresh = false;
    let waitMs = 0;
    let hangs = wasDead;
    for (let count = 1; !this.#closed; count++) {
      if (this.#isOffline()) {
        hangs = true;
        this.#set(OFFLINE);
      } else if (this.#status.why === 'offline') this.#set(BROKE);
      await this.#wait(waitMs);
      if (hangs) await clearTheWay(this.#needs.url);
      try {
        const joining = keepsSeat ? this.#client.reconnect<WorldState>(ticket, WorldState) : this.#join(fresh, session);
        const room = await inTime(joining, count === 1 ? TRY_MS.first : TRY_MS.each, (giveUp) => {
          this.#hurry = giveUp;
        });
        if (this.#closed) return void room.leave();
        return this.#take(room, keepsSeat);
      } catch (error) {
        const { code } = reasonOf(error);
        if (code === 'protocol.version' || code === 'join.elsewhere') throw error;
        waitMs = backOffMs(count, Math.random());
        hangs ||= code === 'join.slow';
        if (code.startsWith('sign-in.')) fresh = true;
        if (code === 'join.hurry') count = waitMs = 0;
        // An answer, even a refusal, means that the server is there and that the old seat is gone, or will be soon.
        else if (!isAway(code) && keepsSeat) {
          keepsSeat = performance.now() < believedUntilMs;
          waitMs = keepsSeat ? SEAT_MS : 0;
        } else if (count > 2 && !this.#isOffline()) this.#set(TRYING);
      }
    }
  }

  #wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#hurry = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #set(status: Status): void {
    this.#status = status;
    this.#statuses.tell(status);
  }
}

function isForGood(code: number): code is ClosedForGood {
  return Object.hasOwn(CLOSED_FOR_GOOD, code);
}
