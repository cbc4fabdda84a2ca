/** Bytes as a visitor's browser asks for them: before the first picture, until joined, until a course is playable. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright';

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

/** Walks in, opens the first gate and its course, and adds up what was asked for on the way. */
export async function measureSizes(browser: Browser, url: string): Promise<Sizes> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  const page = await context.newPage();
  page.setDefaultTimeout(LARGE_WAIT_MS);
  const asked: string[] = [];
  page.on('request', (request) => {
    const { origin, pathname } = new URL(request.url());
    if (origin === url && !pathname.startsWith('/api')) asked.push(pathname);
  });
  const challenges: unknown = await (await fetch(`${url}/api/challenges`)).json();
  const gate = firstId(challenges);
  await page.goto(`${url}/?q=test&gate=${gate}`, { waitUntil: 'commit' });
  await page.waitForSelector('body[data-shown]');
  const firstFrame = asked.length;
  await page.click('#walk-in-button');
  await page.waitForSelector('body[data-state="walking"]');
  const joined = asked.length;
  await page.click('[data-challenge] button.main');
  await page.waitForSelector('body[data-run="ready"]');
  const script = (paths: readonly string[]) => kilobytes(paths.filter((path) => path.endsWith('.js')));
  const sizes: Sizes = {
    firstFrameKb: await script(asked.slice(0, firstFrame)),
    joinedKb: await script(asked.slice(0, joined)),
    playableKb: await kilobytes(asked),
    early: asked.filter((path) => HEAVY.test(path)).length,
  };
  await context.close();
  return sizes;
}

async function kilobytes(paths: readonly string[]): Promise<number> {
  let bytes = 0;
  for (const path of new Set(paths)) bytes += await gzippedSize(path === '/' ? '/index.html' : path);
  return Math.round(bytes / 100) / 10;
}

async function gzippedSize(path: string): Promise<number> {
  const file = join(CLIENT_FILES, path);
  const packed = await stat(`${file}.gz`).catch(() => null);
  return (packed ?? (await stat(file))).size;
}

function firstId(challenges: unknown): string {
  const [first]: unknown[] = Array.isArray(challenges) ? challenges : [];
  return typeof first === 'object' && first !== null && 'id' in first ? String(first.id) : '';
}
