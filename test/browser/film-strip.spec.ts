/** The first half minute of a stranger as a strip of twelve pictures, for people to look at: .cache/first-minute.jpg. */
import { mkdir } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { openTestWorld, type WorldProcess } from './support/world-process.ts';

const FRAMES = 12;
const EVERY_MS = 2_500;
const FOLDER = new URL('../../.cache/', import.meta.url).pathname;

let world: WorldProcess;

test.beforeAll(async () => {
  world = await openTestWorld();
});

test.afterAll(async () => {
  await world.close();
});

async function sheetOf(page: Page, shots: readonly Buffer[]): Promise<void> {
  const pictures = shots.map((shot) => `<img src="data:image/jpeg;base64,${shot.toString('base64')}">`).join('');
  await page.setViewportSize({ width: 1_280, height: 560 });
  await page.setContent(
    `<style>body { margin: 0; display: grid; grid-template-columns: repeat(4, 1fr); gap: 4px; background: #1d1640 }
     img { width: 100% }</style>${pictures}`,
  );
  await mkdir(FOLDER, { recursive: true });
  await page.screenshot({ path: `${FOLDER}first-minute.jpg`, type: 'jpeg', quality: 82, fullPage: true });
}

test('the first half minute shows something new in every picture @long', async ({ browser }) => {
  test.setTimeout(240_000);
  const context = await browser.newContext({ viewport: { width: 960, height: 540 } });
  const page = await context.newPage();
  const beganMs = performance.now();
  await page.goto(`${world.url}/?q=low`, { waitUntil: 'commit' });
  const shots: Buffer[] = [];
  for (let frame = 0; frame < FRAMES; frame++) {
    // A strip is made of moments: this is the one test that looks at the clock.
    await page.waitForTimeout(Math.max(0, beganMs + frame * EVERY_MS - performance.now()));
    shots.push(await page.screenshot({ type: 'jpeg', quality: 80, timeout: 60_000 }));
    const state = await page.locator('body').getAttribute('data-state');
    if (state === 'ready' && frame > 0) await page.getByRole('button', { name: 'Walk in' }).click();
    // Once inside the stranger walks ahead, as strangers do.
    if (state === 'walking') await page.keyboard.down('KeyW');
  }
  await page.keyboard.up('KeyW');
  await expect(page.locator('body')).toHaveAttribute('data-state', /walking|course|bench/);
  expect(new Set(shots.map((shot) => shot.toString('base64'))).size).toBe(FRAMES);
  await sheetOf(await context.newPage(), shots);
  await context.close();
});
