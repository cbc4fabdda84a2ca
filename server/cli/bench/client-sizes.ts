/** Bytes as a visitor's browser asks for them: before the first picture, until joined, until a course is playable. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { z } from 'zod';

/** Where the built pages lie. */
export const CLIENT_FILES = new URL('../../../dist/client/', import.meta.url).pathname;

/** Sizes in kB (1000 bytes) after gzip; `early` counts requests for what should not be needed yet. */
export interface Sizes {
  readonly firstFrameKb: number;
  readonly joinedKb: number;
  readonly playableKb: number;
  readonly early: number;
}

const LARGE_WAIT_MS = 180_000;
const HEAVY = /ethers|ort-wasm|onnx/i;

/** A file that was asked for, and when, ms since the navigation. */
const assetsSchema = z.array(z.object({ path: z.string(), atMs: z.number() }));

/** Asked in the page: the files of this origin with their times. */
const ASSETS = `performance.getEntriesByType('resource').map(({ name, startTime }) => ({
  path: new URL(name).pathname, atMs: startTime })).filter(({ path }) => path.startsWith('/assets/'))`;

/** Walks in, opens the first gate and its course, and adds up what was asked for on the way. */
export async function measureSizes(browser: Browser, url: string): Promise<Sizes> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  const page = await context.newPage();
  // What is needed is counted, not what is fetched ahead for whoever reads on.
  await page.addInitScript("Object.defineProperty(navigator.connection, 'saveData', { value: true })");
  page.setDefaultTimeout(LARGE_WAIT_MS);
  const gate = await firstCourse(url);
  await page.goto(`${url}/?q=test&gate=${gate}`, { waitUntil: 'commit' });
  await page.waitForSelector('body[data-shown]');
  await page.click('#walk-in-button');
  await page.waitForSelector('body[data-state="walking"]');
  await page.click('[data-challenge] button.main');
  await page.waitForSelector('body[data-run="ready"]');
  const assets = assetsSchema.parse(await page.evaluate(ASSETS));
  const before = async (mark: string) => {
    const atMs = Number(await page.evaluate(`performance.getEntriesByName(${JSON.stringify(mark)})[0].startTime`));
    return assets.filter((asset) => asset.atMs < atMs).map(({ path }) => path);
  };
  const script = (paths: readonly string[]) => kilobytes(paths.filter((path) => path.endsWith('.js')));
  const sizes: Sizes = {
    firstFrameKb: await script(await before('shown')),
    joinedKb: await script(await before('joined')),
    playableKb: await kilobytes([...assets.map(({ path }) => path), '/index.html']),
    early: assets.filter(({ path }) => HEAVY.test(path)).length,
  };
  await context.close();
  return sizes;
}

async function kilobytes(paths: readonly string[]): Promise<number> {
  let bytes = 0;
  for (const path of new Set(paths)) bytes += await gzippedSize(path);
  return Math.round(bytes / 100) / 10;
}

async function gzippedSize(path: string): Promise<number> {
  const file = join(CLIENT_FILES, path);
  const packed = await stat(`${file}.gz`).catch(() => null);
  return (packed ?? (await stat(file))).size;
}

const challengesSchema = z.array(
  z.object({ id: z.string(), title: z.string(), file: z.object({ family: z.string() }) }),
);

/** The id of a course that stands in the world. @throws TypeError where there is none */
export async function firstCourse(url: string): Promise<string> {
  const challenges = challengesSchema.parse(await (await fetch(`${url}/api/challenges`)).json());
  const course = challenges.find(({ file }) => file.family === 'parkour');
  if (course === undefined) throw new TypeError('A world has courses from the beginning.');
  return course.id;
}
