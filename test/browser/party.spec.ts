/** Two people in two browsers gather at a gate and play one course together, by keyboard. */
import { expect, type Page, test } from '@playwright/test';
import { pairTapes } from '#test/support/pair-course.ts';
import { drawSparingly, look, walkIn } from './support/visitor.ts';
import { openTestWorld, type WorldProcess } from './support/world-process.ts';

let world: WorldProcess;

test.beforeAll(async () => {
  world = await openTestWorld('pair');
});

test.afterAll(async () => {
  await world.close();
});

/** Where the character is that somebody else moves, as this page shows it. */
async function companion(page: Page, name: string) {
  return (await look(page)).run?.companions.find((other) => other.name === name);
}

test('two gather at a gate, start together, and each sees both characters move; who leaves ends it for both', async ({
  browser,
}) => {
  const [card] = await (await fetch(`${world.url}/api/challenges`)).json();
  const ada = await walkIn(browser, world.url, 'Ada', card.id, {}, drawSparingly);
  const bo = await walkIn(browser, world.url, 'Bo', card.id, {}, drawSparingly);
  await ada.getByRole('button', { name: 'Play together' }).press('Enter');
  await expect(ada.getByText('You wait for one more.')).toBeVisible();
  await expect(bo.getByText('Ada waits for one more at “Two abreast”.').first()).toBeVisible();
  await bo.getByRole('button', { name: 'Join Ada' }).press('Enter');

  for (const page of [ada, bo]) {
    await expect(page.locator('body[data-state="course"]')).toBeAttached();
    await expect(page.locator('body[data-run="running"]')).toBeAttached();
    await expect(page.getByText(page === ada ? 'With Bo' : 'With Ada')).toBeVisible();
  }
  // First Ada alone: she sees herself move, and Bo sees her, while his own stands.
  await ada.keyboard.down('KeyW');
  await expect.poll(async () => (await look(ada)).run?.z ?? 0).toBeLessThan(-3);
  await expect.poll(async () => (await companion(bo, 'Ada'))?.z ?? 0).toBeLessThan(-3);
  expect((await look(bo)).run?.z).toBeCloseTo(0, 0);
  await bo.keyboard.down('KeyW');
  await expect.poll(async () => (await look(bo)).run?.z ?? 0).toBeLessThan(-3);
  await expect.poll(async () => (await companion(ada, 'Bo'))?.z ?? 0).toBeLessThan(-3);
  for (const page of [ada, bo]) await page.keyboard.up('KeyW');

  // Begin again is for both: from the start, with a countdown.
  await ada.keyboard.press('KeyR');
  await expect(bo.locator('[data-countdown]')).toBeVisible();
  await expect.poll(async () => (await look(bo)).run?.z ?? -9).toBeGreaterThan(-0.5);

  // Closing the page ends the run for the other, with a sentence, and leads back to the island.
  await bo.goto('about:blank');
  await expect(ada.getByText('Bo has left, so the run is over for all.')).toBeVisible();
  await expect(ada.locator('body[data-state="walking"][data-run="none"]')).toBeAttached();
  await expect(ada.getByRole('button', { name: 'Play together' })).toBeVisible();
  await ada.context().close();
  await bo.context().close();
});

test('two who reach the goal together read the same verdict', { tag: '@long' }, async ({ browser }) => {
  const [card] = await (await fetch(`${world.url}/api/challenges`)).json();
  const pages = [
    await walkIn(browser, world.url, 'Cleo', card.id, {}, drawSparingly),
    await walkIn(browser, world.url, 'Dov', card.id, {}, drawSparingly),
  ];
  for (const [who, page] of pages.entries()) {
    // Enter on an open card does what its first button does.
    await expect(page.getByRole('button', { name: who === 0 ? 'Play together' : 'Join Cleo' })).toBeEnabled();
    await page.locator('canvas').first().focus();
    await page.keyboard.press('Enter');
    await expect(page.getByText('You wait for one more.').or(page.getByText('With Cleo'))).toBeVisible();
  }
  for (const [who, page] of pages.entries()) {
    await expect(page.locator('body[data-run="ready"], body[data-run="running"]')).toBeAttached();
    await page.evaluate((tape) => window.__game.feed(tape), [...(pairTapes()[who] ?? [])]);
  }
  for (const page of pages) {
    await expect(page.locator('.outcome[data-verdict="holds"]')).toBeVisible();
    await expect(page.getByText('Played by Cleo and Dov.')).toBeVisible();
  }
  for (const page of pages) await page.context().close();
});
