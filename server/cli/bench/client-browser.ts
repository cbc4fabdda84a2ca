/** The browser of the client bench: headless Chromium with software drawing, the same as in the browser tests. */
import type { Browser } from 'playwright';
import { findBrowser } from '#server/cli/browser.mjs';

/** @throws Error from Playwright when there is no browser to start */
export async function openBrowser(): Promise<Browser> {
  const { chromium } = await import('playwright');
  const program = findBrowser();
  return chromium.launch({
    ...(program === null ? {} : { executablePath: program }),
    chromiumSandbox: process.getuid?.() !== 0,
    args: [
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
    ],
  });
}
