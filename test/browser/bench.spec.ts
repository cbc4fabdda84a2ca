/** The workbench around the hands: on a phone, without a judge, and after a reload. */
import { expect, type Page, test } from '@playwright/test';
import { violations } from './support/accessibility.ts';
import { enterBench, fingerDrag, scoreOf, seenAt, workOf } from './support/bench-hands.ts';
import { openTestWorld, type WorldProcess } from './support/world-process.ts';

let world: WorldProcess;

test.beforeAll(async () => {
  world = await openTestWorld('benches');
});

test.afterAll(async () => {
  await world.close();
});

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };

/** On a small page every button is there to be touched, and the whole piece stands between the panels. */
async function expectRoom(page: Page): Promise<void> {
  const covered = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.bench button, .bench summary, .bench input')].flatMap((part) => {
      const { left, top, width, height } = part.getBoundingClientRect();
      const seen = document.elementFromPoint(left + width / 2, top + height / 2);
      return seen !== null && (part === seen || part.contains(seen)) ? [] : [part.outerHTML];
    }),
  );
  expect(covered).toEqual([]);
  const head = await page.locator('.bench-panel').boundingBox();
  const foot = await page.locator('.bench-tools').boundingBox();
  for (const place of await workOf(page)) {
    const { x, y } = await seenAt(page, place);
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(PHONE.viewport.width);
    expect(y).toBeGreaterThan((head?.y ?? 0) + (head?.height ?? 0));
    expect(y).toBeLessThan(foot?.y ?? 0);
  }
}

test('lanterns are set by touch on a phone, and the page is accessible', async ({ browser }) => {
  const page = await enterBench(browser, world.url, {
    title: 'Lanterns apart',
    name: 'Jo',
    by: 'mouse',
    device: PHONE,
  });
  for (const place of [
    [0, 1, 0],
    [3, 1, 3],
  ] as const) {
    const { x, y } = await seenAt(page, place);
    await page.touchscreen.tap(x, y);
  }
  await expect.poll(() => scoreOf(page)).toBe(2);
  await expectRoom(page);
  expect(await violations(page)).toEqual([]);
  await page.context().close();
});

test('a chain is pulled by touch on a phone, and the page is accessible', { tag: '@long' }, async ({ browser }) => {
  const page = await enterBench(browser, world.url, {
    title: 'The bright core',
    name: 'Kim',
    by: 'mouse',
    device: PHONE,
  });
  await expectRoom(page);
  const before = await workOf(page);
  const last = before.at(-1);
  if (last === undefined) throw new Error('there is no chain');
  await fingerDrag(page, last, 120, -20);
  await expect.poll(() => workOf(page)).not.toEqual(before);
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Keys' }).tap();
  expect(await violations(page)).toEqual([]);
  await page.context().close();
});

test('a beacon is pushed by touch on a phone, and the page is accessible', { tag: '@long' }, async ({ browser }) => {
  const page = await enterBench(browser, world.url, {
    title: 'Thirteen beacons',
    name: 'Lu',
    by: 'mouse',
    device: PHONE,
  });
  await expect.poll(() => scoreOf(page)).not.toBeNull();
  await expectRoom(page);
  const before = await workOf(page);
  const towards = (place: readonly [number, number, number]) => 0.46 * place[0] + 0.3 * place[1] + 0.84 * place[2];
  const nearest = [...before].sort((a, b) => towards(b) - towards(a))[0];
  if (nearest === undefined) throw new Error('there is no beacon');
  await fingerDrag(page, nearest, 40, 20);
  await expect.poll(() => workOf(page)).not.toEqual(before);
  await page.locator('.bench-panel summary').tap();
  expect(await violations(page)).toEqual([]);
  await page.context().close();
});

test('a judge that cannot start says so, and is asked again', async ({ browser }) => {
  const worker = /family-worker/;
  const page = await enterBench(browser, world.url, {
    title: 'Thirteen beacons',
    name: 'Hal',
    by: 'keys',
    prepare: (at) => at.context().route(worker, (route) => route.abort()),
  });
  await expect(page.getByRole('alert')).toContainText('The judge could not start');
  await expect(page.getByRole('button', { name: 'Hand in' })).toBeEnabled();
  await page.context().unroute(worker);
  await page.getByRole('button', { name: 'Try again' }).press('Enter');
  await expect.poll(() => scoreOf(page)).not.toBeNull();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(page.getByRole('application')).toBeFocused();
  await page.context().close();
});

test('what lay on the bench is still there after a reload', async ({ browser }) => {
  const page = await enterBench(browser, world.url, { title: 'Lanterns apart', name: 'Gil', by: 'keys' });
  for (const key of ['Space', 'PageUp', 'ArrowRight', 'Space']) await page.keyboard.press(key);
  await expect.poll(() => scoreOf(page)).toBe(2);
  const work = await workOf(page);
  await page.reload({ waitUntil: 'commit' });
  await page.getByRole('button', { name: 'Walk in' }).click();
  await expect(page.locator('body[data-state="walking"]')).toBeAttached();
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect.poll(() => scoreOf(page)).toBe(2);
  expect(await workOf(page)).toEqual(work);
  await page.context().close();
});
