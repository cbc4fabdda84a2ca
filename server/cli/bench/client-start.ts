/** How long a stranger waits: to the first words, and until they walk, each time with an empty cache. */
import type { Browser } from 'playwright';
import { z } from 'zod';

/** Medians in ms from the beginning of the navigation. */
export interface Start {
  readonly shellMs: number;
  readonly walkingMs: number;
}

const TIMES = 5;
const WAIT_MS = 120_000;

/** Notes when the page says that the visitor walks, without asking it again and again; presses the button at once. */
const WATCH = `
  addEventListener('DOMContentLoaded', () => {
    const button = document.getElementById('walk-in-button');
    const press = () => { if (!button.disabled) button.click(); };
    new MutationObserver(press).observe(button, { attributes: true });
    press();
    new MutationObserver(() => {
      if (document.body.dataset.state === 'walking') window.__walkingMs ??= performance.now();
    }).observe(document.body, { attributes: true });
  });`;

const timesSchema = z.object({ shellMs: z.number(), walkingMs: z.number() });

/** Comes in five times at the plainest tier. */
export async function measureStart(browser: Browser, url: string): Promise<Start> {
  const runs: Start[] = [];
  for (let time = 0; time < TIMES; time++) {
    // A context of its own has a cache of its own.
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
    const page = await context.newPage();
    page.setDefaultTimeout(WAIT_MS);
    await page.addInitScript(WATCH);
    await page.goto(`${url}/?q=test`, { waitUntil: 'commit' });
    // The page forbids evaluated conditions; the attribute is what they would ask for.
    await page.waitForSelector('body[data-state="walking"]');
    const times = await page.evaluate(`({
      shellMs: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1,
      walkingMs: window.__walkingMs })`);
    runs.push(timesSchema.parse(times));
    await context.close();
  }
  return {
    shellMs: Math.round(median(runs.map(({ shellMs }) => shellMs))),
    walkingMs: Math.round(median(runs.map(({ walkingMs }) => walkingMs))),
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
