/** The map by keyboard alone, the walk to a gate, what to do next, and both on a phone. */
import { expect, type Page, test } from '@playwright/test';
import { violations } from './support/accessibility.ts';
import { look, walkIn } from './support/visitor.ts';
import { openTestWorld, type WorldProcess } from './support/world-process.ts';

let world: WorldProcess;

test.beforeAll(async () => {
  world = await openTestWorld();
});

test.afterAll(async () => {
  await world.close();
});

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };

/** Presses Tab until what has the focus fits. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`the keyboard does not come to ${selector}`);
}

test('by keyboard alone: the map is opened, a gate chosen in its list, walked to, and its card opens', async ({
  browser,
}) => {
  const page = await walkIn(browser, world.url, 'Ada');
  await page.locator('canvas').first().focus();
  await page.keyboard.press('KeyM');
  const map = page.getByRole('dialog', { name: 'Map', exact: true });
  await expect(map).toBeVisible();
  await expect(map.locator('canvas[data-land="done"]')).toBeVisible();
  expect(await violations(page)).toEqual([]);

  await tabTo(page, '[data-panel="map"] select');
  await page.keyboard.press('KeyG');
  const gates = map.locator('[data-place^="gate "]');
  await expect(map.locator('[data-place]:not([data-place^="gate "])')).toHaveCount(0);
  const id = (await gates.first().getAttribute('data-place'))?.slice('gate '.length);
  await tabTo(page, '[data-place^="gate "] > button');
  await page.keyboard.press('Enter');
  await expect(gates.first().locator('> button')).toHaveAttribute('aria-expanded', 'true');
  await tabTo(page, 'button[aria-label^="Walk there"]');
  await page.keyboard.press('Enter');

  await expect(map).toHaveCount(0);
  await expect(page.locator('.way-strip[data-walking="true"]')).toBeAttached();
  await expect(page.locator(`[data-challenge="${id}"]`)).toBeVisible({ timeout: 60_000 });
  await expect(page.locator('.way-strip[data-walking="true"]')).toHaveCount(0);
  const { self, gates: known } = await look(page);
  const gate = known.find((one) => one.id === id);
  expect(Math.hypot((self?.x ?? 0) - (gate?.x ?? 99), (self?.z ?? 0) - (gate?.z ?? 99))).toBeLessThan(1.3);
  await page.context().close();
});

test('a key of one’s own ends the walk, and Esc does @long', async ({ browser }) => {
  const page = await walkIn(browser, world.url, 'Bo');
  const walk = async () => {
    await page.getByRole('button', { name: 'Map', exact: true }).click();
    await page.getByLabel('Which places').selectOption('island');
    const place = page.locator('[data-place="island frontier"] > button');
    // What was picked last lies open still.
    if ((await place.getAttribute('aria-expanded')) === 'false') await place.click();
    await page.getByRole('button', { name: 'Walk there: The frontier' }).click();
    await expect(page.locator('.way-strip[data-walking="true"]')).toBeAttached();
  };
  await walk();
  await page.keyboard.press('Escape');
  await expect(page.locator('.way-strip[data-walking="false"]')).toBeAttached();
  await expect(page.getByText('The way to The frontier is shown.')).toBeVisible();
  await walk();
  await page.locator('canvas').first().focus();
  await page.keyboard.down('KeyS');
  await expect(page.locator('.way-strip[data-walking="false"]')).toBeAttached();
  await page.keyboard.up('KeyS');
  await page.getByRole('button', { name: 'Show no way' }).click();
  await expect(page.locator('.compass[data-goal]')).toHaveCount(0);
  await page.context().close();
});

test('a click on the land sets a waypoint, and the wheel comes closer to it @long', async ({ browser }) => {
  const page = await walkIn(browser, world.url, 'Cleo');
  await page.getByRole('button', { name: 'Map', exact: true }).click();
  const picture = page.locator('.map-picture canvas[data-land="done"]');
  const box = await picture.boundingBox();
  if (box === null) throw new Error('the map has no picture');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height * 0.2);
  await page.mouse.wheel(0, -600);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height * 0.2);
  await expect(page.locator('[data-place="waypoint"][data-picked="true"]')).toBeVisible();
  await page.getByRole('button', { name: 'Show me the way to Your waypoint' }).click();
  await expect(page.locator('.compass[data-goal]')).toBeAttached();
  await page.context().close();
});

test('what to do next stands in the order in which the world offers it, and opens from there', async ({ browser }) => {
  const page = await walkIn(browser, world.url, 'Dag');
  const answered = page.waitForResponse((response) => response.url().endsWith('/api/offers'));
  await page.locator('canvas').first().focus();
  await page.keyboard.press('KeyJ');
  const offers: readonly { challenge: string }[] = await (await answered).json();
  expect(offers.length).toBeGreaterThan(0);
  const rows = page.locator('[data-offer]');
  await expect(rows).toHaveCount(offers.length);
  expect(await rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-offer')))).toEqual(
    offers.map(({ challenge }) => challenge),
  );
  await expect(page.locator('[data-step="plaza"]')).toHaveAttribute('data-done', 'true');
  await expect(page.locator('[data-step="frontier"]')).toHaveAttribute('data-done', 'false');
  expect(await violations(page)).toEqual([]);
  await rows.first().getByRole('button', { name: /^Open/ }).click();
  await expect(page.locator(`[data-challenge="${offers[0]?.challenge}"]`)).toBeVisible();
  await page.context().close();
});

test('when the world does not answer, the suggestions say so and ask again', async ({ browser }) => {
  const page = await walkIn(browser, world.url, 'Eve');
  await page.route('**/api/offers', (route) => route.abort());
  await page.getByRole('button', { name: 'What to do next', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('The world cannot be reached right now.');
  await page.unroute('**/api/offers');
  await page.getByRole('button', { name: 'Ask again' }).click();
  await expect(page.locator('[data-offer]').first()).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.context().close();
});

test('on a phone map and suggestions fit, doors fold into a menu, and every button is large enough for a thumb', async ({
  browser,
}) => {
  const page = await walkIn(browser, world.url, 'Fay', undefined, PHONE);
  await page.getByRole('button', { name: 'More panels' }).tap();
  await expect(page.getByRole('button', { name: 'Settings', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'More panels' }).tap();
  await expect(page.getByRole('button', { name: 'Settings', exact: true })).toBeHidden();
  for (const [door, panel] of [
    ['Map', 'map'],
    ['What to do next', 'quests'],
  ] as const) {
    await page.getByRole('button', { name: door, exact: true }).tap();
    const side = page.locator(`[data-panel="${panel}"]`);
    await expect(side.locator('[data-place], [data-offer]').first()).toBeVisible();
    expect(await violations(page)).toEqual([]);
    const small = await page
      .locator('.doors button, .map-tools button, .way-buttons button, .place, .side header button')
      .evaluateAll((all) =>
        all
          .map((one) => ({ name: one.getAttribute('aria-label') ?? one.textContent, box: one.getBoundingClientRect() }))
          .filter(({ box }) => box.width > 0 && (Math.round(box.width) < 44 || Math.round(box.height) < 44))
          .map(({ name }) => name),
      );
    expect(small).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.getByRole('button', { name: 'Close', exact: true }).tap();
  }
  await page.context().close();
});
