import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { testWorld } from '#test/support/world.ts';

/** The first line that comes back when a connection asks to become a WebSocket at `target`. */
function upgrade(port: number, target: string): Promise<string> {
  const asks = [
    `GET ${target} HTTP/1.1`,
    'Host: localhost',
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${Buffer.alloc(16).toString('base64')}`,
  ];
  return new Promise((resolve, reject) => {
    const socket = connect(port, 'localhost', () => socket.write(`${asks.join('\r\n')}\r\n\r\n`));
    socket.on('error', reject);
    socket.once('data', (answer) => {
      resolve(String(answer).split('\r\n')[0] ?? '');
      socket.destroy();
    });
  });
}

test('an upgrade to no room of ours never reaches the room library, and a flood of them is cut', async () => {
  const world = await testWorld();
  for (const target of ['*:99999/', '*', 'http://[/', '/', '//', '/world', '/a/b/c?sessionId=1', '/a%/b?sessionId=1'])
    expect(await upgrade(world.port, target), target).toBe('HTTP/1.1 404 Not Found');
  expect(await upgrade(world.port, '/process/room?sessionId=1')).toBe('HTTP/1.1 101 Switching Protocols');
  const flood = await Promise.all(Array.from({ length: 70 }, () => upgrade(world.port, '/nowhere')));
  expect(flood.filter((line) => line === 'HTTP/1.1 429 Too Many Requests').length).toBeGreaterThan(5);
  expect(world.counts.all()).toMatchObject({ 'http.limit': expect.any(Number), 'http.target': expect.any(Number) });
});
