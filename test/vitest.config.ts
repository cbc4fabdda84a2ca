/** Vitest over everything but the browser: one process, no isolation, because nothing here keeps module state. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: process.env['TEST_LONG'] === '1' ? ['test/**/*.long.ts'] : ['test/**/*.test.ts'],
    isolate: false,
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ['default'],
  },
});
