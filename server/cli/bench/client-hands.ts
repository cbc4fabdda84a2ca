/** A visitor's hands on the page that is measured. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright';

const WAIT_MS = 240_000;
/** Tape bytes: run ahead, to the left, back, to the right. */
export const WAYS = [64, 72, 80, 88] as const;
const PANELS = ['profile', 'people', 'board', 'quests', 'map', 'automata', 'settings', 'help'] as const;

/** Opens the page and walks in; by key, because a picture that comes slowly lets no click come to rest. */
export async function enter(page: Page, address: string): Promise<void> {
  page.setDefaultTimeout(WAIT_MS);
  await page.goto(address, { waitUntil: 'commit' });
  await page.locator('body[data-shown]').waitFor();
  await page.focus('#walk-in-button');
  await page.keyboard.press('Enter');
  await page.locator('body[data-state="walking"]').waitFor();
}

/** One way after the other. */
export async function walk(page: Page, turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn++) {
    await page.evaluate(`window.__game.hold(${WAYS[turn % WAYS.length]})`);
    await wait(1_500);
  }
  await page.evaluate('window.__game.hold(null)');
}

/** Opens every panel. @param between what is done before each */
export async function lookAtPanels(page: Page, between: () => Promise<void> = async () => undefined): Promise<void> {
  for (const panel of PANELS) {
    await between();
    await page.evaluate(`document.querySelector('[data-door="${panel}"]').click()`);
    await page.locator(`[data-panel="${panel}"]`).waitFor();
    await wait(800);
    await page.keyboard.press('Escape');
    await page.locator('[data-panel]').waitFor({ state: 'detached' });
  }
}

/** Onto a course, from the list of the map, a few steps there, and back to the island. @param gate its challenge */
export async function visitCourse(page: Page, gate: string): Promise<void> {
  await page.click('[data-door="map"]');
  const row = page.locator(`[data-place="gate ${gate}"]`);
  if ((await row.getAttribute('data-picked')) !== 'true') await row.locator('button.place').click();
  await row.getByRole('button', { name: /^Open the card/ }).click();
  await page.click('[data-challenge] button.main');
  await page.locator('body[data-run="ready"]').waitFor();
  await walk(page, 2);
  await page.keyboard.press('Escape');
  await page.locator('body[data-state="walking"]').waitFor();
}
