/** What ten minutes of play cost a page: CPU a frame, the longest task, and whether memory stays where it was. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, CDPSession, Page } from 'playwright';
import { z } from 'zod';

/** Figures of a stretch of play. */
export interface Play {
  /** CPU of the main thread for one frame of sixty a second, ms. */
  readonly frameCpuMs: number;
  /** CPU of the longest task after the first picture, ms, and how many took more than 50. */
  readonly longestTaskMs: number;
  readonly longTasks: number;
  /** Growth of the heap from the end of the first minute on, MB. */
  readonly heapGrowthMb: number;
}

const WAIT_MS = 120_000;
const MINUTES = 10;
const AVATARS = 100;
/** CPU a frame is told from this much walking, ms. */
const FRAMES_MS = 15_000;
const LONG_US = 50_000;
/** A task of any thread, as Chromium's trace calls it. */
const TASK = /RunTask$/;
/** Tape bytes: run ahead, to the left, back, to the right. */
const WAYS = [64, 72, 80, 88] as const;
const PANELS = ['profile', 'board', 'automata', 'settings', 'help'] as const;

const traceSchema = z.object({
  traceEvents: z.array(
    z.looseObject({
      name: z.string(),
      pid: z.number(),
      tid: z.number(),
      ts: z.number().optional(),
      tdur: z.number().optional(),
    }),
  ),
});

/** Walks in, plays, and measures on the way. */
export async function measurePlay(browser: Browser, url: string): Promise<Play> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  const page = await context.newPage();
  page.setDefaultTimeout(WAIT_MS);
  await browser.startTracing(page, {
    categories: ['toplevel', 'blink.user_timing', 'disabled-by-default-devtools.timeline'],
  });
  await page.goto(`${url}/?q=test&test=1`, { waitUntil: 'commit' });
  await page.waitForSelector('body[data-shown]');
  await page.click('#walk-in-button');
  await page.waitForSelector('body[data-state="walking"]');
  await walk(page, 4);
  const tasks = tasksOf(await stopTracing(browser));
  const devtools = await context.newCDPSession(page);
  await page.evaluate(`window.__game.crowd(${AVATARS - 1})`);
  const frameCpuMs = await cpuAFrame(browser, page);
  await page.evaluate('window.__game.crowd(0)');
  await playFor(page, 1);
  const before = await heapMb(devtools);
  await playFor(page, MINUTES - 1);
  const after = await heapMb(devtools);
  await context.close();
  return { frameCpuMs, ...tasks, heapGrowthMb: Math.round((after - before) * 100) / 100 };
}

async function walk(page: Page, turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn++) {
    await page.evaluate(`window.__game.hold(${WAYS[turn % WAYS.length]})`);
    await wait(1_500);
  }
  await page.evaluate('window.__game.hold(null)');
}

/** Walks around, opens every panel, speaks, shows gestures. */
async function playFor(page: Page, minutes: number): Promise<void> {
  for (let minute = 0; minute < minutes; minute++) {
    const endsAtMs = performance.now() + 60_000;
    for (const panel of PANELS) {
      await walk(page, 4);
      await page.evaluate(`document.querySelector('[data-door="${panel}"]')?.click()`);
      await wait(800);
      await page.keyboard.press('Escape');
      await page.keyboard.press('1');
    }
    await wait(Math.max(0, endsAtMs - performance.now()));
  }
}

/**
 * What a frame costs where sixty of them come a second: the CPU of drawing one, and a sixtieth of all other CPU of the
 * main thread in a second. Software drawing makes far fewer frames, and what the network brings must not count for more.
 */
async function cpuAFrame(browser: Browser, page: Page): Promise<number> {
  await page.evaluate(`window.__game.hold(${WAYS[0]})`);
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline'] });
  await wait(FRAMES_MS);
  const events = await stopTracing(browser);
  await page.evaluate('window.__game.hold(null)');
  // Scripts run in the page's main thread alone; the first frame says which one that is.
  const first = events.find(({ name }) => name === 'FireAnimationFrame');
  const mine = events.filter(({ pid, tid }) => pid === first?.pid && tid === first.tid);
  const cpuOf = (named: RegExp) => mine.filter(({ name }) => named.test(name)).map(({ tdur = 0 }) => tdur);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const frames = cpuOf(/^FireAnimationFrame$/);
  const rest = sum(cpuOf(TASK)) - sum(frames);
  const micros = sum(frames) / frames.length + rest / ((FRAMES_MS / 1_000) * 60);
  return Math.round(micros / 10) / 100;
}

async function stopTracing(browser: Browser): Promise<readonly TraceEvent[]> {
  return traceSchema.parse(JSON.parse((await browser.stopTracing()).toString('utf8'))).traceEvents;
}

async function heapMb(devtools: CDPSession): Promise<number> {
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  return usedSize / 1_000_000;
}

type TraceEvent = z.infer<typeof traceSchema>['traceEvents'][number];

/** Tasks of the page's main thread after it marked its first picture, by the CPU they took. */
function tasksOf(events: readonly TraceEvent[]): Pick<Play, 'longestTaskMs' | 'longTasks'> {
  const shown = events.find(({ name }) => name === 'shown');
  const after = events.filter(
    ({ name, pid, tid, ts = 0 }) => TASK.test(name) && pid === shown?.pid && tid === shown.tid && ts > (shown.ts ?? 0),
  );
  const micros = after.map(({ tdur = 0 }) => tdur);
  return {
    longestTaskMs: Math.round(micros.reduce((most, next) => Math.max(most, next), 0) / 100) / 10,
    longTasks: micros.filter((tdur) => tdur > LONG_US).length,
  };
}
