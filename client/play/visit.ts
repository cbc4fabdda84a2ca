/** Coming in: the guest key signs in, the room is joined, and both are done again by themselves when the line breaks. */
import { Api } from '#client/net/api.ts';
import { accountOfKey, type GuestKey, importGuestKey, openGuestKey } from '#client/net/guest-key.ts';
import { signIn } from '#client/net/sign-in.ts';
import { joinWorld, type WorldClient } from '#client/net/world-client.ts';
import type { Session } from '#shared/protocol/routes.ts';

/** A visitor who is known to the server. */
export interface Visit {
  readonly api: Api;
  readonly key: GuestKey;
  /** As of the last sign-in. */
  session(): Session;
  /** Signs in again, as after a restart of the server. */
  renew(): Promise<void>;
}

/** Signs in with the key of this browser, made now when there is none. `onStep` names what is being done. */
export async function signInAs(
  name: string,
  onStep: (step: 'key' | 'sign-in') => void,
  hostWord?: string,
): Promise<Visit> {
  onStep('key');
  const key = await openGuestKey();
  onStep('sign-in');
  const asked = new Api(location.origin);
  const word = hostWord === undefined ? {} : { hostWord };
  let session = await signIn({ api: asked, key, name, ...word });
  const api = new Api(location.origin, () => session.token);
  return {
    api,
    key,
    session: () => session,
    renew: async () => {
      session = await signIn({ api: asked, key, name });
    },
  };
}

/** Joins the shared world; a token that the server no longer knows is signed for afresh. */
export function enterWorld(visit: Visit): Promise<WorldClient> {
  return joinWorld({
    url: location.origin,
    isOffline: () => navigator.onLine === false,
    token: async (fresh) => {
      if (!fresh) return visit.session().token;
      await visit.renew();
      return visit.session().token;
    },
  });
}

/**
 * Takes another key for this browser; a key that is not `own` only when the visitor is `sure`.
 * Answers with the other account when the visitor has to be asked first.
 * @throws DimensionError naming what is wrong with the text, or that nothing is kept here
 */
export async function takeKey(text: string, own: string, sure: boolean): Promise<string | null> {
  const account = accountOfKey(text);
  if (account !== own && !sure) return account;
  await importGuestKey(text);
  return null;
}
