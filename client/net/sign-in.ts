/** Coming in: the guest key signs one EIP-4361 text, the server answers with a bearer token. */
import type { Session } from '#shared/protocol/routes.ts';
import { signInText } from '#shared/protocol/sign-in.ts';
import type { Api } from './api.ts';
import type { GuestKey } from './guest-key.ts';

/** What signing in takes. */
export interface SignIn {
  readonly api: Pick<Api, 'nonce' | 'signIn'>;
  readonly key: Pick<GuestKey, 'address' | 'sign'>;
  readonly name: string;
  /** The one-time word of the link printed at start. */
  readonly hostWord?: string;
  /** The page's own origin. */
  readonly origin?: string;
}

/**
 * The times of the text are the server's own: whoever's clock is wrong comes in all the same.
 * @throws DimensionError with the server's code and sentence
 */
export async function signIn({ api, key, name, hostWord, origin = location.origin }: SignIn): Promise<Session> {
  const { nonce, chainId, expiresInMs, nowMs } = await api.nonce();
  const message = signInText({
    domain: new URL(origin).host,
    address: key.address,
    uri: origin,
    chainId,
    nonce,
    issuedAt: new Date(nowMs).toISOString(),
    expirationTime: new Date(nowMs + expiresInMs).toISOString(),
  });
  const signature = key.sign(message);
  return api.signIn({ message, signature, name, ...(hostWord === undefined ? {} : { hostWord }) });
}
