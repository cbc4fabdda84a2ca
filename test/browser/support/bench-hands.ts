/** A visitor's hands on a workbench: comes in through a gate, reads the score, points at places of the work. */
import { type Browser, type BrowserContextOptions, expect, type Locator, type Page } from '@playwright/test';
import { walkIn } from './visitor.ts';

type Place = readonly [number, number, number];

/** Who enters which bench, and how. */
export interface Entering {
  readonly title: string;
  readonly name: string;
  readonly by: 'mouse' | 'keys';
  readonly device?: BrowserContextOptions;
  /** What is arranged at the gate, before the bench is opened. */
  readonly prepare?: (page: Page) => Promise<unknown>;
}

/** A page at the bench of a challenge, entered from its gate by mouse or by keys alone. */
export async function enterBench(
  browser: Browser,
  url: string,
  { title, name, by, device, prepare }: Entering,
): Promise<Page> {
  const cards: readonly { id: string; title: string }[] = await (await fetch(`${url}/api/challenges`)).json();
  const card = cards.find((known) => known.title === title);
  if (card === undefined) throw new Error(`there is no gate "${title}"`);
  const page = await walkIn(browser, url, name, card.id, device);
  await prepare?.(page);
  const play = page.getByRole('button', { name: 'Play', exact: true });
  await expect(play).toBeEnabled();
  if (by === 'mouse') await play.click();
  else await page.keyboard.press('Enter');
  await expect(page.locator('body[data-state="bench"]')).toBeAttached();
  await expect(page.locator('.bench-score')).toBeVisible();
  return page;
}

/** The value of what lies on the bench, as shown; null while it does not hold. */
export async function scoreOf(page: Page): Promise<number | null> {
  const value = page.locator('.bench-score [data-value]');
  return (await value.count()) === 0 ? null : Number(await value.getAttribute('data-value'));
}

/** The sentence of the broken rule. */
export function brokenRule(page: Page): Locator {
  return page.locator('.bench-score .broken');
}

/** The server judged what was handed in, and it holds. */
export async function expectHeld(page: Page): Promise<void> {
  await expect(page.locator('.outcome[data-verdict="held"]')).toBeVisible();
}

/** What lies on the bench. */
export async function workOf(page: Page): Promise<readonly Place[]> {
  const bench = await page.evaluate(() => window.__game.snapshot().bench);
  if (bench === null) throw new Error('nobody is at a bench');
  return bench.work.map(([x = 0, y = 0, z = 0]): Place => [x, y, z]);
}

/** Where a place of the work is seen, CSS pixels. */
export async function seenAt(page: Page, place: Place): Promise<{ readonly x: number; readonly y: number }> {
  const at = await page.evaluate((to) => window.__game.onPage(to), place);
  if (at === null) throw new Error('nobody is at a bench');
  return at;
}

/** Clicks a place of the work. */
export async function clickPlace(page: Page, place: Place): Promise<void> {
  const { x, y } = await seenAt(page, place);
  await page.mouse.click(x, y);
}

/** Drags from a place of the work by pixels. */
export async function dragPlace(page: Page, from: Place, dx: number, dy: number): Promise<void> {
  const { x, y } = await seenAt(page, from);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + dx / 2, y + dy / 2, { steps: 4 });
  await page.mouse.move(x + dx, y + dy, { steps: 4 });
  await page.mouse.up();
}

/** Drags with one finger from a place of the work by pixels. */
export async function fingerDrag(page: Page, from: Place, dx: number, dy: number): Promise<void> {
  const { x, y } = await seenAt(page, from);
  const glass = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: { x: number; y: number }[]) =>
    glass.send('Input.dispatchTouchEvent', { type, touchPoints: points });
  await touch('touchStart', [{ x, y }]);
  for (const share of [0.3, 0.6, 1]) await touch('touchMove', [{ x: x + dx * share, y: y + dy * share }]);
  await touch('touchEnd', []);
}

/** Goes with Tab alone to a button and presses it. */
export async function tabTo(page: Page, name: string): Promise<void> {
  const focused = page.locator('button:focus', { hasText: name });
  for (let step = 0; step < 60; step++) {
    if ((await focused.count()) > 0) return page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not come to "${name}"`);
}
