/** Colyseus' client asks the browser's storage for a token that we never use, and breaks where storage is blocked. */

const EMPTY = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };

/**
 * Gives it an empty storage by the one way that it looks before the browser's own: that of the Cocos engine.
 * To be called before its client is made.
 * @see node_modules/@colyseus/sdk/build/Storage.mjs
 */
export function keepLibraryFromStorage(scope: object = globalThis): void {
  Reflect.set(scope, 'cc', { sys: { localStorage: EMPTY } });
}
