/** Two fingers, wherever they can spread: the world, the map and a bench come closer, and nothing is tapped by it. */
import { expect, type Page, test } from '@playwright/test';
import { enterBench, seenAt, workOf } from './support/bench-hands.ts';
import { look, walkIn } from './support/visitor.ts';
import { openTestWorld, type WorldProcess } from './support/world-process.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
/** Half the way between the fingers, before and after they are spread, CSS pixels. */
const CLOSE = 30;
const WIDE = 75;

let world: WorldProcess;

test.beforeAll(async () => {
  world = await openTestWorld('benches');
});

test.afterAll(async () => {
  await world.close();
});

/** Moves two fingers apart, side by side around a point, and lifts them. */
async function spread(page: Page, { x, y }: { readonly x: number; readonly y: number }): Promise<void> {
  const touch = await page.context().newCDPSession(page);
  const fingers = (half: number) => ({
    touchPoints: [
      { x: x - half, y, id: 1 },
      { x: x + half, y, id: 2 },
    ],
  });
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', ...fingers(CLOSE) });
  for (let half = CLOSE; half <= WIDE; half += 5)
    await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', ...fingers(half) });
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

test('two fingers bring the world closer and turn nothing; on the map they part what lies between them', async ({
  browser,
}) => {
  const page = await walkIn(browser, world.url, 'Gil', undefined, PHONE);
  const before = await look(page);
  await spread(page, { x: 195, y: 330 });
  await expect.poll(async () => (await look(page)).eye.distance).toBeLessThan(before.eye.distance * 0.8);
  expect((await look(page)).eye.yaw).toBe(before.eye.yaw);
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.getByRole('button', { name: 'Map', exact: true }).tap();
  const map = page.locator('[data-panel="map"] canvas[data-land="done"]');
  await expect(map).toBeVisible();
  const box = await map.boundingBox();
  if (box === null) throw new Error('there is a map');
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const far = page.locator('[data-place="waypoint"] .place-far');
  const metres = async () => Number.parseInt((await far.textContent()) ?? '', 10);
  const tap = () => page.touchscreen.tap(middle.x + 130, middle.y - 70);
  // Open water: no mark is near, before and after.
  await tap();
  await expect(far).toBeVisible();
  const whole = await metres();
  await spread(page, middle);
  expect(await metres()).toBe(whole);
  await tap();
  await expect.poll(metres).toBeLessThan(whole * 0.7);
  await page.context().close();
});

test('two fingers bring a bench closer, and set nothing on it @long', async ({ browser }) => {
  const page = await enterBench(browser, world.url, {
    title: 'Lanterns apart',
    name: 'Hal',
    by: 'mouse',
    device: PHONE,
  });
  const [a, b] = [await seenAt(page, [0, 1, 0]), await seenAt(page, [3, 1, 0])];
  await spread(page, { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
  await expect
    .poll(async () => {
      const [c, d] = [await seenAt(page, [0, 1, 0]), await seenAt(page, [3, 1, 0])];
      return Math.hypot(c.x - d.x, c.y - d.y);
    })
    .toBeGreaterThan(Math.hypot(a.x - b.x, a.y - b.y) * 1.3);
  expect(await workOf(page)).toEqual([]);
  await page.context().close();
});
