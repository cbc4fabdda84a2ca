/** What frames cost the main thread of a page at a tier, and the longest of its tasks after the first picture. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, Page } from 'playwright';
import { z } from 'zod';
import { enter, lookAtPanels, WAYS, walk } from './client-hands.ts';

/** Figures of a tier. */
export interface FrameCost {
  /** CPU of the main thread for one frame of sixty a second, ms. */
  readonly frameCpuMs: number;
  /** CPU of the longest task after the first picture, ms, and how many took more than 50. */
  readonly longestTaskMs: number;
  readonly longTasks: number;
}

const AVATARS = 100;
/** CPU a frame is told from this much walking, ms. */
const FRAMES_MS = 15_000;
const LONG_US = 50_000;
/** A task of any thread, as Chromium's trace calls it. */
const TASK = /RunTask$/;

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

/** Walks in, walks around and opens every panel; then stands among 100 avatars. */
export async function measureFrames(browser: Browser, url: string, tier: 'test' | 'medium'): Promise<FrameCost> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  const page = await context.newPage();
  await browser.startTracing(page, {
    categories: ['toplevel', 'blink.user_timing', 'disabled-by-default-devtools.timeline'],
  });
  await enter(page, `${url}/?q=${tier}&test=1`);
  await walk(page, 4);
  await lookAtPanels(page);
  const tasks = tasksOf(await stopTracing(browser));
  await page.evaluate(`window.__game.crowd(${AVATARS - 1})`);
  const frameCpuMs = await cpuAFrame(browser, page);
  await context.close();
  return { frameCpuMs, ...tasks };
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
  if (first === undefined) throw new TypeError('No frame was drawn in all that time.');
  const mine = events.filter(({ pid, tid }) => pid === first.pid && tid === first.tid);
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

type TraceEvent = z.infer<typeof traceSchema>['traceEvents'][number];

/** Tasks of the page's main thread after it marked its first picture, by the CPU they took. */
function tasksOf(events: readonly TraceEvent[]): Pick<FrameCost, 'longestTaskMs' | 'longTasks'> {
  const shown = events.find(({ name }) => name === 'shown');
  if (shown === undefined) throw new TypeError('The trace does not hold the first picture.');
  const after = events.filter(
    ({ name, pid, tid, ts = 0 }) => TASK.test(name) && pid === shown.pid && tid === shown.tid && ts > (shown.ts ?? 0),
  );
  const micros = after.map(({ tdur = 0 }) => tdur);
  return {
    longestTaskMs: Math.round(micros.reduce((most, next) => Math.max(most, next), 0) / 100) / 10,
    longTasks: micros.filter((tdur) => tdur > LONG_US).length,
  };
}
