import { expect, test } from 'vitest';
import { openGuestKey } from '#client/net/guest-key.ts';
import { memoryKeyStore } from '#client/net/key-store.ts';
import { signIn } from '#client/net/sign-in.ts';
import { parseSignInText } from '#shared/protocol/sign-in.ts';

test('the times of a sign-in are the server’s, whatever the clock of the visitor says', async () => {
  const key = await openGuestKey(memoryKeyStore());
  const nowMs = Date.UTC(2031, 4, 5);
  let message = '';
  const api = {
    nonce: async () => ({ nonce: 'a'.repeat(32), chainId: 7, expiresInMs: 60_000, nowMs }),
    signIn: async (body: { readonly message: string }) => {
      message = body.message;
      return { token: 't'.repeat(16), address: key.address, name: 'Ada', host: false };
    },
  };
  await signIn({ api, key, name: 'Ada', origin: 'http://localhost:1' });
  expect(parseSignInText(message)).toMatchObject({
    issuedAt: '2031-05-05T00:00:00.000Z',
    expirationTime: '2031-05-05T00:01:00.000Z',
  });
});
