/** People of the motion bench who come in by the real client library and walk about in real time. */
import { Client, type Room } from '@colyseus/sdk';
import { Rng } from '#shared/base/rng.ts';
import { STROLL_HZ } from '#shared/physics/stroll.ts';
import { PROTOCOL_VERSION } from '#shared/protocol/version.ts';
import { type MoveInput, WorldState } from '#shared/protocol/world-state.ts';
import { Wanderer } from './motion-wanderer.ts';

type Joined = Room<unknown, WorldState>;

/** One of them, and what came to them. */
export interface Walker {
  bytes: number;
  patches: number;
  /** The server's stamps of the first and the last patch, ms. */
  firstMs: number;
  lastMs: number;
  /** Others who moved since the counting began. */
  seen(): number;
  /** Counts from now on. */
  count(): void;
  leave(): Promise<unknown>;
}

/** Comes in and walks until `leave`. */
export async function walkAbout(url: string, token: string, index: number): Promise<Walker> {
  const room: Joined = await new Client(url).joinOrCreate<WorldState>(
    'world',
    { token, protocol: PROTOCOL_VERSION },
    WorldState,
  );
  room.onMessage('*', () => undefined);
  room.reconnection.enabled = false;
  const input = room.input<MoveInput>({ mode: 'reliable' });
  const hands = new Wanderer(new Rng(`walker ${index}`));
  const timer = setInterval(() => {
    const own = room.state.avatars.get(room.sessionId);
    input.data.keys = hands.keys(performance.now(), own ?? { x: 0, z: 0 });
    input.send();
  }, 1_000 / STROLL_HZ);
  let places = new Map<string, number>();
  const walker: Walker = {
    ...{ bytes: 0, patches: 0, firstMs: 0, lastMs: 0 },
    seen: () =>
      [...room.state.avatars].filter(([session, { machine, x }]) => !machine && places.get(session) !== x).length,
    count() {
      Object.assign(walker, { bytes: 0, patches: 0 });
      places = new Map([...room.state.avatars].map(([session, { x }]) => [session, x]));
    },
    leave() {
      clearInterval(timer);
      return room.leave();
    },
  };
  room.onStateChange(() => {
    walker.lastMs = room.clock.lastServerTime();
    if (walker.patches++ === 0) walker.firstMs = walker.lastMs;
  });
  countBytes(room, (bytes) => {
    walker.bytes += bytes;
  });
  return walker;
}

/** What arrives in the socket below the library, before it is read. */
function countBytes(room: Joined, add: (bytes: number) => void): void {
  const socket: unknown = Reflect.get(room.connection.transport, 'ws');
  if (!(socket instanceof EventTarget)) return;
  socket.addEventListener('message', (event) => {
    const data: unknown = Reflect.get(event, 'data');
    if (data instanceof ArrayBuffer) add(data.byteLength);
  });
}
