/** The records page on a real world: empty at first, then with a record that was just set, and readable by everybody. */
import { expect, test } from '@playwright/test';
import { violations } from './support/accessibility.ts';
import { playStraightCourse } from './support/live-run.ts';
import { openTestWorld, type WorldProcess } from './support/world-process.ts';

let world: WorldProcess;

test.beforeAll(async () => {
  world = await openTestWorld();
});

test.afterAll(async () => {
  await world.close();
});

test('a record that was just set stands in the feed, in the chart and on the map, by mouse and by keyboard', async ({
  browser,
}) => {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${world.url}/records`, { waitUntil: 'commit' });
  await expect(page.locator('body[data-state="ready"]')).toBeAttached();
  await expect(page.getByText('Nothing has been found yet.')).toBeVisible();
  await expect(page.locator('[data-map="1"]')).toBeVisible();
  expect(await violations(page)).toEqual([]);

  expect(await playStraightCourse(world.url, 'Dora')).toContain('laurel');
  // The page hears of it by itself.
  await expect(page.locator('[data-entry="1"]')).toContainText('Dora');
  await expect(page.locator('[data-history="1"]')).toBeVisible();
  await expect(page.getByRole('img', { name: 'Chart of One gap: 1 record.' })).toBeVisible();
  expect(await violations(page)).toEqual([]);

  // By keyboard: filters empty the map and fill it again; a line's history and certificate are reached.
  await page.getByLabel('State').focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('[data-map="0"]')).toBeVisible();
  await expect(page.getByText('No challenge fits.')).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('[data-map="1"]')).toBeVisible();
  await page.getByRole('button', { name: 'History of One gap' }).press('Enter');
  const certificate = await page.getByRole('link', { name: 'Certificate of Dora on One gap' }).getAttribute('href');
  const attempt = await page.request.get(`${world.url}${certificate}`);
  expect(await attempt.json()).toMatchObject({ actor: { name: 'Dora' }, verdict: { ok: true } });

  // The map itself, too: a mark is a link that says where it stands.
  const mark = page.getByRole('link', { name: /^One gap: solved by people\. Average machine/ });
  await mark.focus();
  await expect(page.locator('.told')).toContainText('Average person: not tried often enough yet.');
  expect(await mark.getAttribute('href')).toContain('/?gate=');

  await page.setViewportSize({ width: 375, height: 700 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
  expect(await violations(page)).toEqual([]);
  await page.context().close();
});
