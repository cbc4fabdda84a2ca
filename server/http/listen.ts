/** Opens the one port of the world: Express routes and Colyseus rooms on the same HTTP server. */
import { createServer } from 'node:http';
import { defineRoom, defineServer, type Room } from '@colyseus/core';
import { WebSocketTransport } from '@colyseus/ws-transport';
import { DimensionError } from '#shared/base/errors.ts';
import { guardRequests } from './guard.ts';
import { guardUpgrades } from './guard-upgrades.ts';
import { mountRoutes } from './mount.ts';
import type { HttpNeeds } from './needs.ts';

/** A port that is open. */
export interface Listening {
  readonly port: number;
  /** Closes rooms, then connections; people are told that the world restarts. */
  close(): Promise<void>;
}

/** Where Colyseus' own words go. */
export interface ColyseusLog {
  debug(...words: readonly unknown[]): void;
  info(...words: readonly unknown[]): void;
  warn(...words: readonly unknown[]): void;
  error(...words: readonly unknown[]): void;
  trace(...words: readonly unknown[]): void;
}

/**
 * @param port 0 takes any free one
 * @throws DimensionError `http.port` when the port is taken or forbidden
 */
export async function listen(
  port: number,
  World: new () => Room,
  needs: HttpNeeds & { readonly colyseusLog: ColyseusLog },
): Promise<Listening> {
  const http = createServer({ requestTimeout: 30_000, headersTimeout: 15_000, keepAliveTimeout: 20_000 });
  const transport = new WebSocketTransport({ server: http, maxPayload: 4_096 });
  const server = defineServer({
    rooms: { world: defineRoom(World) },
    transport,
    greet: false,
    gracefullyShutdown: false,
    logger: needs.colyseusLog,
    express: (app) => mountRoutes(app, needs),
  });
  try {
    await server.listen(port);
  } catch (cause) {
    throw new DimensionError(
      'http.port',
      `The port ${port} cannot be opened; is another world running?`,
      { port },
      cause,
    );
  }
  guardRequests(http, needs);
  guardUpgrades(http, needs);
  const address = http.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    async close() {
      await server.gracefullyShutdown(false);
      http.closeAllConnections();
    },
  };
}
