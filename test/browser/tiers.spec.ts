/**
 * What people see at each tier: every shader of it is accepted, every island is drawn within its budget, and a picture of
 * each is kept for people to look at, in .cache/pictures. The other tests draw the plain tier, which has few shaders.
 */
import { mkdir } from 'node:fs/promises';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { colourCount, tellRefusedShaders } from './support/graphics.ts';
import { openTestWorld, type WorldProcess } from './support/world-process.ts';

const FOLDER = new URL('../../.cache/pictures/', import.meta.url).pathname;
/** Here a CPU draws what people see: a picture takes seconds. */
const SLOW = { timeout: 120_000 };
const CALLS = 150;
const TRIANGLES = { low: 250_000, medium: 500_000, high: 1_600_000 } as const;
const AVATARS = 100;

type Tier = keyof typeof TRIANGLES;
type Place = readonly [number, number, number];
type View = { readonly name: string; readonly eye: Place; readonly target: Place };

const PLAZA: View = { name: 'plaza', eye: [7, 7.2, 25], target: [-1, 6.5, -20] };
/** One island after another, the last from above. */
const ISLANDS: readonly View[] = [
  PLAZA,
  { name: 'gardens', eye: [36, 8, 16], target: [56, 3.5, -2] },
  { name: 'workshops', eye: [56, 8, 84], target: [78, 3.5, 60] },
  { name: 'frontier', eye: [0, 9, 66], target: [0, 5, 108] },
  { name: 'archipelago', eye: [-70, 70, 150], target: [10, 0, 20] },
];

let world: WorldProcess;

test.beforeAll(async () => {
  world = await openTestWorld();
  await mkdir(FOLDER, { recursive: true });
});

test.afterAll(async () => {
  await world.close();
});

/** Walks in at a tier and looks at each place; answers what went wrong with shaders and scripts. */
async function lookAround(
  browser: Browser,
  tier: Tier,
  views: readonly View[],
  viewport: { readonly width: number; readonly height: number },
): Promise<readonly string[]> {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  const broken: string[] = [];
  page.on('pageerror', (error) => broken.push(String(error)));
  page.on('console', (line) => {
    if (line.type() === 'error') broken.push(line.text());
  });
  await page.addInitScript(tellRefusedShaders);
  await page.goto(`${world.url}/?q=${tier}&test=1`, { waitUntil: 'commit' });
  // By key: where pictures come slowly no button comes to rest for a click.
  await page.getByLabel('Your name here').press('Enter');
  await expect(page.locator('body[data-state="walking"]')).toBeAttached(SLOW);
  await page.evaluate((count) => window.__game.crowd(count), AVATARS - 1);
  const sheet = await context.newPage();
  for (const { name, eye, target } of views) {
    await page.evaluate(([from, to]) => window.__game.watch(from, to), [eye, target] as const);
    await page.evaluate(() => window.__game.settled());
    await checkPicture(page, sheet, tier, `${tier}-${name}-${viewport.width}`);
  }
  await context.close();
  return broken;
}

async function checkPicture(page: Page, sheet: Page, tier: Tier, name: string): Promise<void> {
  const { picture } = await page.evaluate(() => window.__game.snapshot());
  expect(picture.calls, `${name}: draw calls`).toBeLessThanOrEqual(CALLS);
  expect(picture.triangles, `${name}: triangles`).toBeLessThanOrEqual(TRIANGLES[tier]);
  await page.bringToFront();
  const shot = await page.screenshot({ path: `${FOLDER}${name}.png`, animations: 'disabled', timeout: 90_000 });
  expect(await colourCount(sheet, shot), `${name}: colours`).toBeGreaterThan(150);
}

test('the tier that most visitors begin with draws the plaza without a refused shader, within its budget', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  expect(await lookAround(browser, 'medium', [PLAZA], { width: 320, height: 180 })).toEqual([]);
});

for (const tier of ['low', 'medium', 'high'] as const)
  test(`at ${tier} every island is drawn without a refused shader, within its budget @long`, async ({ browser }) => {
    test.setTimeout(900_000);
    expect(await lookAround(browser, tier, ISLANDS, { width: 960, height: 540 })).toEqual([]);
  });

test('on a phone the plaza is drawn, too @long', async ({ browser }) => {
  test.setTimeout(600_000);
  expect(await lookAround(browser, 'low', [PLAZA], { width: 390, height: 844 })).toEqual([]);
});
