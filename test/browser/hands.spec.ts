/** Every hand of the workbench, by mouse and by keyboard alone: from the gate to the server's verdict. */
import { expect, type Page, test } from '@playwright/test';
import { violations } from './support/accessibility.ts';
import {
  brokenRule,
  clickPlace,
  dragPlace,
  enterBench,
  expectHeld,
  scoreOf,
  tabTo,
  workOf,
} from './support/bench-hands.ts';
import { openTestWorld, type WorldProcess } from './support/world-process.ts';

let world: WorldProcess;

test.beforeAll(async () => {
  world = await openTestWorld('benches');
});

test.afterAll(async () => {
  await world.close();
});

/** Back on the island, where the gate was. */
async function expectIsland(page: Page): Promise<void> {
  await expect(page.locator('body[data-state="walking"]')).toBeAttached();
  await page.context().close();
}

test('lanterns are set, dragged and taken away by mouse; a line of three shines red, and undo mends it', async ({
  browser,
}) => {
  const page = await enterBench(browser, world.url, { title: 'Lanterns apart', name: 'Ada', by: 'mouse' });
  await page.getByRole('button', { name: 'One floor down' }).click();
  await clickPlace(page, [0, 0, 3]);
  await clickPlace(page, [1, 0, 3]);
  await expect.poll(() => scoreOf(page)).toBe(2);
  await clickPlace(page, [2, 0, 3]);
  await expect(brokenRule(page)).toContainText('line');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => scoreOf(page)).toBe(2);

  // A lantern snaps to the place it is dragged to, in one step back.
  await page.getByRole('button', { name: 'Mirror: left and right' }).click();
  await clickPlace(page, [0, 0, 0]);
  await expect.poll(() => scoreOf(page)).toBe(4);
  expect(await workOf(page)).toContainEqual([3, 0, 0]);

  await page.getByRole('button', { name: 'Hand in' }).click();
  await expectHeld(page);
  await page.getByRole('button', { name: 'Back to the island' }).click();
  await expectIsland(page);
});

test('lanterns are set by keyboard alone, on every floor', async ({ browser }) => {
  const page = await enterBench(browser, world.url, { title: 'Lanterns apart', name: 'Bo', by: 'keys' });
  for (const key of ['Space', 'ArrowRight', 'Space', 'PageUp', 'Space']) await page.keyboard.press(key);
  await expect.poll(() => scoreOf(page)).toBe(3);
  for (const key of ['PageUp', 'NumpadEnter', 'PageDown', 'PageDown', 'PageDown', 'Enter'])
    await page.keyboard.press(key);
  await expect(brokenRule(page)).toContainText('line');
  await page.keyboard.press('Control+KeyZ');
  await page.keyboard.press('Control+KeyZ');
  await expect.poll(() => scoreOf(page)).toBe(3);
  await page.keyboard.press('Control+KeyY');
  await page.keyboard.press('Control+KeyZ');
  await tabTo(page, 'Hand in');
  await expectHeld(page);
  // The first Esc closes the card and the keyboard is where it was, the second leaves the bench.
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Hand in' })).toBeFocused();
  // The slider has the focus: it keeps its arrows, and undo is still undo.
  const slider = page.getByRole('slider', { name: /^Floor/ });
  await slider.focus();
  const before = await slider.inputValue();
  await page.keyboard.press('ArrowRight');
  await expect(slider).toHaveValue(String(Number(before) + 1));
  await page.keyboard.press('Control+KeyZ');
  await expect.poll(() => scoreOf(page)).toBe(2);
  await page.keyboard.press('Escape');
  await expectIsland(page);
});

test('a chain follows the bead that is dragged; a turn onto itself shines red, and undo mends it', async ({
  browser,
}) => {
  const page = await enterBench(browser, world.url, { title: 'The bright core', name: 'Cleo', by: 'mouse' });
  const [before, score] = [await workOf(page), await scoreOf(page)];
  // The bead that is chosen at first lies in the middle of a straight row: half a turn lays the rest onto it.
  await page.getByRole('button', { name: 'Turn the rest' }).click();
  await page.getByRole('button', { name: 'Turn the rest' }).click();
  await expect(brokenRule(page)).toBeVisible();
  for (let step = 0; step < 2; step++) await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => scoreOf(page)).toBe(score);
  expect(await workOf(page)).toEqual(before);

  const last = before[before.length - 1];
  if (last === undefined) throw new Error('there is no chain');
  await dragPlace(page, last, 120, -20);
  expect(await workOf(page)).not.toEqual(before);
  await expect.poll(async () => (await scoreOf(page)) !== score).toBe(true);

  await page.getByRole('button', { name: 'Hand in' }).click();
  await expectHeld(page);
  await page.getByRole('button', { name: 'Back to the island' }).click();
  await expectIsland(page);
});

