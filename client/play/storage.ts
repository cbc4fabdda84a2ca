/** The browser's memory, where it allows one. */

/** `localStorage`, or null in windows that keep nothing. */
export function browserStorage(): Storage | null {
  try {
    const storage = window.localStorage;
    storage.getItem('dimension.probe');
    return storage;
  } catch {
    // Some browsers throw on the very property when storage is turned off.
    return null;
  }
}

/** Kept text as names and values; empty where it is none. */
export function readKept(text: string | null): ReadonlyMap<string, unknown> {
  try {
    const raw: unknown = JSON.parse(text ?? '{}');
    return new Map(typeof raw === 'object' && raw !== null ? Object.entries(raw) : []);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return new Map();
  }
}
