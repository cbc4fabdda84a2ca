/** A server that dies while somebody is not on the island: told in one sentence at the bench, on the course, at the eye. */
import { type Browser, expect, type Page, test } from '@playwright/test';
import { decodeTape } from '#shared/physics/tape.ts';
import { violations } from './support/accessibility.ts';
import { enterBench, expectHeld, scoreOf, workOf } from './support/bench-hands.ts';
import { straightTape } from './support/straight-course.ts';
import { look, walkIn } from './support/visitor.ts';
import { openTestWorld, type WorldProcess } from './support/world-process.ts';

const AWAY = 'Still trying to come back; the world does not answer.';
const LONGEST = 3_600;

let world: WorldProcess;

test.beforeAll(async () => {
  world = await openTestWorld('both');
});

test.afterAll(async () => {
  await world.close();
});

/** The server dies; what the page says of it is gone once the server is there again. */
async function dieAndComeBack(page: Page, place: string): Promise<void> {
  await world.kill();
  const told = page.locator(place).getByText(AWAY);
  await expect(told).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await world.startAgain();
  await expect(told).toHaveCount(0);
}

/** A page on the course, entered from its gate. */
async function enterCourse(browser: Browser): Promise<Page> {
  const cards: readonly { id: string; title: string }[] = await (await fetch(`${world.url}/api/challenges`)).json();
  const page = await walkIn(browser, world.url, 'Bo', cards.find(({ title }) => title === 'One gap')?.id);
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(page.locator('body[data-run="ready"]')).toBeAttached();
  return page;
}

test('at a bench the work stays where it lay, and is handed in and watched afterwards', async ({ browser }) => {
  const page = await enterBench(browser, world.url, { title: 'Lanterns apart', name: 'Ada', by: 'keys' });
  for (const key of ['Space', 'PageUp', 'ArrowRight', 'Space']) await page.keyboard.press(key);
  await expect.poll(() => scoreOf(page)).toBe(2);
  const work = await workOf(page);
  await dieAndComeBack(page, '.line-note');
  await expect(page.locator('body[data-state="bench"]')).toBeAttached();
  expect(await workOf(page)).toEqual(work);
  await page.getByRole('button', { name: 'Hand in' }).click();
  await expectHeld(page);
  const watch = page.getByRole('link', { name: 'Watch it, in a new tab' });
  await expect(page.getByRole('button', { name: 'Copy the link' })).toBeVisible();
  const path = (await watch.getAttribute('href')) ?? '';
  expect(path).toMatch(/^\/watch\/[0-9a-f]{64}$/);
  expect((await page.request.get(`${world.url}/api/attempts/${path.slice('/watch/'.length)}`)).status()).toBe(200);
  await page.context().close();
});

test('on a course the run begins anew and counts, and back on the island one stands where one stood, also as an eye @long', async ({
  browser,
}) => {
  const page = await enterCourse(browser);
  const { address, self: place } = await look(page);
  const isBack = async () => {
    const { self } = await look(page);
    return self !== null && place !== null && Math.hypot(self.x - place.x, self.z - place.z) < 0.05;
  };
  // So long that where one stands is kept: what has happened within the last three seconds may be lost.
  await page.keyboard.press('KeyS', { delay: 100 });
  await expect.poll(async () => (await look(page)).run?.ticks ?? 0).toBeGreaterThan(220);
  await dieAndComeBack(page, '.run-bar');
  await expect(page.locator('body[data-state="course"]')).toBeAttached();
  await page.keyboard.press('KeyR');
  await expect(page.locator('body[data-run="ready"]')).toBeAttached();
  const payload = straightTape();
  if (payload.kind !== 'tape') throw new Error('it is played by running');
  await page.evaluate((bytes) => window.__game.feed(bytes), [...decodeTape(payload.bytes, LONGEST)]);
  await expect(page.locator('.outcome[data-verdict="holds"]')).toBeVisible();
  await page.getByRole('button', { name: 'Back to the island' }).click();
  await expect(page.locator('body[data-state="walking"]')).toBeAttached();
  await expect.poll(isBack).toBe(true);

  await page.locator('canvas').first().focus();
  await page.keyboard.press('KeyP');
  const eye = page.getByRole('region', { name: 'Take pictures' });
  await expect(eye).toBeVisible();
  await dieAndComeBack(page, '.line-note');
  await expect(eye).toBeVisible();
  await expect.poll(isBack).toBe(true);
  expect((await look(page)).address).toBe(address);
  await page.context().close();
});
