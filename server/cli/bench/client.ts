/** What the play page costs: script before the first picture, until joined, until playable; and its picture. */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '#server/config.ts';
import { openLog } from '#server/log.ts';
import { openWorld } from '#server/world.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { openBrowser } from './client-browser.ts';
import { measureFrames } from './client-frames.ts';
import { measurePicture } from './client-picture.ts';
import { measureGrowth } from './client-play.ts';
import { CLIENT_FILES, firstCourse, measureSizes } from './client-sizes.ts';
import { measureStart } from './client-start.ts';
import { type BenchRow, benchRow } from './row.ts';

const TARGET = {
  firstFrameKb: 180,
  joinedKb: 240,
  playableKb: 1_600,
  calls: 150,
  triangles: { low: 250_000, medium: 500_000 },
  shellMs: 1_000,
  walkingMs: 2_500,
  frameCpuMs: 4,
  longTasks: 0,
  heapGrowthMb: 1,
} as const;

/** @throws DimensionError `bench.no-client` when the pages were not built */
export async function clientBench(): Promise<readonly BenchRow[]> {
  if (!existsSync(CLIENT_FILES))
    throw new DimensionError('bench.no-client', 'The pages are not built yet: run "npm run build" first.');
  const dataDir = await mkdtemp(join(tmpdir(), 'dimension-client-bench-'));
  const config = readConfig({ PORT: '0', DATA_DIR: dataDir, AUTOMATA_CPU: '0', LOG_LEVEL: 'silent' });
  const world = await openWorld(config, { log: openLog('silent'), ladder: { budgetsCpuSeconds: [], seeds: 0 } });
  const browser = await openBrowser();
  try {
    return [
      ...(await sizeRows(browser, world.url)),
      ...(await startRows(browser, world.url)),
      ...(await pictureRows(browser, world.url)),
      ...(await playRows(browser, world.url)),
    ];
  } finally {
    await browser.close();
    await world.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

type OpenBrowser = Awaited<ReturnType<typeof openBrowser>>;

async function sizeRows(browser: OpenBrowser, url: string): Promise<BenchRow[]> {
  const sizes = await measureSizes(browser, url);
  const row = (name: string, value: number, target: number) =>
    benchRow({ bench: 'client', name, value, unit: 'kB gz', better: 'lower', target, baseline: null });
  return [
    row('script before the first picture', sizes.firstFrameKb, TARGET.firstFrameKb),
    row('script until joined', sizes.joinedKb, TARGET.joinedKb),
    row('everything until a course is playable', sizes.playableKb, TARGET.playableKb),
    benchRow({
      bench: 'client',
      name: 'ethers or ONNX runtime requested before they are needed',
      value: sizes.early,
      unit: 'requests',
      better: 'lower',
      target: 0,
      baseline: null,
    }),
  ];
}

async function startRows(browser: OpenBrowser, url: string): Promise<BenchRow[]> {
  const { shellMs, walkingMs } = await measureStart(browser, url);
  const row = (name: string, value: number, target: number) =>
    benchRow({ bench: 'client', name, value, unit: 'ms', better: 'lower', target, baseline: null });
  return [
    row('shell on the screen, cold cache, median of 5', shellMs, TARGET.shellMs),
    row('walking, cold cache, median of 5', walkingMs, TARGET.walkingMs),
  ];
}

async function playRows(browser: OpenBrowser, url: string): Promise<BenchRow[]> {
  const row = (name: string, value: number, unit: string, target: number | null) =>
    benchRow({ bench: 'client', name, value, unit, better: 'lower', target, baseline: null });
  const rows: BenchRow[] = [];
  for (const tier of ['test', 'medium'] as const) {
    const frames = await measureFrames(browser, url, tier);
    rows.push(
      row(`CPU of the main thread a frame, 100 avatars in view, ${tier}`, frames.frameCpuMs, 'ms', TARGET.frameCpuMs),
      row(
        `tasks of more than 50 ms of CPU after the first picture, ${tier}`,
        frames.longTasks,
        'tasks',
        TARGET.longTasks,
      ),
      row(`the longest of them, ${tier}`, frames.longestTaskMs, 'ms', null),
    );
  }
  const { islandMb, coursesMb } = await measureGrowth(browser, url, await firstCourse(url));
  rows.push(
    row('growth of the heap over ten minutes of play', islandMb, 'MB', TARGET.heapGrowthMb),
    row('growth of the heap over ten visits of a course', coursesMb, 'MB', TARGET.heapGrowthMb),
  );
  return rows;
}

async function pictureRows(browser: OpenBrowser, url: string): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const tier of ['low', 'medium'] as const) {
    const picture = await measurePicture(browser, url, tier);
    const row = (name: string, value: number, unit: string, target: number | null) =>
      benchRow({ bench: 'client', name: `${name}, ${tier}`, value, unit, better: 'lower', target, baseline: null });
    rows.push(
      row('draw calls with 100 avatars on the plaza', picture.calls, 'calls', TARGET.calls),
      row('triangles with 100 avatars on the plaza', picture.triangles, 'triangles', TARGET.triangles[tier]),
      row(`first picture by ${picture.renderer}`, picture.sceneMs, 'ms', null),
    );
  }
  return rows;
}
