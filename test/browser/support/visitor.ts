/** A visitor's hands on the play page: walks in, walks to places, reads what the page itself knows. */
import { type Browser, type BrowserContextOptions, expect, type Page } from '@playwright/test';
import { SETTINGS_KEY } from '#client/play/settings.ts';
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

/** Holds W and steers until `arrived`; then lets go. */
export async function walkTowards(
  page: Page,
  to: { readonly x: number; readonly z: number },
  arrived: () => Promise<boolean>,
): Promise<void> {
  await page.locator('canvas').first().focus();
  await page.keyboard.down('KeyW');
  try {
    await expect
      .poll(
        async () => {
          await face(page, to);
          return arrived();
        },
        { intervals: [100], timeout: 60_000 },
      )
      .toBe(true);
  } finally {
    await page.keyboard.up('KeyW');
  }
}

/** Holds W and steers after somebody until `arrived`; then lets go. */
export async function runAfter(page: Page, name: string, arrived: () => Promise<boolean>): Promise<void> {
  await page.locator('canvas').first().focus();
  await page.keyboard.down('KeyW');
  try {
    await expect
      .poll(
        async () => {
          const { others } = await look(page);
          const leader = others.find((other) => other.name === name);
          if (leader !== undefined) await face(page, leader);
          return arrived();
        },
        { intervals: [100], timeout: 90_000 },
      )
      .toBe(true);
  } finally {
    await page.keyboard.up('KeyW');
  }
}
