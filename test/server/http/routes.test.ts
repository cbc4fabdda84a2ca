import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, request } from 'node:http';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import express from 'express';
import { expect, onTestFinished, test } from 'vitest';
import { FOUNDERS } from '#content/world/automata.ts';
import { clientFiles } from '#server/http/client-files.ts';
import { networkOf } from '#server/http/visitor.ts';
import type { World } from '#server/world.ts';
import { parseChallengeId } from '#shared/base/ids.ts';
import { decodeTape, encodeTape } from '#shared/physics/tape.ts';
import { PROTOCOL_VERSION } from '#shared/protocol/version.ts';
import { scratchFolder } from '#test/support/scratch.ts';
import { madeCourse, testWorld, visitor } from '#test/support/world.ts';

async function get(world: World, path: string, headers: Record<string, string> = {}) {
  const response = await fetch(`http://localhost:${world.port}${path}`, { headers });
  return { status: response.status, headers: response.headers, body: (await response.json()) as unknown };
}

/** A request below `fetch`, which would tidy it up. */
function raw(port: number, method: string, path: string, headers: Record<string, string>, body = ''): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = request({ port, method, path, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      response.on('end', () => resolve(`${response.statusCode} ${text}`));
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

test('everybody may read the world, and never the witness', async () => {
  const world = await testWorld();
  const ann = await visitor(world, 'Ann');
  const { intent, witness } = await madeCourse(world, 'read');
  const published = await world.door.submit(ann.person, intent);
  const id = published.accepted ? published.id : '';
  await world.tries.idle();
  expect((await get(world, '/api/health')).body).toMatchObject({ ok: true, protocol: PROTOCOL_VERSION });
  const list = await get(world, '/api/challenges');
  expect(list.body).toMatchObject([{ id, state: 'frontier', creatorName: 'Ann', hand: 'tape', records: [] }]);
  const card = await get(world, `/api/challenges/${id}`);
  expect(card.body).toMatchObject({ id, title: 'Course read' });
  const tape = witness.kind === 'tape' ? witness.bytes : '';
  expect(JSON.stringify([list.body, card.body])).not.toContain(tape);
  for (const path of ['/api/works', '/api/automata', '/api/records']) expect((await get(world, path)).status).toBe(200);
  expect((await get(world, `/api/profiles/${ann.person.address}`)).body).toMatchObject({ name: 'Ann' });
});

test('an answer that did not change is not sent again', async () => {
  const world = await testWorld();
  const first = await get(world, '/api/works');
  const tag = first.headers.get('etag') ?? '';
  expect(tag).not.toBe('');
  expect(await raw(world.port, 'GET', '/api/works', { 'if-none-match': tag })).toBe('304 ');
});

test('every answer carries the headers that keep a page safe', async () => {
  const world = await testWorld();
  const { headers } = await get(world, '/api/health');
  expect(headers.get('content-security-policy')).toContain("script-src 'self' 'wasm-unsafe-eval'");
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('access-control-allow-origin')).toBeNull();
  expect(headers.get('x-powered-by')).toBeNull();
});

test('bad requests get a code and a sentence, whatever way they take', async () => {
  const world = await testWorld();
  const large = 'x'.repeat(70_000);
  const answers: readonly (readonly [Promise<string>, string])[] = [
    [raw(world.port, 'GET', '/api/nothing', {}), '404 {"code":"http.unknown"'],
    [raw(world.port, 'GET', '/api/challenges/abc', {}), '400 {"code":"challenge.id"'],
    [raw(world.port, 'GET', `/api/challenges/${'0'.repeat(64)}`, {}), '404 {"code":"challenge.unknown"'],
    [raw(world.port, 'GET', '/api/profile', {}), '401 {"code":"session.missing"'],
    [raw(world.port, 'GET', '/api/profile', { authorization: `Bearer ${'0'.repeat(64)}` }), '401 {"code":"session'],
    [raw(world.port, 'GET', '/api/host/status', {}), '401 {"code":"session.missing"'],
    [raw(world.port, 'POST', '/api/intents', { 'content-length': '2' }, '{}'), '401 {"code":"session.missing"'],
    [raw(world.port, 'POST', '/api/intents', { 'content-length': '70000' }, large), '413 {"code":"http.too-large"'],
    [raw(world.port, 'POST', '/matchmake/join/world', { 'content-length': '70000' }, large), '413 {"code":"http.too'],
    [raw(world.port, 'POST', '/rpc', { 'transfer-encoding': 'chunked' }, '{}'), '400 {"code":"http.length"'],
    [raw(world.port, 'POST', '/api/sign-in', { 'content-length': '3' }, '{"a'), '400 {"code":"http.json"'],
    [raw(world.port, 'GET', '/api/challenges/%E0%A4%A', {}), '400 {"code":"http.malformed"'],
    [raw(world.port, 'GET', '/../../etc/passwd', {}), '404 {"code":"http.unknown"'],
    [raw(world.port, 'GET', '/%2e%2e%2fpackage.json', {}), '404 {"code":"http.unknown"'],
  ];
  for (const [answer, expected] of answers) expect((await answer).slice(0, expected.length)).toBe(expected);
});

test('one network that asks too often has to wait, whatever it says about itself', async () => {
  const world = await testWorld();
  const ask = (index: number) =>
    raw(world.port, 'POST', '/api/sign-in/nonce', { 'content-length': '0', 'x-forwarded-for': `10.0.0.${index}` });
  const answers = await Promise.all(Array.from({ length: 60 }, (_, index) => ask(index)));
  expect(answers.filter((answer) => answer.startsWith('429 {"code":"http.limit"')).length).toBeGreaterThan(10);
  expect(answers.filter((answer) => answer.startsWith('200')).length).toBeGreaterThan(10);
});

test('other spellings of a path do not go round the limits', async () => {
  const world = await testWorld();
  const ask = (path: string) => raw(world.port, 'POST', path, { 'content-length': '0' });
  expect(await ask('http://localhost/api/sign-in/nonce')).toMatch(/^400 \{"code":"http.target"/);
  expect(await ask('//api/sign-in/nonce')).toMatch(/^400 \{"code":"http.target"/);
  expect(await ask('/API/sign-in/nonce')).toMatch(/^404 /);
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, i) => ask(i % 2 ? '/api/Sign-In/nonce' : '/API/sign-in/x')),
  );
  expect(answers.some((answer) => answer.startsWith('429'))).toBe(true);
  expect(await ask('/api/sign-in/nonce')).toMatch(/^429 /);
});

