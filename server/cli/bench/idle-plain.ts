/** The baseline of the idle bench: a bare Express and WebSocket server that knows nothing of a world. */
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import { WebSocketTransport } from '@colyseus/ws-transport';
import express from 'express';

const http = createServer(express().get('/', (_request, response) => response.send('hello')));
const transport = new WebSocketTransport({ server: http });

transport.listen(0, undefined, undefined, () => process.stdout.write('open\n'));
createInterface({ input: process.stdin })
  .on('line', () => {
    const { user, system } = process.cpuUsage();
    process.stdout.write(`${JSON.stringify({ rss: process.memoryUsage.rss(), cpuSeconds: (user + system) / 1e6 })}\n`);
  })
  .on('close', () => process.exit(0));
