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