test('behind the host’s own proxy everybody has a limit of their own, and nobody else is believed', () => {
  const from = (peer: string, forwarded: string) =>
    ({ socket: { remoteAddress: peer }, headers: { 'x-forwarded-for': forwarded } }) as unknown as IncomingMessage;
  expect(networkOf(from('127.0.0.1', '6.6.6.6, 9.9.9.9'), '127.0.0.1')).toBe('9.9.9.9');
  expect(networkOf(from('::ffff:127.0.0.1', '9.9.9.9'), '127.0.0.1')).toBe('9.9.9.9');
  expect(networkOf(from('8.8.8.8', '9.9.9.9'), '127.0.0.1')).toBe('8.8.8.8');
  expect(networkOf(from('8.8.8.8', '9.9.9.9'), null)).toBe('8.8.8.8');
  expect(networkOf(from('2001:db8:1:2:3:4:5:6', ''), null)).toBe('2001:db8:1:2');
});

test('a batch of calls to the chain costs as much as its calls', async () => {
  const world = await testWorld();
  const call = { jsonrpc: '2.0', method: 'eth_chainId' };
  const batch = JSON.stringify(Array.from({ length: 50 }, (_, id) => ({ ...call, id })));
  const ask = () => raw(world.port, 'POST', '/rpc', { 'content-length': String(batch.length) }, batch);
  expect(await ask()).toMatch(/^200 \[\{"jsonrpc"/);
  expect(await ask()).toMatch(/^429 \{"code":"rpc.limit"/);
});

test('the host hides a work and a challenge and shows them again', async () => {
  const world = await testWorld();
  const ann = await visitor(world, 'Ann');
  const host = await visitor(world, 'Host', true);
  const { intent } = await madeCourse(world, 'hidden');
  const published = await world.door.submit(ann.person, intent);
  const id = published.accepted ? published.id : '';
  await world.tries.idle();
  const moderate = (hidden: boolean) => ({ kind: 'moderate', target: 'challenge', id, hidden });
  expect(await world.door.submit(host.person, moderate(true))).toMatchObject({ accepted: true });
  const veiled = await get(world, `/api/challenges/${id}`);
  expect(veiled.body).toMatchObject({ id, state: 'hidden', title: 'Hidden', file: { instance: null } });
  expect((await get(world, '/api/challenges')).body).toEqual([]);
  expect(await world.door.submit(host.person, moderate(false))).toMatchObject({ accepted: true });
  expect((await get(world, `/api/challenges/${id}`)).body).toMatchObject({ state: 'frontier' });
});

test('metadata of works, laurels and automata is there for wallets', async () => {
  const world = await testWorld();
  await expect.poll(() => world.store.automata(), { timeout: 20_000 }).toHaveLength(FOUNDERS.length);
  const [first] = await world.store.automata();
  const { body } = await get(world, `/api/metadata/automata/${first?.id}`);
  expect(body).toMatchObject({ name: first?.name, description: first?.motto });
  expect((await get(world, `/api/metadata/laurels/0x${'0'.repeat(64)}`)).body).toMatchObject({
    code: 'laurel.unknown',
  });
  expect((await get(world, `/api/metadata/works/${'0'.repeat(64)}`)).body).toMatchObject({ code: 'work.unknown' });
});

test('a built client is handed out packed, cached and by its three pages', async () => {
  const folder = await scratchFolder();
  await mkdir(join(folder, 'assets'));
  const script = `export const words = ${JSON.stringify('hello '.repeat(200))};`;
  await Promise.all([
    ...['index', 'create', 'host'].map((name) => writeFile(join(folder, `${name}.html`), `<title>${name}</title>`)),
    writeFile(join(folder, 'assets', 'a-1234.js'), script),
    writeFile(join(folder, 'assets', 'a-1234.js.br'), brotliCompressSync(script)),
    writeFile(join(folder, 'assets', 'a-1234.js.gz'), gzipSync(script)),
  ]);
  const server = createServer(express().use(await clientFiles(folder))).listen(0);
  onTestFinished(() => {
    server.close();
  });
  const address = server.address();
  const base = `http://localhost:${typeof address === 'object' && address !== null ? address.port : 0}`;
  for (const [path, title] of [
    ['/', 'index'],
    ['/create', 'create'],
    ['/create/', 'create'],
    ['/host', 'host'],
  ]) {
    const page = await fetch(base + path);
    expect(await page.text()).toBe(`<title>${title}</title>`);
    expect(page.headers.get('cache-control')).toBe('no-cache');
  }
  for (const encoding of ['br', 'gzip', 'identity']) {
    const answer = await fetch(`${base}/assets/a-1234.js`, { headers: { 'accept-encoding': encoding } });
    expect(answer.headers.get('content-encoding') ?? 'identity').toBe(encoding);
    expect(answer.headers.get('content-type')).toContain('javascript');
    expect(answer.headers.get('cache-control')).toContain('immutable');
    expect(await answer.text()).toBe(script);
  }
  expect((await fetch(`${base}/assets/a-1234.js.gz`)).status).toBe(404);
  expect((await fetch(`${base}/assets/../../x`)).status).toBe(404);
});

test('who asks hears which of their own attempts was the best, and nobody else hears of it', async () => {
  const world = await testWorld();
  const ann = await visitor(world, 'Ann');
  const { intent, witness } = await madeCourse(world, 'own best');
  const published = await world.door.submit(ann.person, intent);
  const challenge = parseChallengeId(published.accepted ? published.id : '');
  await world.tries.idle();
  const [bo, cleo] = await Promise.all([visitor(world, 'Bo'), visitor(world, 'Cleo')]);
  const path = `/api/challenges/${challenge}/own-best`;
  const asking = ({ token }: { readonly token: string }) => get(world, path, { authorization: `Bearer ${token}` });
  expect((await get(world, path)).status).toBe(401);
  expect((await asking(bo)).body).toEqual({ attempt: null });
  if (witness.kind !== 'tape') throw new Error('a course for one has one tape');
  const inputs = decodeTape(witness.bytes, 100_000);
  // Somebody who first looks around for half a second.
  const late = { kind: 'tape' as const, bytes: encodeTape(Uint8Array.from([...new Uint8Array(30), ...inputs])) };
  const slow = await world.door.submit(bo.person, { kind: 'attempt', challenge, payload: late });
  expect((await asking(bo)).body).toEqual({ attempt: slow.accepted ? slow.id : '' });
  const quick = await world.door.submit(bo.person, { kind: 'attempt', challenge, payload: witness });
  expect((await asking(bo)).body).toEqual({ attempt: quick.accepted ? quick.id : '' });
  expect((await asking(cleo)).body).toEqual({ attempt: null });
});

test('an attempt is shown to everybody, and no longer once the host has hidden its challenge', async () => {
  const world = await testWorld();
  const ann = await visitor(world, 'Ann');
  const host = await visitor(world, 'Host', true);
  const { intent, witness } = await madeCourse(world, 'watched');
  const published = await world.door.submit(ann.person, intent);
  const challenge = parseChallengeId(published.accepted ? published.id : '');
  await world.tries.idle();
  const bo = await visitor(world, 'Bo');
  const made = await world.door.submit(bo.person, { kind: 'attempt', challenge, payload: witness });
  const id = made.accepted ? made.id : '';
  expect(await get(world, `/api/attempts/${id}`)).toMatchObject({ status: 200, body: { id, actor: { name: 'Bo' } } });
  await world.door.submit(host.person, { kind: 'moderate', target: 'challenge', id: challenge, hidden: true });
  expect(await get(world, `/api/attempts/${id}`)).toMatchObject({ status: 403, body: { code: 'attempt.hidden' } });
  expect(await get(world, `/api/attempts/${'0'.repeat(64)}`)).toMatchObject({ status: 404 });
});
