/** What a browser must be able to do, found out before anything is fetched for it. */

/** Why the world cannot be drawn here. */
export type PictureProblem = { readonly kind: 'no-webgl' } | { readonly kind: 'broken'; readonly reason: string };

/** Null as long as nothing speaks against drawing. */
export function whyNoPicture(page: Window): Error | null {
  return 'WebGL2RenderingContext' in page ? null : new Error('no WebGL 2');
}

/** What it was once drawing was tried and failed. */
export function pictureProblem(error: unknown): PictureProblem {
  const reason = error instanceof Error ? error.message : String(error);
  return /WebGL/.test(reason) ? { kind: 'no-webgl' } : { kind: 'broken', reason };
}

/** Courses are simulated by WebAssembly. */
export function hasWebAssembly(page: Window): boolean {
  return 'WebAssembly' in page && typeof Reflect.get(page, 'WebAssembly') === 'object';
}

/** Whether the visitor asked their browser to load as little as it can. @see https://wicg.github.io/savedata/ */
export function savesData(browser: Navigator): boolean {
  const line: unknown = Reflect.get(browser, 'connection');
  return typeof line === 'object' && line !== null && Reflect.get(line, 'saveData') === true;
}
