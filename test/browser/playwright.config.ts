/** Playwright: one Chromium, one worker, no retries, a real server for each file. */
import { defineConfig } from '@playwright/test';
import { findBrowser } from '#server/cli/browser.mjs';

const program = findBrowser();

export default defineConfig({
  testDir: '.',
  outputDir: '../../.cache/playwright',
  workers: 1,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json']],
  use: {
    headless: true,
    locale: 'en-GB',
    timezoneId: 'UTC',
    viewport: { width: 1280, height: 720 },
    // Pictures of every moment cost more than the tests, where a CPU draws the world.
    trace: { mode: 'retain-on-failure', screenshots: false },
    launchOptions: {
      ...(program === null ? {} : { executablePath: program }),
      // Chromium's own sandbox cannot start as root.
      chromiumSandbox: process.getuid?.() !== 0,
      args: [
        '--use-angle=swiftshader',
        '--enable-unsafe-swiftshader',
        '--force-color-profile=srgb',
        '--font-render-hinting=none',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
