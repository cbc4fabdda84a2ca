/** The creator's page for thumbs, for keys of one's own choice, and where there is no picture. */
import { type Browser, type BrowserContextOptions, expect, type Page, test } from '@playwright/test';
import { SETTINGS_KEY } from '#client/play/picture-settings.ts';
import { violations } from './support/accessibility.ts';
import { givePictureBack, takePicture } from './support/graphics.ts';
import { openTestWorld, type WorldProcess } from './support/world-process.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

let world: WorldProcess;

test.beforeAll(async () => {
  world = await openTestWorld();
});

test.afterAll(async () => {
  await world.close();
});

async function openCreate(
  browser: Browser,
  device: BrowserContextOptions = {},
  prepare: (page: Page) => Promise<unknown> = async () => undefined,
): Promise<Page> {
  const page = await (await browser.newContext(device)).newPage();
  await prepare(page);
  await page.goto(`${world.url}/create?q=test`, { waitUntil: 'commit' });
  return page;
}

/** Takes a crate in hand, taps where it shall stand, tells how far from the middle of the view that is (m), and takes it away. */
async function farFromMiddle(page: Page, at: { readonly x: number; readonly y: number }): Promise<number> {
  await page.getByRole('button', { name: 'Crate' }).tap();
  await page.touchscreen.tap(at.x, at.y);
  const place = page.getByRole('group', { name: 'Place', exact: true });
  const [x, z] = [await place.getByLabel('x m').inputValue(), await place.getByLabel('z m').inputValue()];
  await page.getByRole('button', { name: 'Undo' }).tap();
  return Math.hypot(Number(x), Number(z) + 4);
}

test('a course is built and cleared by touch alone; two fingers bring the view nearer and set nothing down', async ({
  browser,
}) => {
  const page = await openCreate(browser, PHONE);
  await expect(page.locator('body[data-state="building"]')).toBeAttached();
  await expect(page.getByRole('link', { name: 'Records' })).toHaveAttribute('href', '/records');
  const touch = await page.context().newCDPSession(page);
  const fingers = (type: string, touchPoints: readonly { x: number; y: number; id: number }[]) =>
    touch.send('Input.dispatchTouchEvent', { type: type as 'touchStart', touchPoints: [...touchPoints] });

  const off = { x: 70, y: 300 };
  const before = await farFromMiddle(page, off);
  const apart = (half: number) => [
    { x: 195 - half, y: 330, id: 1 },
    { x: 195 + half, y: 330, id: 2 },
  ];
  await fingers('touchStart', apart(30));
  for (let half = 30; half <= 75; half += 5) await fingers('touchMove', apart(half));
  await fingers('touchEnd', []);
  await expect(page.locator('[data-piece]')).toHaveCount(4);
  const near = await farFromMiddle(page, off);
  expect(near).toBeLessThan(before * 0.7);
  for (let step = 0; step < 4; step++) await page.getByRole('button', { name: 'Farther' }).tap();
  expect(await farFromMiddle(page, off)).toBeGreaterThan(near * 1.5);

  // A block over the gap, level with the ground.
  await page.getByRole('button', { name: 'Block' }).tap();
  await expect(page.getByRole('status').filter({ hasText: 'Block in hand' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Place here' }).tap();
  const place = page.getByRole('group', { name: 'Place', exact: true });
  for (const [label, value] of Object.entries({ 'x m': '0', 'y m': '-0.25', 'z m': '-4' }))
    await place.getByLabel(label).fill(value);

  await page.getByRole('button', { name: 'Play' }).tap();
  await expect(page.locator('body[data-test="ready"]')).toBeAttached();
  await expect(page.getByRole('button', { name: 'Jump' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  const stick = await page.locator('.stick-area').boundingBox();
  if (stick === null) throw new Error('there is a stick');
  const middle = { x: stick.x + stick.width / 2, y: stick.y + stick.height / 2, id: 1 };
  await fingers('touchStart', [middle]);
  await fingers('touchMove', [{ ...middle, y: middle.y - 60 }]);
  await expect(page.locator('body[data-test="goal"]')).toBeAttached();
  await fingers('touchEnd', []);
  await page.getByRole('button', { name: 'Back to building' }).tap();
  // The run is kept like the draft is: opening the page again loses neither.
  await page.reload({ waitUntil: 'commit' });
  await expect(page.locator('[data-cleared="true"]')).toBeVisible();
  await page.getByLabel('Title').fill('By thumb');
  await expect(page.getByRole('button', { name: 'Publish' })).toBeEnabled();
  await page.context().close();
});

test('a play-test says that it opens, and obeys and names the keys that were chosen', async ({ browser }) => {
  let open: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    open = resolve;
  });
  const page = await openCreate(browser, {}, async (fresh) => {
    await fresh.addInitScript((key) => localStorage.setItem(key, '{"keys":{"restart":"KeyP"}}'), SETTINGS_KEY);
    await fresh.route(/rapier/, async (route) => {
      await held;
      await route.continue();
    });
  });
  await expect(page.locator('body[data-state="building"]')).toBeAttached();
  await page.keyboard.press('F5');
  await expect(page.getByText('Opening the course…')).toBeVisible();
  open();
  await expect(page.locator('body[data-test="ready"]')).toBeAttached();
  await expect(page.getByText('Opening the course…')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Restart P' })).toBeVisible();
  const clock = async () => Number.parseFloat((await page.locator('.clock').textContent()) ?? '');
  await page.keyboard.down('KeyA');
  await expect.poll(clock).toBeGreaterThan(0);
  await page.keyboard.up('KeyA');
  await page.keyboard.press('KeyR');
  const then = await clock();
  await expect.poll(clock).toBeGreaterThan(then);
  await page.keyboard.press('KeyP');
  await expect(page.locator('body[data-test="ready"]')).toBeAttached();
  await page.context().close();
});

test('a picture that is taken away is told and nothing is lost; without WebGL the page leads elsewhere', async ({
  browser,
}) => {
  const page = await openCreate(browser);
  await page.getByLabel('Title').fill('Still here');
  await takePicture(page);
  const word = page.getByRole('alert').filter({ hasText: 'your course is kept in this browser' });
  await expect(word).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await givePictureBack(page);
  await expect(word).toHaveCount(0);
  await takePicture(page);
  await page.getByRole('button', { name: 'Draw it again now' }).click();
  await expect(page.getByLabel('Title')).toHaveValue('Still here');
  await expect(word).toHaveCount(0);
  await page.context().close();

  const unkept = await openCreate(browser, {}, (fresh) =>
    fresh.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    }),
  );
  await unkept.getByLabel('Title').fill('Nowhere');
  await takePicture(unkept);
  await expect(unkept.getByRole('alert')).toContainText('leave the page open');
  await expect(unkept.getByRole('button', { name: 'Draw it again now' })).toHaveCount(0);
  await unkept.context().close();

  const bare = await openCreate(browser, {}, (fresh) =>
    fresh.addInitScript(() => {
      HTMLCanvasElement.prototype.getContext = () => null;
    }),
  );
  await expect(bare.getByRole('alert')).toContainText('it needs WebGL 2');
  await expect(bare.getByRole('link', { name: 'Back to the island' })).toHaveAttribute('href', '/');
  await bare.getByRole('link', { name: 'Records' }).click();
  await expect(bare.getByRole('heading', { level: 1 })).toBeVisible();
  await bare.context().close();
});
