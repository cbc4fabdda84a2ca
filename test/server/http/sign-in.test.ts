import { Point } from '@noble/secp256k1';
import { expect, test } from 'vitest';
import { claimHost } from '#server/door/host-word.ts';
import type { World } from '#server/world.ts';
import { fromHex, toHex } from '#shared/base/hash.ts';
import { addressOfKey } from '#shared/base/secp256k1.ts';
import type { Nonce, Session } from '#shared/protocol/routes.ts';
import type { SignInFields } from '#shared/protocol/sign-in.ts';
import { Guest } from '#test/support/guest.ts';
import { testWorld } from '#test/support/world.ts';

interface Answered {
  readonly status: number;
  readonly body: unknown;
}

async function post(world: World, path: string, body: unknown): Promise<Answered> {
  const response = await fetch(`http://localhost:${world.port}${path}`, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });
  return { status: response.status, body: await response.json() };
}

async function nonceOf(world: World): Promise<Nonce> {
  return (await post(world, '/api/sign-in/nonce', {})).body as Nonce;
}

const ann = new Guest('Ann');

/** A good body with a fresh nonce, or one spoilt before it was signed. */
async function bodyFor(world: World, guest = ann, change: Partial<SignInFields> = {}) {
  const { nonce, chainId } = await nonceOf(world);
  return guest.signIn({ domain: `localhost:${world.port}`, nonce, chainId, nowMs: Date.now() }, change);
}

test('a guest key signs in and the token opens the profile, also after a restart', async () => {
  const world = await testWorld();
  const { status, body } = await post(world, '/api/sign-in', await bodyFor(world));
  expect(status).toBe(200);
  const session = body as Session;
  expect(session).toMatchObject({ address: ann.address, name: 'Ann', host: false });
  const headers = { authorization: `Bearer ${session.token}` };
  const profile = await fetch(`http://localhost:${world.port}/api/profile`, { headers });
  expect(await profile.json()).toMatchObject({ address: ann.address, name: 'Ann', laurels: [], attempts: 0 });
  await world.close();
  const again = await testWorld({ dataDir: world.dataDir });
  const later = await fetch(`http://localhost:${again.port}/api/profile`, { headers });
  expect(later.status).toBe(200);
});

test('every wrong sign-in has its own code and gives no session', async () => {
  const world = await testWorld();
  const ben = new Guest('Ben');
  const used = await bodyFor(world);
  await post(world, '/api/sign-in', used);
  const good = await bodyFor(world);
  const bad: readonly (readonly [unknown, string])[] = [
    [used, 'sign-in.replayed'],
    ['{"message":', 'http.json'],
    [[], 'sign-in.malformed'],
    [{ ...good, name: '<b>Ann</b>' }, 'sign-in.name'],
    [{ ...good, name: 'A\u0000nn' }, 'sign-in.name'],
    [{ ...good, message: 'Let me in.' }, 'sign-in.malformed'],
    [{ ...good, message: `${good.message} ` }, 'sign-in.malformed'],
    [{ ...good, signature: '0x00' }, 'sign-in.signature'],
    [{ ...good, signature: `0x${'00'.repeat(65)}` }, 'sign-in.signature'],
    [{ ...good, signature: ben.sign(good.message) }, 'sign-in.signature'],
    [{ ...good, signature: twin(good.signature) }, 'sign-in.signature'],
    [{ ...good, hostWord: 'guessed' }, 'sign-in.host-word'],
    [await bodyFor(world, ann, { domain: 'evil.example', uri: 'http://evil.example/' }), 'sign-in.domain'],
    [await bodyFor(world, ann, { uri: 'http://evil.example/' }), 'sign-in.domain'],
    [await bodyFor(world, ann, { chainId: 1 }), 'sign-in.chain'],
    [await bodyFor(world, ann, { expirationTime: '2020-01-01T00:00:00.000Z' }), 'sign-in.expired'],
    [await bodyFor(world, ann, { issuedAt: '2099-01-01T00:00:00.000Z' }), 'sign-in.early'],
    [await bodyFor(world, ann, { nonce: 'abcdefgh12345678' }), 'sign-in.nonce-unknown'],
  ];
  for (const [body, code] of bad) {
    const before = world.counts.all()[code] ?? 0;
    const answer = await post(world, '/api/sign-in', body);
    expect(answer.body, code).toMatchObject({ code });
    expect(answer.status, code).toBe(code === 'http.json' ? 400 : 401);
    expect(world.counts.all()[code], code).toBe(before + 1);
  }
  expect(await world.store.person(ben.address)).toBeNull();
});

