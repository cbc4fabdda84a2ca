/** What a browser must be able to do, found out before anything is fetched for it; in English, as all of the welcome. */

const NO_WEBGL =
  'This browser cannot draw the world: it has no WebGL 2, or it is turned off. Another browser may have it.';

/** Why the world cannot be drawn here; null as long as nothing speaks against it. */
export function whyNoPicture(page: Window): string | null {
  return 'WebGL2RenderingContext' in page ? null : NO_WEBGL;
}

/** The same once drawing was tried and failed. */
export function pictureProblem(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return /WebGL/.test(reason) ? NO_WEBGL : `The world could not be drawn: ${reason}`;
}

/** Courses are simulated by WebAssembly. */
export function hasWebAssembly(page: Window): boolean {
  return 'WebAssembly' in page && typeof Reflect.get(page, 'WebAssembly') === 'object';
}
