/** A house with nothing but the room `world`, on a real server, socket and store, for tests of rooms and clients. */
import { defineRoom, defineServer, type Server } from '@colyseus/core';
import { WebSocketTransport } from '@colyseus/ws-transport';
import { openStore } from '#server/adapters/store/open-store.ts';
import { openWordFilter } from '#server/adapters/word-filter.ts';
import { StoredSessions } from '#server/door/sessions.ts';
import type { Stopwatch } from '#server/ports/clock.ts';
import type { Counts } from '#server/ports/counts.ts';
import type { Door } from '#server/ports/door.ts';
import { NO_GUIDE } from '#server/ports/guiding.ts';
import type { Bodies } from '#server/ports/presence.ts';
import type { Store } from '#server/ports/store.ts';
import { RoomAnnouncer } from '#server/rooms/announcer.ts';
import { calmLog } from '#server/rooms/calm-log.ts';
import { LiveRoomList } from '#server/rooms/live-rooms.ts';
import { makeWorldRoom } from '#server/rooms/world-room.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { type Address, parseAddress } from '#shared/base/ids.ts';

/** Counts that can be read back. */
class TestCounts implements Counts {
  readonly #codes = new Map<string, number>();
  readonly #errors: { atMs: number; code: string; sentence: string }[] = [];
  count(code: string): void {
    this.#codes.set(code, (this.#codes.get(code) ?? 0) + 1);
  }
  error(code: string, sentence: string): void {
    this.#errors.push({ atMs: Date.now(), code, sentence });
  }
  all(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#codes);
  }
  recent(): readonly { atMs: number; code: string; sentence: string }[] {
    return this.#errors;
  }
}

const CLOSED_DOOR: Door = {
  submit: () => Promise.reject(new DimensionError('test.door', 'This house has no door.')),
  submitIntent: () => Promise.reject(new DimensionError('test.door', 'This house has no door.')),
  attempt: () => Promise.reject(new DimensionError('test.door', 'This house has no door.')),
  gaveUp: () => Promise.resolve(),
};

export interface RoomHouse {
  readonly url: string;
  readonly port: number;
  readonly store: Store;
  readonly counts: TestCounts;
  readonly announcer: RoomAnnouncer;
  readonly live: LiveRoomList;
  /** What the room library would have logged. */
  readonly lines: readonly string[];
  /** Signs a person in and answers their token. */
  token(name: string): Promise<string>;
  close(): Promise<void>;
}

/** The account of a test person: the same name, the same account. */
export function accountOf(name: string): Address {
  return parseAddress(`0x${Buffer.from(name).toString('hex').padEnd(40, '0').slice(0, 40)}`);
}

/** Opens the house; `port` 0 takes any free one. */
export async function openRoomHouse(
  dataDir: string,
  options: {
    readonly port?: number;
    readonly door?: Door;
    readonly bodies?: Bodies;
    readonly stopwatch?: Stopwatch;
  } = {},
): Promise<RoomHouse> {
  const clock = () => Date.now();
  const store = await openStore({ dataDir });
  const sessions = new StoredSessions(store, clock);
  const counts = new TestCounts();
  const announcer = new RoomAnnouncer((error) => counts.error('test.announcer', String(error)));
  const live = new LiveRoomList();
  const { door = CLOSED_DOOR, bodies = { all: () => [] }, stopwatch = () => performance.now() } = options;
  const World = makeWorldRoom({
    sessions,
    door,
    store,
    announcer,
    bodies,
    guide: NO_GUIDE,
    live,
    counts,
    stopwatch,
    clock,
    filter: openWordFilter([]),
  });
  const lines: string[] = [];
  const write = (...words: readonly unknown[]) => void lines.push(words.map(String).join(' '));
  const transport = new WebSocketTransport();
  const server: Server = defineServer({
    rooms: { world: defineRoom(World) },
    transport,
    greet: false,
    gracefullyShutdown: false,
    logger: calmLog({ debug: write, info: write, warn: write, error: write, trace: write }, counts),
  });
  await server.listen(options.port ?? 0);
  const address = transport.server?.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://localhost:${port}`,
    port,
    store,
    counts,
    announcer,
    live,
    lines,
    token: (name) => sessions.begin({ kind: 'person', address: accountOf(name), name, host: false }),
    async close() {
      await server.gracefullyShutdown(false);
      await store.close();
    },
  };
}