test('a nonce is good for five minutes', async () => {
  let nowMs = Date.now();
  const world = await testWorld({ clock: () => nowMs });
  const { nonce, chainId } = await nonceOf(world);
  nowMs += 5 * 60_000 + 1;
  const body = ann.signIn({ domain: `localhost:${world.port}`, nonce, chainId, nowMs });
  expect((await post(world, '/api/sign-in', body)).body).toMatchObject({ code: 'sign-in.nonce-expired' });
});

test('the word of the printed link makes one host, once; a token ends after thirty days', async () => {
  let nowMs = Date.now();
  const world = await testWorld({ clock: () => nowMs });
  const hostWord = new URL(world.hostLink ?? '').hash.replace('#word=', '');
  const { nonce, chainId } = await nonceOf(world);
  const domain = `localhost:${world.port}`;
  const first = await post(world, '/api/sign-in', { ...ann.signIn({ domain, nonce, chainId, nowMs }), hostWord });
  expect(first.body).toMatchObject({ host: true });
  const again = await nonceOf(world);
  const ben = new Guest('Ben').signIn({ domain, chainId, nowMs, nonce: again.nonce });
  expect((await post(world, '/api/sign-in', { ...ben, hostWord })).body).toMatchObject({ code: 'sign-in.host-word' });
  const headers = { authorization: `Bearer ${(first.body as Session).token}` };
  const status = await fetch(`http://localhost:${world.port}/api/host/status`, { headers });
  expect(await status.json()).toMatchObject({ rooms: [], pool: { waiting: 0 }, counts: { 'sign-in.host-word': 1 } });
  nowMs += 31 * 24 * 3_600_000;
  const late = await fetch(`http://localhost:${world.port}/api/host/status`, { headers });
  expect(late.status).toBe(401);
  expect(await late.json()).toMatchObject({ code: 'session.missing' });
});

test('whoever claimed the world stays its host although the session was lost, and one account keeps a dozen sessions', async () => {
  const world = await testWorld();
  const hostWord = new URL(world.hostLink ?? '').hash.replace('#word=', '');
  expect(await claimHost(world.store, hostWord, ann.address)).toBe(true);
  const tokens: string[] = [];
  for (let device = 0; device < 14; device++) {
    const { body } = await post(world, '/api/sign-in', await bodyFor(world));
    expect(body).toMatchObject({ host: true });
    tokens.push((body as Session).token);
  }
  const known = await Promise.all(tokens.map((token) => world.sessions.person(token)));
  expect(known.filter((person) => person !== null)).toHaveLength(12);
  expect(known.at(-1)).not.toBeNull();
});

/** The other signature that the same key could have made: s becomes n − s. */
function twin(signature: string): string {
  const bytes = fromHex(signature);
  const { n } = Point.CURVE();
  const s = n - BigInt(`0x${toHex(bytes.slice(32, 64))}`);
  const v = (bytes[64] ?? 27) === 27 ? '1c' : '1b';
  return `0x${toHex(bytes.slice(0, 32))}${s.toString(16).padStart(64, '0')}${v}`;
}

test('the account of a key is the one that Ethereum knows', () => {
  expect(addressOfKey(`0x${'0'.repeat(63)}1`)).toBe('0x7e5f4552091a69125d5dfcb7b8c2659029395bdf');
});
