/** Whether the memory of a page stays where it was: through ten minutes on the island, and through ten visits of a course. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, CDPSession, Page } from 'playwright';
import { enter, lookAtPanels, visitCourse, walk } from './client-hands.ts';

/** Growth of the heap, MB. */
export interface Growth {
  /** On the island, from the end of the first minute on. */
  readonly islandMb: number;
  /** From the end of the second visit on. */
  readonly coursesMb: number;
}

const MINUTES = 10;
const VISITS = 10;

/** @param course a challenge whose gate stands on the island */
export async function measureGrowth(browser: Browser, url: string, course: string): Promise<Growth> {
  const address = `${url}/?q=test&test=1`;
  const play = (minutes: number) => (page: Page) => playFor(page, minutes);
  const visit = (times: number) => async (page: Page) => {
    for (let time = 0; time < times; time++) await visitCourse(page, course);
  };
  return {
    islandMb: await grown(browser, address, play(1), play(MINUTES - 1)),
    coursesMb: await grown(browser, address, visit(2), visit(VISITS)),
  };
}

/** How much more the page holds after the second part than after the first. */
async function grown(
  browser: Browser,
  address: string,
  first: (page: Page) => Promise<void>,
  then: (page: Page) => Promise<void>,
): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await enter(page, address);
  await first(page);
  const before = await heapMb(devtools);
  await then(page);
  const after = await heapMb(devtools);
  await context.close();
  return Math.round((after - before) * 100) / 100;
}

/** Walks around, opens every panel, shows gestures. */
async function playFor(page: Page, minutes: number): Promise<void> {
  for (let minute = 0; minute < minutes; minute++) {
    const endsAtMs = performance.now() + 60_000;
    await lookAtPanels(page, async () => {
      await walk(page, 3);
      await page.keyboard.press('1');
    });
    await wait(Math.max(0, endsAtMs - performance.now()));
  }
}

async function heapMb(devtools: CDPSession): Promise<number> {
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  return usedSize / 1_000_000;
}
