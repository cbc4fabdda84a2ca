/** Moments at which the line may be another one: the device is online again, the page is seen or goes on again. */

/** Calls `look` at each of them, for the whole life of the page. */
export function whenWoken(page: Window, look: () => void): void {
  page.addEventListener('online', look);
  // From a cache of the browser, with everything that was open.
  page.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) look();
  });
  // After a tab slept, whether or not it is seen yet.
  page.document.addEventListener('resume', look);
  page.document.addEventListener('visibilitychange', () => {
    if (page.document.visibilityState === 'visible') look();
  });
}