test('a chain is bent by keyboard alone; what lies on itself shines red, and undo mends it', async ({ browser }) => {
  const page = await enterBench(browser, world.url, { title: 'The bright core', name: 'Dov', by: 'keys' });
  const before = await workOf(page);
  const score = await scoreOf(page);
  const times = async (key: string, count: number) => {
    for (let press = 0; press < count; press++) await page.keyboard.press(key);
  };
  await times('BracketRight', 4);
  await page.keyboard.press('ArrowUp');
  const after = await workOf(page);
  expect(after).not.toEqual(before);
  await expect.poll(() => scoreOf(page)).toBe(Number(score) - 1);

  await times('BracketLeft', 4);
  await times('KeyR', 2);
  await expect(brokenRule(page)).toBeVisible();
  await times('Control+KeyZ', 2);
  await expect.poll(() => scoreOf(page)).toBe(Number(score) - 1);
  expect(await workOf(page)).toEqual(after);

  await tabTo(page, 'Hand in');
  await expectHeld(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expectIsland(page);
});

test('a beacon is dragged over the ball, and everything settles when it is let @long', async ({ browser }) => {
  const page = await enterBench(browser, world.url, { title: 'Thirteen beacons', name: 'Edda', by: 'mouse' });
  await expect.poll(() => scoreOf(page)).not.toBeNull();
  const first = await scoreOf(page);
  const towards = (place: readonly [number, number, number]) => 0.46 * place[0] + 0.3 * place[1] + 0.84 * place[2];
  const nearest = [...(await workOf(page))].sort((a, b) => towards(b) - towards(a))[0];
  if (nearest === undefined) throw new Error('there is no beacon');
  await dragPlace(page, nearest, 50, 30);
  await expect.poll(async () => (await scoreOf(page)) !== first).toBe(true);
  const moved = await scoreOf(page);

  await page.getByRole('button', { name: 'Let it settle' }).click();
  await expect.poll(() => scoreOf(page)).toBeCloseTo(58.853230612, 6);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => scoreOf(page)).toBe(moved);
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect.poll(() => scoreOf(page)).toBeCloseTo(58.853230612, 6);

  await page.getByRole('button', { name: 'Hand in' }).click();
  await expectHeld(page);
  await page.getByRole('button', { name: 'Back to the island' }).click();
  await expectIsland(page);
});

test('beacons are chosen, pushed, shaken and settled by keyboard alone', async ({ browser }) => {
  const page = await enterBench(browser, world.url, { title: 'Thirteen beacons', name: 'Finn', by: 'keys' });
  await expect.poll(() => scoreOf(page)).not.toBeNull();
  const before = await workOf(page);
  for (const key of ['BracketRight', 'ArrowUp', 'ArrowUp', 'ArrowLeft']) await page.keyboard.press(key);
  const pushed = await workOf(page);
  expect(pushed.filter((place, index) => String(place) !== String(before[index]))).toHaveLength(1);
  await page.keyboard.press('KeyK');
  await page.keyboard.press('KeyL');
  await expect.poll(() => scoreOf(page)).toBeCloseTo(58.853230612, 6);
  await page.keyboard.press('Control+KeyZ');
  await page.keyboard.press('Control+KeyZ');
  await expect.poll(() => workOf(page)).toEqual(pushed);
  await tabTo(page, 'Hand in');
  await expectHeld(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expectIsland(page);
});

test('whether machines may learn from one is asked once, and can be changed at any time', async ({ browser }) => {
  const page = await enterBench(browser, world.url, { title: 'Lanterns apart', name: 'Ida', by: 'keys' });
  const question = page.getByText('May the machines of this world learn from your solutions?');
  const handIn = async () => {
    await expect(page.getByRole('button', { name: 'Hand in' })).toBeEnabled();
    await page.getByRole('button', { name: 'Hand in' }).press('Enter');
    await expectHeld(page);
  };
  await page.keyboard.press('Space');
  await handIn();
  await expect(question).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Yes, they may' }).press('Enter');
  await expect(page.locator('.consent')).toContainText('may learn from your solutions');
  await page.keyboard.press('Escape');

  await page.getByRole('application').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await expect.poll(() => scoreOf(page)).toBe(2);
  await handIn();
  await expect(question).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'You', exact: true }).click();
  await expect(page.getByText('You said yes')).toBeVisible();
  await page.getByRole('button', { name: 'No', exact: true }).press('Enter');
  await expect(page.getByText('You said no')).toBeVisible();
  await page.reload({ waitUntil: 'commit' });
  await page.getByRole('button', { name: 'Walk in' }).click();
  await expect(page.locator('body[data-state="walking"]')).toBeAttached();
  await page.getByRole('button', { name: 'You', exact: true }).click();
  await expect(page.getByText('You said no')).toBeVisible();
  await page.context().close();
});
