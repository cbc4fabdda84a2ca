/** Keys of one's own, captions, text size, comfort, taking pictures; thumbs on a phone. */
import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { violations } from './support/accessibility.ts';
import { look, walkIn } from './support/visitor.ts';
import { comeInWithoutPage } from './support/without-page.ts';
import { openTestWorld, type WorldProcess } from './support/world-process.ts';

let world: WorldProcess;

test.beforeAll(async () => {
  world = await openTestWorld();
});

test.afterAll(async () => {
  await world.close();
});

test('a key is chosen by keyboard alone, works at once, and is there on the next visit', async ({ browser }) => {
  const page = await walkIn(browser, world.url, 'Ada');
  await page.getByRole('button', { name: 'Settings', exact: true }).press('Enter');
  const key = page.getByRole('button', { name: 'walk ahead W' });
  await key.press('Enter');
  await page.keyboard.press('Home');
  await expect(page.getByRole('alert').filter({ hasText: 'belongs to the browser' })).toBeVisible();
  await page.keyboard.press('KeyI');
  await expect(page.getByRole('button', { name: 'walk ahead I' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.locator('canvas').first().focus();
  const before = (await look(page)).self?.z ?? 0;
  await page.keyboard.down('KeyI');
  await expect.poll(async () => (await look(page)).self?.z ?? 0).toBeLessThan(before - 1);
  await page.keyboard.up('KeyI');
  await page.reload({ waitUntil: 'commit' });
  await page.getByRole('button', { name: 'Walk in' }).click();
  await expect(page.locator('body[data-state="walking"]')).toBeAttached();
  await page.getByRole('button', { name: 'Keys and help' }).click();
  await expect(page.getByRole('dialog')).toContainText('I');
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await page.getByRole('button', { name: 'Set everything back' }).click();
  await expect(page.getByRole('button', { name: 'walk ahead W' })).toBeVisible();
  await page.context().close();
});

test('sounds are written down, text grows, the edge darkens, and nothing of it breaks the page for anybody', async ({
  browser,
}) => {
  const page = await walkIn(browser, world.url, 'Bo');
  const friend = await comeInWithoutPage(world.url, 'Cy');
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await page.getByLabel('Write sounds down').check();
  await page.getByLabel('Darken the edge of the view').check();
  await page.getByLabel('Size of text').fill('1.6');
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('25.6px');
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await friend.chat('hello');
  await expect(page.locator('[data-caption="said"]')).toContainText('Somebody speaks');
  await friend.leave();
  await page.context().close();
});

test('the eye leaves the body, flies, takes a picture that is not empty, and comes back @long', async ({ browser }) => {
  const page = await walkIn(browser, world.url, 'Dora');
  const before = (await look(page)).self;
  await page.keyboard.press('KeyP');
  await expect(page.getByRole('region', { name: 'Take pictures' })).toBeVisible();
  await page.keyboard.press('KeyW', { delay: 500 });
  expect(await violations(page)).toEqual([]);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Take it' }).click();
  const picture = await readFile(await (await saving).path());
  expect(picture.subarray(1, 4).toString()).toBe('PNG');
  // A picture of one colour would be some two kilobytes.
  expect(picture.length).toBeGreaterThan(10_000);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'Take pictures' })).toHaveCount(0);
  const after = (await look(page)).self;
  expect(after?.x).toBeCloseTo(before?.x ?? 0, 3);
  await page.context().close();
});

test('on a phone a thumb on the stick walks, and every control is big enough for one', async ({ browser }) => {
  const page = await walkIn(browser, world.url, 'Eve', undefined, {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const stick = await page.locator('.stick-area').boundingBox();
  if (stick === null) throw new Error('A phone has no stick.');
  const middle = { x: stick.x + stick.width / 2, y: stick.y + stick.height / 2 };
  const before = (await look(page)).self?.z ?? 0;
  const touch = await page.context().newCDPSession(page);
  const point = (y: number) => ({ touchPoints: [{ x: middle.x, y }] });
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', ...point(middle.y) });
  await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', ...point(middle.y - 55) });
  await expect.poll(async () => (await look(page)).self?.z ?? 0).toBeLessThan(before - 1);
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  for (const button of await page.locator('.hud button:visible').all()) {
    const box = await button.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0), (await button.textContent()) ?? '').toBeGreaterThanOrEqual(38);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(391);
  }
  expect(await violations(page)).toEqual([]);
  await page.context().close();
});
