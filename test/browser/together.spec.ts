/** Two people: gestures, talk that is softened, muting, following, a report that reaches the host. */
import { type Browser, expect, type Page, test } from '@playwright/test';
import { violations } from './support/accessibility.ts';
import { drawSparingly, look, walkIn } from './support/visitor.ts';
import { openTestWorld, type WorldProcess } from './support/world-process.ts';

let world: WorldProcess;

test.beforeAll(async () => {
  world = await openTestWorld();
});

test.afterAll(async () => {
  await world.close();
});

async function say(page: Page, text: string): Promise<void> {
  await page.keyboard.press('KeyT');
  await page.getByPlaceholder('Say something').fill(text);
  await page.keyboard.press('Enter');
}

async function openPeople(page: Page): Promise<void> {
  await page.getByRole('button', { name: /people here|person here/ }).click();
  await expect(page.getByRole('dialog', { name: 'Who is here' })).toBeVisible();
}

async function hostPage(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(world.hostLink, { waitUntil: 'commit' });
  await expect(page.locator('body[data-state="running"]')).toBeAttached();
  return page;
}

test('what one says is softened for the other, who mutes, reports and follows; the host reads and silences', async ({
  browser,
}) => {
  const ada = await walkIn(browser, world.url, 'Ada', undefined, {}, drawSparingly);
  const bo = await walkIn(browser, world.url, 'Bo', undefined, {}, drawSparingly);
  await say(ada, 'this fucking gate');
  await expect(bo.locator('.chat-lines')).toContainText('this ****ing gate');

  await openPeople(bo);
  const line = bo.locator('[data-person]').filter({ hasText: 'Ada' });
  expect(await violations(bo)).toEqual([]);
  await line.getByRole('button', { name: 'Report Ada to the host' }).click();
  await line.getByLabel('Why do you report Ada?').selectOption('insult');
  await line.getByRole('button', { name: 'Send to the host' }).click();
  await expect(line.getByRole('status')).toHaveText('The host has your report.');
  await line.getByRole('button', { name: 'Mute Ada' }).click();
  await say(ada, 'can anybody hear me');
  await expect(ada.locator('.chat-lines')).toContainText('can anybody hear me');
  await expect(bo.locator('.chat-lines')).not.toContainText('can anybody hear me');
  await line.getByRole('button', { name: 'Hear Ada again' }).click();

  const host = await hostPage(browser);
  const report = host.locator('[data-report]');
  await expect(report).toContainText('this fucking gate');
  expect(await violations(host)).toEqual([]);
  await report.getByRole('button', { name: 'Silence Ada for 24 hours' }).click();
  await expect(host.locator('[data-reports="0"]')).toBeVisible();
  await expect(host.getByRole('button', { name: 'Give the word back to Ada' })).toBeVisible();
  await say(ada, 'hello');
  await expect(ada.getByRole('alert')).toContainText('The host has taken the word from you');
  await host.getByRole('button', { name: 'Give the word back to Ada' }).click();
  await expect(host.getByText('Everybody may speak.')).toBeVisible();

  // Whoever is gone is still reached by what they said.
  await ada.context().close();
  await expect(bo.getByRole('button', { name: 'Follow Ada' })).toHaveCount(0);
  await bo.getByRole('button', { name: 'Close' }).click();
  await bo.getByRole('region', { name: 'Chat' }).getByRole('button', { name: 'Ada', exact: true }).first().click();
  await expect(line).toContainText('has left');
  expect(await violations(bo)).toEqual([]);
  await line.getByRole('button', { name: 'Report Ada to the host' }).click();
  await line.getByRole('button', { name: 'Send to the host' }).click();
  // So it was told before: the world knows of whom, though they are gone.
  await expect(line.getByRole('status')).toHaveText('The host has your report and will read it.');
  await line.getByRole('button', { name: 'Mute Ada' }).click();
  await expect(line).toContainText('has left · not heard');
  for (const page of [bo, host]) await page.context().close();
});

test('who follows comes near by themselves, and a key of their own ends it @long', async ({ browser }) => {
  const ada = await walkIn(browser, world.url, 'Ada', undefined, {}, drawSparingly);
  const bo = await walkIn(browser, world.url, 'Bo', undefined, {}, drawSparingly);
  const away = async () => {
    const [a, b] = [(await look(ada)).self, (await look(bo)).self];
    return a === null || b === null ? 99 : Math.hypot(a.x - b.x, a.z - b.z);
  };
  // Ada goes ahead over the plaza, then stands.
  await ada.keyboard.down('KeyW');
  await expect.poll(away).toBeGreaterThan(6);
  await ada.keyboard.up('KeyW');
  await openPeople(bo);
  await bo.getByRole('button', { name: 'Follow Ada' }).click();
  await expect.poll(away).toBeLessThan(3);
  await bo.keyboard.press('Escape');
  await expect(bo.getByRole('button', { name: 'Stop following' })).toBeVisible();
  await bo.locator('canvas').first().focus();
  await bo.keyboard.press('KeyS', { delay: 400 });
  await expect(bo.getByRole('button', { name: 'Stop following' })).toHaveCount(0);
  for (const page of [ada, bo]) await page.context().close();
});

test('a gesture by menu and by key is seen by the other, and sitting ends with the first step @long', async ({
  browser,
}) => {
  const ada = await walkIn(browser, world.url, 'Ada', undefined, {}, drawSparingly);
  const bo = await walkIn(browser, world.url, 'Bo', undefined, {}, drawSparingly);
  const shown = async () => (await look(bo)).others.find(({ name }) => name === 'Ada')?.gesture;
  await ada.getByRole('button', { name: 'Gestures' }).click();
  await ada.getByRole('button', { name: 'Sit down' }).click();
  await expect.poll(shown).toBe('sit');
  await ada.locator('canvas').first().focus();
  await ada.keyboard.press('KeyW', { delay: 500 });
  await expect.poll(shown).toBe('none');
  await ada.keyboard.press('Digit3');
  await expect.poll(shown).toBe('dance');
  for (const page of [ada, bo]) await page.context().close();
});
