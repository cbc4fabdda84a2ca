/** A bad way to a server: a TCP proxy that delays, shakes, stalls, swallows and cuts, WebSocket and HTTP alike. */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { Rng } from '#shared/base/rng.ts';

/** How the line is now; times one way, ms. */
export interface LineWeather {
  readonly delayMs: number;
  readonly jitterMs: number;
  /** Share of pieces that all that follows has to wait for, and how long. */
  readonly stalls: number;
  readonly stallMs: number;
}

/** A line to a server on this machine. */
export interface BadLine {
  readonly url: string;
  readonly port: number;
  /** From now on, for old and new connections. */
  weather(now: Partial<LineWeather>): void;
  /** Nothing passes any more in either direction, and nobody is told; new connections hang as well. */
  swallow(): void;
  /** As `swallow`, for the connections of this moment only: the device has another network now. */
  forsake(): void;
  /** Closes every connection; `stays` refuses new ones until `mend`. */
  cut(stays?: 'down'): void;
  /** Everything passes again. */
  mend(): void;
  close(): void;
}

const FAIR: LineWeather = { delayMs: 0, jitterMs: 0, stalls: 0, stallMs: 0 };

/** Opens a line to `port`; its chances follow from the seed. */
export async function openBadLine(port: number, seed = 'line'): Promise<BadLine> {
  const rng = new Rng(seed);
  const sockets = new Set<Socket>();
  const forsaken = new WeakSet<Socket>();
  const state = { weather: FAIR, swallows: false, isDown: false };
  const oneWay = (from: Socket, to: Socket) => {
    let freeAtMs = 0;
    // A timer each, but in the order of the line: timers of nearly the same moment may change places.
    const waiting: (() => void)[] = [];
    const later = (act: () => void) => {
      const { delayMs, jitterMs, stalls, stallMs } = state.weather;
      const lateMs = delayMs + rng.unit() * jitterMs + (rng.chance(stalls) ? stallMs : 0);
      freeAtMs = Math.max(freeAtMs, performance.now() + lateMs);
      waiting.push(act);
      setTimeout(() => waiting.shift()?.(), Math.max(0, freeAtMs - performance.now()));
    };
    const passes = () => !state.swallows && !forsaken.has(from);
    from.on('data', (piece) => later(() => passes() && to.writable && to.write(piece)));
    from.on('error', () => undefined);
    from.on('close', () => later(() => passes() && to.destroy()));
  };
  const server = createServer((near) => {
    if (state.isDown) {
      near.destroy();
      return;
    }
    const far = connect(port, 'localhost');
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
    }
    oneWay(near, far);
    oneWay(far, near);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const own = (server.address() as AddressInfo).port;
  const cut = (stays?: 'down') => {
    state.isDown = stays === 'down';
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: `http://localhost:${own}`,
    port: own,
    weather: (now) => {
      state.weather = { ...state.weather, ...now };
    },
    swallow: () => {
      state.swallows = true;
    },
    forsake: () => {
      for (const socket of sockets) forsaken.add(socket);
    },
    cut,
    mend: () => {
      state.swallows = false;
      state.isDown = false;
      state.weather = FAIR;
    },
    close: () => {
      server.close();
      cut();
    },
  };
}
