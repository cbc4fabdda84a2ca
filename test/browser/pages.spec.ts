/** The three pages by hand and by keyboard: panels, settings and key on play; a course built and published; the host's view. */
import { readFile } from 'node:fs/promises';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { violations } from './support/accessibility.ts';
import { throwAtForbidden } from './support/policy.ts';
import { look, walkIn } from './support/visitor.ts';
import { openTestWorld, type WorldProcess } from './support/world-process.ts';

let world: WorldProcess;

test.beforeAll(async () => {
  world = await openTestWorld();
});

test.afterAll(async () => {
  await world.close();
});

async function openPage(browser: Browser, path: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${world.url}${path}`, { waitUntil: 'commit' });
  return page;
}

test('the panels of the play page open, close with Esc, and have no accessibility violations', async ({ browser }) => {
  const welcome = await openPage(browser, '/?q=test');
  await expect(welcome.locator('body[data-state="ready"]')).toBeAttached();
  expect(await violations(welcome)).toEqual([]);
  await welcome.context().close();

  const page = await walkIn(browser, world.url, 'Ada');
  for (const name of ['You', 'The board', 'Automata', 'Settings', 'Keys and help']) {
    await page.getByRole('button', { name, exact: true }).click();
    await expect(page.getByRole('dialog', { name, exact: true })).toBeVisible();
    await expect(page.getByText('One moment…')).toHaveCount(0);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await page.context().close();
});

test('no page tries what its policy forbids', async ({ browser }) => {
  for (const path of ['/?q=test', '/create', '/records', '/host']) {
    const page = await (await browser.newContext()).newPage();
    const broken: string[] = [];
    page.on('pageerror', (error) => broken.push(`${path}: ${error}`));
    await page.addInitScript(throwAtForbidden);
    await page.goto(`${world.url}${path}`, { waitUntil: 'networkidle' });
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    expect(broken).toEqual([]);
    await page.context().close();
  }
});

test('settings are remembered, and chat shows what was said without taking it for markup', async ({ browser }) => {
  const page = await walkIn(browser, world.url, 'Bo');
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await page.getByLabel('Less motion').check();
  await page.keyboard.press('Escape');
  await page.keyboard.press('KeyT');
  await page.getByPlaceholder('Say something').fill('1 & 1 = 2');
  await page.keyboard.press('Enter');
  await expect(page.locator('.chat-lines')).toContainText('1 & 1 = 2');
  await page.reload({ waitUntil: 'commit' });
  await page.getByRole('button', { name: 'Walk in' }).click();
  await expect(page.locator('body[data-state="walking"]')).toBeAttached();
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await expect(page.getByLabel('Less motion')).toBeChecked();
  await page.context().close();
});

test('a saved key makes the same person on another device, and spoilt text is refused plainly', async ({ browser }) => {
  const page = await walkIn(browser, world.url, 'Cleo');
  await page.getByRole('button', { name: 'You', exact: true }).click();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as file' }).click();
  const key = await readFile(await (await saving).path(), 'utf8');
  await page.getByRole('button', { name: 'Show as QR' }).click();
  await expect(page.getByAltText('Your key as a QR code')).toBeVisible();

  const { address } = await look(page);
  await page.context().close();

  const other = await walkIn(browser, world.url, 'Cleo again');
  const { address: before } = await look(other);
  expect(before).not.toBe(address);
  await other.getByRole('button', { name: 'You', exact: true }).click();
  const field = other.getByLabel('Bring a key from another device');
  await field.fill('not a key');
  await other.getByRole('button', { name: 'Use this key' }).click();
  await expect(other.getByText('This is not a saved key of this world.')).toBeVisible();
  await field.fill(key);
  await other.getByRole('button', { name: 'Use this key' }).click();
  await other.getByRole('button', { name: /^Become 0x/ }).click();
  await other.waitForEvent('framenavigated');
  await other.getByRole('button', { name: 'Walk in' }).click();
  await expect(other.locator('body[data-state="walking"]')).toBeAttached();
  await expect.poll(async () => (await look(other)).address).toBe(address);

  // The key that was here before is not lost: it is saved, or taken again, from the same place.
  await other.getByRole('button', { name: 'You', exact: true }).click();
  await other.getByText('Former keys of this browser').click();
  expect(await violations(other)).toEqual([]);
  const savingFormer = other.waitForEvent('download');
  await other.getByRole('button', { name: 'Save as file: 0x' }).click();
  expect(await readFile(await (await savingFormer).path(), 'utf8')).toContain(`account ${before}\n`);
  await other.getByRole('button', { name: 'Use again: 0x' }).click();
  await expect(other.locator(`[data-asks-key="${before}"]`)).toBeVisible();
  await other.context().close();
});

test('a creator builds a course by keyboard, undoes and redoes, plays it in place and publishes it', async ({
  browser,
}) => {
  const page = await openPage(browser, '/create?q=test');
  await expect(page.locator('body[data-state="building"]')).toBeAttached();
  expect(await violations(page)).toEqual([]);

  // A crate in hand is led over the grid, its place is read out, and Enter sets it down. Two steps back take it and its
  // nudge away, one step forward brings it again.
  const pieces = page.locator('[data-piece]');
  await expect(pieces).toHaveCount(4);
  await page.keyboard.press('Digit7');
  const hand = page.getByRole('status').filter({ hasText: 'Crate in hand' });
  const first = await hand.textContent();
  await page.keyboard.press('ArrowRight');
  await expect(hand).not.toHaveText(first ?? '');
  await page.keyboard.press('Enter');
  await expect(pieces).toHaveCount(5);
  await expect(hand).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Control+KeyZ');
  await page.keyboard.press('Control+KeyZ');
  await expect(pieces).toHaveCount(4);
  await page.keyboard.press('Control+KeyY');
  await expect(pieces).toHaveCount(5);
  await page.keyboard.press('Control+KeyZ');

  // From the palette too: the keys then lead the piece, and Esc puts it away.
  await page.getByRole('button', { name: 'Door' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Place here' })).toBeVisible();
  await expect(page.locator('canvas')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Place here' })).toHaveCount(0);
  await expect(pieces).toHaveCount(4);

  // Numbers close the gap: the block under the start grows until it reaches the goal.
  await page.locator('[data-section="outline"] summary').press('Enter');
  await page.locator('[data-piece="1"]').press('Enter');
  await page.getByRole('group', { name: 'Size' }).getByLabel('z m').fill('12');
  await expect(page.getByText('This is a sound course.')).toBeVisible();
  await expect(page.locator('[data-cleared="false"]')).toBeVisible();

  await page.keyboard.press('F5');
  await expect(page.locator('body[data-test="ready"]')).toBeAttached();
  await page.keyboard.down('KeyW');
  await expect(page.locator('body[data-test="goal"]')).toBeAttached();
  await page.keyboard.up('KeyW');
  await page.keyboard.press('Escape');
  await expect(page.locator('body[data-state="building"]')).toBeAttached();
  await expect(page.locator('[data-cleared="true"]')).toBeVisible();
  await expect(page.getByRole('group', { name: 'Size' }).getByLabel('z m')).toHaveValue('12');

  await page.getByLabel('Title').fill('Straight on');
  await page.getByRole('button', { name: 'Publish' }).press('Enter');
  const gate = page.getByRole('link', { name: 'Go to its gate' });
  await expect(gate).toBeVisible({ timeout: 60_000 });
  // Straight on may be too easy for a gate at the frontier: the machines decide.
  await expect(page.locator('[data-challenge-state]')).toHaveAttribute(
    'data-challenge-state',
    /^(?:frontier|training)$/,
  );
  await expect(page.locator('.machine-log')).toContainText('go-explore');

  // The draft is still there after a reload, and the link leads to the card.
  const link = await gate.getAttribute('href');
  await page.reload({ waitUntil: 'commit' });
  await expect(page.getByLabel('Title')).toHaveValue('Straight on');
  await page.goto(`${world.url}${link}&q=test`, { waitUntil: 'commit' });
  await page.getByRole('button', { name: 'Walk in' }).click();
  await expect(page.getByRole('dialog', { name: 'Straight on' })).toBeVisible();
  await page.context().close();
});

test('an unfinished course says what is missing and cannot be played', async ({ browser }) => {
  const page = await openPage(browser, '/create?q=test');
  await page.locator('[data-section="outline"] summary').click();
  await page.locator('[data-piece="4"]').click();
  await page.keyboard.press('Delete');
  await expect(page.getByText('There is no goal yet')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Play F5' })).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Publish' })).toBeDisabled();
  await page.context().close();
});

test('the one-time link makes a host, who sees the world and hides a gate; others see a plain no', async ({
  browser,
}) => {
  const stranger = await openPage(browser, '/host');
  await expect(stranger.getByText('You are signed in, but not as the host of this world.')).toBeVisible();
  expect(await violations(stranger)).toEqual([]);

  const host = await openPage(browser, world.hostLink.slice(world.url.length));
  await expect(host.locator('body[data-state="running"]')).toBeAttached();
  expect(new URL(host.url()).hash).toBe('');
  await expect(host.getByText('None since the world started.')).toBeVisible();
  await expect(host.locator('[data-height]')).toBeVisible();
  expect(await violations(host)).toEqual([]);
  await host.getByRole('button', { name: 'Hide One gap' }).click();
  await expect(host.getByRole('button', { name: 'Show again One gap' })).toBeVisible();
  await host.getByRole('button', { name: 'Show again One gap' }).click();
  await expect(host.getByRole('button', { name: 'Hide One gap' })).toBeVisible();

  const late = await openPage(browser, world.hostLink.slice(world.url.length));
  await expect(late.getByText('This link was used before')).toBeVisible();
  for (const page of [stranger, host, late]) await page.context().close();
});
