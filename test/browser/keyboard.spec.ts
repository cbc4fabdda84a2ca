/** Keys alone: the view turns, one gets to what lies behind, and every key that is printed is the chosen one. */
import { expect, test } from '@playwright/test';
import { SETTINGS_KEY } from '#client/play/picture-settings.ts';
import { faceByKeys, look, walkIn, walkTowards } from './support/visitor.ts';
import { openTestWorld, type WorldProcess } from './support/world-process.ts';

let world: WorldProcess;

test.beforeAll(async () => {
  world = await openTestWorld();
});

test.afterAll(async () => {
  await world.close();
});

test('without a pointer one turns about, walks to a place behind, and plays with keys of one’s own', async ({
  browser,
}) => {
  const [card] = await (await fetch(`${world.url}/api/challenges`)).json();
  // As it was kept by an earlier visit, which knew fewer acts.
  const kept = JSON.stringify({ keys: { restart: 'KeyG', 'turn-right': 'KeyC' } });
  const page = await walkIn(browser, world.url, 'Ada', undefined, {}, (fresh) =>
    fresh.addInitScript(({ key, text }) => localStorage.setItem(key, text), { key: SETTINGS_KEY, text: kept }),
  );
  await expect(page.getByRole('img', { name: 'The world. Walk with W A S D, turn with X C' })).toBeVisible();
  const before = await look(page);
  if (before.self === null) throw new Error('nobody is there');
  const behind = { x: before.self.x, z: before.self.z + 30 };
  await walkTowards(
    page,
    behind,
    async () => {
      const { self } = await look(page);
      return self !== null && self.z > (before.self?.z ?? 0) + 5;
    },
    faceByKeys,
  );
  expect(Math.cos((await look(page)).eye.yaw - before.eye.yaw)).toBeLessThan(-0.7);

  // Sideways, and the view comes round to where the body looks.
  const across = await look(page);
  await page.keyboard.press('KeyA', { delay: 700 });
  await page.keyboard.press('KeyB');
  await expect
    .poll(async () => Math.cos((await look(page)).eye.yaw - across.eye.yaw - Math.PI / 2))
    .toBeGreaterThan(0.9);

  await page.goto(`${world.url}/?q=test&test=1&gate=${card.id}`, { waitUntil: 'commit' });
  await page.getByRole('button', { name: 'Walk in' }).press('Enter');
  await page.getByRole('button', { name: 'Play', exact: true }).press('Enter');
  await expect(page.locator('body[data-run="ready"]')).toBeAttached();
  await expect(page.getByRole('button', { name: 'Restart' })).toHaveText('Restart G');
  // A quarter to the right, and straight ahead leads off the course to the right.
  await page.keyboard.down('KeyC');
  await page.waitForFunction(() => window.__game.snapshot().eye.yaw < -1.2, undefined, { polling: 10 });
  await page.keyboard.up('KeyC');
  await page.keyboard.down('KeyW');
  await page.waitForFunction(() => (window.__game.snapshot().run?.x ?? 0) > 1, undefined, { polling: 10 });
  await page.keyboard.up('KeyW');
  await page.keyboard.press('KeyG');
  await expect(page.locator('body[data-run="ready"]')).toBeAttached();
  await page.context().close();
});
