/** What `firefox.mjs` gives; it is plain JavaScript, as its likes are that run before anything is installed. */

/** A Firefox, and the Xvfb that it draws on; null where there is a screen. */
export interface FirefoxProgram {
  readonly program: string;
  readonly xvfb: string | null;
}

/** What to do when there is none and none may be installed. */
export declare const FIREFOX_ADVICE: string;
/** The Firefox that is here, or null. */
export declare function findFirefox(): FirefoxProgram | null;
/** Installs it where that surprises nobody; then as `findFirefox`. */
export declare function installFirefox(): FirefoxProgram | null;
