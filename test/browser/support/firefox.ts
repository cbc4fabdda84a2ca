/** Opens a Firefox for a test: the kept release that hosts have, with a screen of memory where there is none. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { type Browser, launch } from 'puppeteer-core';
import { FIREFOX_ADVICE, findFirefox, installFirefox } from '#server/cli/firefox.mjs';

/** Drawing by the CPU is slow: so long may one question to the browser take, ms. */
const PATIENCE_MS = 120_000;

/** A Firefox, and the way to end it with its screen. */
export interface Firefox {
  readonly browser: Browser;
  close(): Promise<void>;
}

/** @throws Error with advice where there is no Firefox: these tests are never skipped in silence */
export async function openFirefox(): Promise<Firefox> {
  const found = findFirefox() ?? installFirefox();
  if (found === null) throw new Error(FIREFOX_ADVICE);
  const screen = found.xvfb === null ? null : await openScreen(found.xvfb);
  try {
    const browser = await launchOn(found.program, screen?.name ?? null);
    return { browser, close: () => browser.close().finally(() => screen?.program.kill()) };
  } catch (error) {
    screen?.program.kill();
    throw error;
  }
}

/** @param screen the display to draw on by the CPU; null for the one that is there */
function launchOn(program: string, screen: string | null): Promise<Browser> {
  return launch({
    browser: 'firefox',
    executablePath: program,
    // Without a window Firefox has no WebGL.
    headless: false,
    defaultViewport: { width: 1280, height: 720 },
    extraPrefsFirefox: { 'webgl.force-enabled': true },
    env: { ...process.env, ...(screen === null ? {} : { DISPLAY: screen, LIBGL_ALWAYS_SOFTWARE: '1' }) },
    protocolTimeout: PATIENCE_MS,
  });
}

/** A screen that nobody looks at; it says on its fourth stream which number it has. */
async function openScreen(xvfb: string): Promise<{ readonly name: string; readonly program: ChildProcess }> {
  const size = ['-screen', '0', '1400x900x24'];
  const program = spawn(xvfb, ['-displayfd', '3', ...size, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise<string>((resolve, reject) => {
    program.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
    program.once('error', reject);
    createInterface({ input: program.stdio[3] as Readable }).once('line', resolve);
  });
  return { name: `:${number}`, program };
}
