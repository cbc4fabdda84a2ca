/** A gamepad alone: from the welcome card through the world to every panel. */
import { expect, type Page, test } from '@playwright/test';
import { look } from './support/visitor.ts';
import { openTestWorld, type WorldProcess } from './support/world-process.ts';

let world: WorldProcess;

test.beforeAll(async () => {
  world = await openTestWorld();
});

test.afterAll(async () => {
  await world.close();
});

/** Buttons of the standard layout. */
const [A, B, START, DOWN, LEFT, RIGHT] = [0, 1, 9, 13, 14, 15] as const;

declare global {
  interface Window {
    readonly __pad: { axes: number[]; buttons: { pressed: boolean; value: number }[] };
  }
}

/** Connects a pad to a page that is not yet open. */
async function connectPad(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const buttons = Array.from({ length: 16 }, () => ({ pressed: false, value: 0 }));
    const pad = { mapping: 'standard', axes: [0, 0, 0, 0], buttons };
    Reflect.set(window, '__pad', pad);
    Reflect.set(navigator, 'getGamepads', () => [pad]);
  });
}

/** Presses a button for a picture, and lets it go for one. */
function press(page: Page, button: number): Promise<void> {
  return page.evaluate(async (index) => {
    for (const value of [1, 0]) {
      Object.assign(window.__pad.buttons[index] ?? {}, { pressed: value === 1, value });
      // The page asked for this picture before: it has seen the pad when this comes.
      await new Promise(requestAnimationFrame);
    }
  }, button);
}

/** Pushes the sticks until something is true; then they spring back. */
async function push(page: Page, axes: readonly number[], until: () => Promise<boolean>): Promise<void> {
  const set = (to: readonly number[]) => page.evaluate((values) => window.__pad.axes.splice(0, 4, ...values), [...to]);
  await set(axes);
  await expect.poll(until).toBe(true);
  await set([0, 0, 0, 0]);
}

/** Goes along with the cross until the focus is on one of these. */
async function crossTo(page: Page, selectors: string, way: number = DOWN): Promise<void> {
  for (let step = 0; step < 60; step++) {
    await press(page, way);
    if (await page.evaluate((all) => document.activeElement?.matches(all) === true, selectors)) return;
  }
  throw new Error(`The cross does not come to ${selectors}.`);
}

test('by gamepad alone one walks in, walks, turns, changes a setting, makes a gesture and takes a picture', async ({
  browser,
}) => {
  const page = await browser.newPage();
  await connectPad(page);
  await page.goto(`${world.url}/?q=test&test=1`, { waitUntil: 'commit' });
  await expect(page.locator('body[data-state="ready"]')).toBeAttached();
  await page.evaluate(() => window.dispatchEvent(new Event('gamepadconnected')));
  await expect(async () => {
    await press(page, A);
    await expect(page.locator('body[data-state="ready"]')).toHaveCount(0, { timeout: 200 });
  }).toPass();
  await expect(page.locator('body[data-state="walking"]')).toBeAttached();

  const before = await look(page);
  await push(page, [0, -1, 0, 0], async () => ((await look(page)).self?.z ?? 0) < (before.self?.z ?? 0) - 1);
  await push(page, [0, 0, 1, 0], async () => (await look(page)).eye.yaw < before.eye.yaw - 0.3);

  await crossTo(page, '[data-door="settings"]', RIGHT);
  await press(page, A);
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await expect(settings).toBeVisible();
  await crossTo(page, 'input[name="sensitivity"]');
  const slider = settings.getByLabel('How fast the view turns');
  const was = Number(await slider.inputValue());
  await press(page, RIGHT);
  expect(Number(await slider.inputValue())).toBeGreaterThan(was);
  await press(page, B);
  await expect(settings).toHaveCount(0);
  await expect(page.locator('[data-door="settings"]')).toBeFocused();

  // What else the bar and the corner hold.
  await crossTo(page, '.where', LEFT);
  await press(page, A);
  await expect(page.getByRole('dialog', { name: 'Who is here' })).toBeVisible();
  await press(page, B);
  await crossTo(page, '.gestures button', LEFT);
  await press(page, A);
  await crossTo(page, '[data-gesture="sit"]');
  await press(page, A);
  await expect(page.locator('[data-gesture="sit"]')).toHaveCount(0);
  await crossTo(page, '.chat > .row > button', LEFT);
  await press(page, A);
  await expect(page.getByPlaceholder('Say something to everybody near')).toBeFocused();
  await press(page, B);
  await expect(page.getByPlaceholder('Say something to everybody near')).toHaveCount(0);

  await crossTo(page, '[aria-label="Take pictures"]', RIGHT);
  await press(page, A);
  const bar = page.getByRole('region', { name: 'Take pictures' });
  await expect(bar).toBeVisible();
  await crossTo(page, '.photo-bar input[type="range"]');
  await press(page, B);
  await expect(bar).toHaveCount(0);

  await press(page, START);
  await expect(page.getByRole('dialog', { name: 'Keys and help' })).toContainText('Your gamepad');
  await expect(page.locator('[data-pad-help] .key')).toHaveCount(12);
  await press(page, B);
  // With nothing chosen the lower button jumps again, and the world has the keyboard.
  const { self } = await look(page);
  await page.evaluate(() => Object.assign(window.__pad.buttons[0] ?? {}, { pressed: true, value: 1 }));
  await expect.poll(async () => (await look(page)).self?.y ?? 0).toBeGreaterThan((self?.y ?? 0) + 0.1);
  await page.context().close();
});
