/** What ten minutes of play cost a page: CPU a frame, the longest task, and whether memory stays where it was. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, CDPSession, Page } from 'playwright';
import { z } from 'zod';

/** Figures of a stretch of play. */
export interface Play {
  /** CPU of the main thread for one frame, ms: everything it did, divided by the frames that were drawn. */
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
  const tasks = tasksOf(traceSchema.parse(JSON.parse((await browser.stopTracing()).toString('utf8'))).traceEvents);
  const devtools = await context.newCDPSession(page);
  await page.evaluate(`window.__game.crowd(${AVATARS - 1})`);
  const frameCpuMs = await cpuAFrame(page, devtools);
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

async function cpuAFrame(page: Page, devtools: CDPSession): Promise<number> {
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.evaluate(`window.__frames = 0; (function count() { window.__frames++; requestAnimationFrame(count); })()`);
  await page.evaluate(`window.__game.hold(${WAYS[0]})`);
  const before = { tasks: await taskSeconds(devtools), frames: Number(await page.evaluate('window.__frames')) };
  await wait(FRAMES_MS);
  const after = { tasks: await taskSeconds(devtools), frames: Number(await page.evaluate('window.__frames')) };
  await page.evaluate('window.__game.hold(null)');
  const cpu = ((after.tasks - before.tasks) * 1_000) / Math.max(1, after.frames - before.frames);
  return Math.round(cpu * 100) / 100;
}

async function taskSeconds(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
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
    ({ name, pid, tid, ts = 0 }) =>
      /RunTask$/.test(name) && pid === shown?.pid && tid === shown.tid && ts > (shown.ts ?? 0),
  );
  const micros = after.map(({ tdur = 0 }) => tdur);
  return {
    longestTaskMs: Math.round(micros.reduce((most, next) => Math.max(most, next), 0) / 100) / 10,
    longTasks: micros.filter((tdur) => tdur > LONG_US).length,
  };
}
