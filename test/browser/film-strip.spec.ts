/** The first minute of a stranger as a strip of twelve pictures, for people to look at: .cache/first-minute.jpg. */
import { mkdir } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import type { GameSnapshot } from '#client/play/test-hook.ts';
import { decodeTape } from '#shared/physics/tape.ts';
import { straightTape } from './support/straight-course.ts';
import { face, look, runAfter, walkTowards } from './support/visitor.ts';
import { openTestWorld, type WorldProcess } from './support/world-process.ts';

const FRAMES = 12;
const FOLDER = new URL('../../.cache/', import.meta.url).pathname;
const LONGEST = 3_600;
/** The recording stands before the gap after so many ticks, and behind it after so many; where the gap ends, m. */
const BEFORE_GAP = 100;
const BEHIND_GAP = 185;
const GAP_ENDS = -16.5;
/** Here a CPU draws the island as people see it: a picture may take seconds. */
const SLOW = { timeout: 90_000 };

let world: WorldProcess;

test.beforeAll(async () => {
  world = await openTestWorld('guided');
});

test.afterAll(async () => {
  await world.close();
});

/** The pictures in the order in which they were taken. */
class Strip {
  readonly #page: Page;
  readonly shots: Buffer[] = [];

  constructor(page: Page) {
    this.#page = page;
  }

  /** Whatever a picture shows was waited for before: it is of a state, not of a moment. */
  async take(): Promise<void> {
    // What slides in or fades is shown where it comes to rest.
    const options = { type: 'jpeg', quality: 80, animations: 'disabled', timeout: 60_000 } as const;
    this.shots.push(await this.#page.screenshot(options));
  }

  /** All of them on one sheet. */
  async keep(sheet: Page): Promise<void> {
    const pictures = this.shots.map((shot) => `<img src="data:image/jpeg;base64,${shot.toString('base64')}">`).join('');
    await sheet.setViewportSize({ width: 1_280, height: 560 });
    await sheet.setContent(
      `<style>body { margin: 0; display: grid; grid-template-columns: repeat(4, 1fr); gap: 4px; background: #1d1640 }
       img { width: 100% }</style>${pictures}`,
    );
    await mkdir(FOLDER, { recursive: true });
    await sheet.screenshot({ path: `${FOLDER}first-minute.jpg`, type: 'jpeg', quality: 82, fullPage: true });
  }
}

/** From the link to where the guide speaks: three pictures. */
async function arrive(page: Page, strip: Strip): Promise<void> {
  await page.goto(`${world.url}/?q=low&test=1`, { waitUntil: 'commit' });
  await expect(page.locator('body[data-state="ready"]')).toBeAttached(SLOW);
  await page.getByLabel('Your name here').fill('Nora');
  await expect(page.getByRole('button', { name: 'Walk in' })).toBeEnabled();
  await strip.take();

  await page.getByRole('button', { name: 'Walk in' }).click();
  await expect(page.locator('body[data-state="walking"]')).toBeAttached(SLOW);
  await page.evaluate(() => window.__game.settled());
  const hint = page.getByRole('status', { name: 'What to do next' });
  await expect(hint).toContainText('Walk with W A S D.', SLOW);
  await strip.take();

  await expect(page.getByText('I am Pell, the guide. Come with me to “One gap”')).toBeVisible(SLOW);
  await face(page, guideIn(await look(page)));
  await page.evaluate(() => window.__game.settled());
  await strip.take();
}

/** After the guide to the open card of the gate: three pictures. */
async function walkToGate(page: Page, strip: Strip): Promise<void> {
  const hint = page.getByRole('status', { name: 'What to do next' });
  await runAfter(page, 'Pell', async () => ((await hint.textContent()) ?? '').includes('Follow Pell'));
  await strip.take();

  const chat = page.getByRole('region', { name: 'Chat' });
  await runAfter(page, 'Pell', () => chat.getByText('Here it is').isVisible());
  await strip.take();

  const gate = (await look(page)).gates.find(({ title }) => title === 'One gap');
  if (gate === undefined) throw new Error('the gate stands');
  await walkTowards(page, gate, () => page.getByRole('button', { name: 'Practise' }).isVisible());
  await strip.take();
}

/** On the course, from its start to the verdict: four pictures. */
async function run(page: Page, strip: Strip): Promise<void> {
  await page.getByRole('button', { name: 'Practise' }).press('Enter');
  await expect(page.locator('body[data-run="ready"]')).toBeAttached(SLOW);
  const hint = page.getByRole('status', { name: 'What to do next' });
  await expect(hint).toContainText('The clock starts with your first step.');
  await strip.take();

  await feed(page, 0, BEFORE_GAP);
  await expect.poll(async () => (await look(page)).run?.ticks ?? 0, SLOW).toBeGreaterThan(30);
  await expect(page.locator('body[data-run="running"]')).toBeAttached();
  await strip.take();

  // Once more from the start, over the gap: there the runner stands, however long a picture takes.
  await again(page);
  await feed(page, 0, BEHIND_GAP);
  await expect.poll(async () => (await look(page)).run?.z ?? 0, SLOW).toBeLessThan(GAP_ENDS);
  await strip.take();

  // And whole, without pictures on the way: who stands still while one is taken has not played it live.
  await again(page);
  await feed(page, 0);
  await expect(page.locator('[data-verdict="holds"]')).toBeVisible(SLOW);
  // In the chat it stays; what pops up beside it is gone before a slow picture is taken.
  await expect(page.getByRole('region', { name: 'Chat' })).toContainText('Nora got through “One gap”', SLOW);
  await strip.take();
}

/** Back where everybody hears of it: two pictures. */
async function comeBack(page: Page, strip: Strip): Promise<void> {
  await page.getByRole('button', { name: 'Back to the island' }).click();
  await expect(page.locator('body[data-state="walking"]')).toBeAttached(SLOW);
  await expect(page.getByText('Well done! “One gap” is the first of your results')).toBeVisible(SLOW);
  await face(page, guideIn(await look(page)));
  await page.evaluate(() => window.__game.settled());
  await strip.take();

  await page.getByRole('button', { name: 'Board' }).click();
  await expect(page.getByText('Nora got a first result verified: “One gap”.')).toBeVisible(SLOW);
  await strip.take();
}

test('the first minute reaches each of its twelve moments, and a picture is kept of each @long', async ({
  browser,
}) => {
  test.setTimeout(600_000);
  const context = await browser.newContext({ viewport: { width: 960, height: 540 } });
  const page = await context.newPage();
  const strip = new Strip(page);
  await arrive(page, strip);
  await walkToGate(page, strip);
  await run(page, strip);
  await comeBack(page, strip);
  expect(strip.shots).toHaveLength(FRAMES);
  await page.close();
  await strip.keep(await context.newPage());
  await context.close();
});

/** Lets go and stands at the start again. */
async function again(page: Page): Promise<void> {
  await feed(page, 0, 0);
  await page.keyboard.press('KeyR');
  await expect(page.locator('body[data-run="ready"]')).toBeAttached();
}

/** Plays the recording of somebody who clears the course, from one tick to another. */
async function feed(page: Page, from: number, to?: number): Promise<void> {
  const payload = straightTape();
  if (payload.kind !== 'tape') throw new Error('it is played by running');
  await page.evaluate((bytes) => window.__game.feed(bytes), [...decodeTape(payload.bytes, LONGEST)].slice(from, to));
}

function guideIn({ others }: GameSnapshot) {
  const guide = others.find(({ name }) => name === 'Pell');
  if (guide === undefined) throw new Error('the guide is on the island');
  return guide;
}
