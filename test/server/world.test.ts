import { Client } from '@colyseus/sdk';
import { expect, onTestFinished, test } from 'vitest';
import type { World } from '#server/world.ts';
import { toBase64 } from '#shared/base/hash.ts';
import { decodeTape } from '#shared/physics/tape.ts';
import type { Reply, RunResult } from '#shared/protocol/messages.ts';
import type { ChallengeCard, Nonce, Profile, Session } from '#shared/protocol/routes.ts';
import { PROTOCOL_VERSION } from '#shared/protocol/version.ts';
import { WorldState } from '#shared/protocol/world-state.ts';
import type { Intent } from '#shared/records/intent.ts';
import type { Ruling } from '#shared/records/ruling.ts';
import { Guest } from '#test/support/guest.ts';
import { madeCourse, testWorld } from '#test/support/world.ts';

const CHUNK = 15;
const CHUNK_MS = 250;

/** Somebody who knows nothing but the address of the world. */
class Stranger {
  readonly #base: string;
  readonly #guest: Guest;
  token = '';

  constructor(world: World, name: string) {
    this.#base = `http://localhost:${world.port}`;
    this.#guest = new Guest(name);
  }

  async ask<T>(method: 'GET' | 'POST', path: string, body?: object): Promise<T> {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${this.token}` };
    const response = await fetch(this.#base + path, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return (await response.json()) as T;
  }

  async comeIn(): Promise<void> {
    const { nonce, chainId } = await this.ask<Nonce>('POST', '/api/sign-in/nonce', {});
    const domain = new URL(this.#base).host;
    const body = this.#guest.signIn({ domain, nonce, chainId, nowMs: Date.now() });
    this.token = (await this.ask<Session>('POST', '/api/sign-in', body)).token;
  }

  /** Streams the tape at the pace of play and lets it be judged. */
  async play(challenge: string, tape: Uint8Array): Promise<Reply<RunResult>> {
    const room = await new Client(this.#base).joinOrCreate<WorldState>(
      'world',
      { token: this.token, protocol: PROTOCOL_VERSION },
      WorldState,
    );
    onTestFinished(() => void room.leave());
    room.onMessage('said', () => undefined);
    room.onMessage('news', () => undefined);
    const begun: Reply<object> = await room.request('begin', { run: 1, challenge });
    expect(begun).toMatchObject({ ok: true });
    for (let from = 0; from < tape.length; from += CHUNK) {
      await new Promise((resolve) => setTimeout(resolve, CHUNK_MS));
      const bytes = toBase64(tape.subarray(from, from + CHUNK));
      const taken: Reply<object> = await room.request('ticks', { run: 1, from, bytes });
      expect(taken).toMatchObject({ ok: true });
    }
    return room.request('finish', { run: 1 });
  }
}

test('the circle turns over the wire: a stranger publishes, another plays live, and the laurel comes to stand on chain', async () => {
  const world = await testWorld();
  const maker = new Stranger(world, 'Maker');
  const player = new Stranger(world, 'Player');
  await Promise.all([maker.comeIn(), player.comeIn()]);
  const { intent, witness } = await madeCourse(world, 'circle');
  const ruling = await maker.ask<Ruling>('POST', '/api/intents', intent satisfies Intent);
  expect(ruling).toMatchObject({ accepted: true });
  await world.tries.idle();
  const [card] = await player.ask<ChallengeCard[]>('GET', '/api/challenges');
  expect(card).toMatchObject({ state: 'frontier', creatorName: 'Maker' });

  const tape = witness.kind === 'tape' ? decodeTape(witness.bytes, 7_200) : new Uint8Array();
  const result = await player.play(card?.id ?? '', tape);
  expect(result).toMatchObject({ ok: true, value: { holds: true, unit: 'tick' } });
  expect(result.ok ? result.value.laurel : null).toMatch(/^0x[0-9a-f]{64}$/);

  const profile = () => player.ask<Profile>('GET', '/api/profile');
  expect(await profile()).toMatchObject({ attempts: 1, laurels: [{ challengeTitle: 'Course circle' }] });
  await expect.poll(async () => (await profile()).laurels[0]?.state, { timeout: 20_000 }).toBe('minted');
  expect(await player.ask('GET', `/api/challenges/${card?.id}`)).toMatchObject({
    state: 'solved',
    attempts: 1,
    records: [{ holderName: 'Player', laurel: true, index: 0 }],
  });
});
