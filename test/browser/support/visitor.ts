/** A visitor's hands on the play page: walks in, walks to places, reads what the page itself knows. */
import { type Browser, type BrowserContextOptions, expect, type Page } from '@playwright/test';
import { SETTINGS_KEY } from '#client/play/picture-settings.ts';
import type { GameSnapshot, TestHook } from '#client/play/test-hook.ts';

declare global {
  interface Window {
    readonly __game: TestHook;
  }
}

/**
 * Opens the play page at the tier of the tests and walks in under a name.
 * @param gate the challenge whose card opens at once, as by its link
 * @param device what the visitor holds
 * @param prepare what is done to the browser before the page is opened
 */
export async function walkIn(
  browser: Browser,
  url: string,
  name: string,
  gate?: string,
  device: BrowserContextOptions = {},
  prepare: (page: Page) => Promise<unknown> = async () => undefined,
): Promise<Page> {
  const context = await browser.newContext(device);
  const page = await context.newPage();
  await prepare(page);
  const link = gate === undefined ? '' : `&gate=${gate}`;
  await page.goto(`${url}/?q=test&test=1${link}`, { waitUntil: 'commit' });
  await page.getByLabel('Your name here').fill(name);
  await page.getByRole('button', { name: 'Walk in' }).click();
  await expect(page.locator('body[data-state="walking"]')).toBeAttached();
  return page;
}

/** Prepares a page that is not alone: where a CPU draws, two that draw all they can keep each other from starting. */
export async function drawSparingly(page: Page): Promise<void> {
  await page.addInitScript((key) => {
    if (localStorage.getItem(key) === null) localStorage.setItem(key, '{"sparing":true}');
  }, SETTINGS_KEY);
}

/** What the page knows now. */
export function look(page: Page): Promise<GameSnapshot> {
  return page.evaluate(() => window.__game.snapshot());
}

/** Turns the camera towards a place, radians about +Y with 0 looking along −Z. */
export async function face(page: Page, to: { readonly x: number; readonly z: number }): Promise<void> {
  await page.evaluate(({ x, z }) => {
    const self = window.__game.snapshot().self;
    if (self !== null) window.__game.look(Math.atan2(self.x - x, self.z - z));
  }, to);
}

/** So near to where one wants to look is near enough to walk there, radians. */
const AIMED = 0.15;

/** Turns towards a place as somebody does who has keys alone: once at most, and asks again where that leads. */
export async function faceByKeys(page: Page, to: { readonly x: number; readonly z: number }): Promise<void> {
  const { self, eye } = await look(page);
  if (self === null) return;
  const off = Math.atan2(self.x - to.x, self.z - to.z) - eye.yaw;
  const left = Math.atan2(Math.sin(off), Math.cos(off));
  if (Math.abs(left) < AIMED) return;
  // Radians a millisecond, after the gentle start.
  await page.keyboard.press(left > 0 ? 'KeyX' : 'KeyC', { delay: Math.max(40, Math.abs(left) / 0.0024) });
}

/**
 * Holds W and steers towards a place until `arrived`, around what stands in the way; then lets go.
 * @param steer how one turns towards a place
 */
export function walkTowards(
  page: Page,
  to: { readonly x: number; readonly z: number },
  arrived: () => Promise<boolean>,
  steer: typeof face = face,
): Promise<void> {
  return walk(page, () => to, arrived, 60_000, steer);
}

/** Holds W and steers after somebody until `arrived`, around what stands in the way; then lets go. */
export function runAfter(page: Page, name: string, arrived: () => Promise<boolean>): Promise<void> {
  return walk(page, ({ others }) => others.find((other) => other.name === name), arrived, 90_000);
}

type Place = { readonly x: number; readonly z: number };

async function walk(
  page: Page,
  goal: (seen: GameSnapshot) => Place | undefined,
  arrived: () => Promise<boolean>,
  timeout: number,
  steer: typeof face = face,
): Promise<void> {
  const detour = new Detour();
  await page.locator('canvas').first().focus();
  await page.keyboard.down('KeyW');
  try {
    await expect
      .poll(
        async () => {
          const seen = await look(page);
          const to = goal(seen);
          if (seen.self !== null && to !== undefined) await steer(page, detour.next(seen.self, to, performance.now()));
          return arrived();
        },
        { intervals: [100], timeout },
      )
      .toBe(true);
  } finally {
    await page.keyboard.up('KeyW');
  }
}

/** So long without a step makes one who walks see that something stands in the way, ms. */
const STUCK_MS = 800;
/** So far one then walks to the side of it, m, and at most so long, ms. */
const ASIDE_METRES = 2.5;
const ASIDE_MS = 1_500;

/** Where to walk next, as people do: straight, and past a lamp or a pedestal by its side, the other side each time. */
class Detour {
  /** Where one last got on to, and when. */
  #last = { x: Number.NaN, z: Number.NaN, atMs: 0 };
  /** Where one turned aside, and when. */
  #turned: { readonly x: number; readonly z: number; readonly atMs: number } | null = null;
  #side = 1;

  next(self: Place, to: Place, nowMs: number): Place {
    const here = { x: self.x, z: self.z, atMs: nowMs };
    if (!(metres(self, this.#last) < 0.05)) this.#last = here;
    if (this.#turned !== null) {
      if (metres(self, this.#turned) < ASIDE_METRES && nowMs - this.#turned.atMs < ASIDE_MS)
        return this.#aside(self, to);
      this.#turned = null;
      this.#last = here;
    }
    if (nowMs - this.#last.atMs < STUCK_MS) return to;
    this.#turned = here;
    this.#side = -this.#side;
    return this.#aside(self, to);
  }

  #aside(self: Place, to: Place): Place {
    const [dx, dz] = [to.x - self.x, to.z - self.z];
    return { x: self.x - this.#side * dz, z: self.z + this.#side * dx };
  }
}

function metres(a: Place, b: Place): number {
  return Math.hypot(a.x - b.x, a.z - b.z);
}
