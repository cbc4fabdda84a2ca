/** What `browser.mjs` gives; it is plain JavaScript because it runs before anything is installed. */

/** What to do when there is none and none may be installed. */
export declare const BROWSER_ADVICE: string;
/** The program of a Chrome or Chromium that is here, or null. */
export declare function findBrowser(): string | null;
