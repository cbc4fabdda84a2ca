/** Somebody who comes in by the page's own client, without a page: for who only listens, speaks or plays a tape. */
import { Api } from '#client/net/api.ts';
import { openGuestKey } from '#client/net/guest-key.ts';
import { memoryKeyStore } from '#client/net/key-store.ts';
import { signIn } from '#client/net/sign-in.ts';
import { joinWorld, type WorldClient } from '#client/net/world-client.ts';

/** Comes in under that name. */
export async function comeInWithoutPage(url: string, name: string): Promise<WorldClient> {
  const key = await openGuestKey(memoryKeyStore());
  const session = await signIn({ api: new Api(url), key, name, origin: url });
  return joinWorld({ url, token: async () => session.token });
}
