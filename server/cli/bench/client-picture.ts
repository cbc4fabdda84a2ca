/** What one picture of the plaza costs at a tier, and how long shell and scene take to stand, by the named renderer. */
import type { Browser, Page } from 'playwright';
import { z } from 'zod';

/** Figures of one tier. */
export interface PictureCost {
  readonly calls: number;
  readonly triangles: number;
  readonly renderer: string;
  /** From the beginning of the navigation to the first picture of the island. */
  readonly sceneMs: number;
}

const LARGE_WAIT_MS = 240_000;
const AVATARS = 100;
/** In the page: what each of the next frames cost. */
const NEXT_FRAMES = `(async () => {
  const pictures = [];
  for (let frame = 0; frame < 6; frame++) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    pictures.push(window.__game.snapshot().picture);
  }
  return pictures;
})()`;

const picturesSchema = z.array(z.object({ calls: z.number(), triangles: z.number(), renderer: z.string() }));

/** Walks in at a tier and draws the plaza with 100 avatars after everything has grown. */
export async function measurePicture(browser: Browser, url: string, tier: 'low' | 'medium'): Promise<PictureCost> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  const page = await context.newPage();
  page.setDefaultTimeout(LARGE_WAIT_MS);
  await page.goto(`${url}/?q=${tier}&test=1`, { waitUntil: 'commit' });
  await page.waitForSelector('body[data-shown]');
  const sceneMs = await numberOf(page, 'performance.now()');
  await page.click('#walk-in-button');
  await page.waitForSelector('body[data-state="walking"]');
  await page.evaluate(`window.__game.crowd(${AVATARS - 1})`);
  await page.evaluate('window.__game.settled()');
  // Shadows are drawn every other frame: the dearest of some frames is the figure.
  const pictures = picturesSchema.parse(await page.evaluate(NEXT_FRAMES));
  await context.close();
  const [dearest] = pictures.sort((a, b) => b.triangles - a.triangles);
  if (dearest === undefined) throw new TypeError('There is a picture.');
  return { ...dearest, sceneMs: Math.round(sceneMs) };
}

async function numberOf(page: Page, expression: string): Promise<number> {
  return Number(await page.evaluate(expression));
}
