/**
 * Runs every test of the project and ends with one line, `N passed, N failed`.
 * Usage: node test/run.ts [long]
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const OUT = fileURLToPath(new URL('../.cache/tests', import.meta.url));

interface Tally {
  readonly passed: number;
  readonly failed: number;
}

interface Runner {
  readonly name: string;
  readonly command: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Reads what the runner wrote; `output` is its standard output. */
  tally(output: string): Tally;
}

function json(file: string): Record<string, unknown> {
  const path = `${OUT}/${file}`;
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
}

function vitestTally(file: string): Tally {
  const report = json(file);
  return { passed: Number(report['numPassedTests'] ?? 0), failed: Number(report['numFailedTests'] ?? 0) };
}

function vitest(name: string, file: string, env: Readonly<Record<string, string>>): Runner {
  return {
    name,
    env,
    command: [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--config',
      'test/vitest.config.ts',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${OUT}/${file}`,
    ],
    tally: () => vitestTally(file),
  };
}

/** Browser tests with the tag @long are for `npm run test:long`. */
function browser(grep: '--grep' | '--grep-invert'): Runner {
  return {
    name: 'browser',
    command: [
      'node_modules/@playwright/test/cli.js',
      'test',
      '--config',
      'test/browser/playwright.config.ts',
      grep,
      '@long',
    ],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: `${OUT}/playwright.json` },
    tally: () => {
      const stats = json('playwright.json')['stats'];
      const count = (key: string) =>
        typeof stats === 'object' && stats !== null ? Number(Reflect.get(stats, key) ?? 0) : 0;
      return { passed: count('expected'), failed: count('unexpected') + count('flaky') };
    },
  };
}

const QUICK: readonly Runner[] = [
  vitest('units, laws and rooms', 'vitest.json', {}),
  {
    name: 'contracts',
    command: ['node_modules/hardhat/dist/src/cli.js', 'test', 'solidity'],
    tally: (output) => ({
      passed: Number(/(\d+) passing/.exec(output)?.[1] ?? 0),
      failed: Number(/(\d+) failing/.exec(output)?.[1] ?? 0),
    }),
  },
  browser('--grep-invert'),
];

const LONG: readonly Runner[] = [vitest('long', 'vitest-long.json', { TEST_LONG: '1' }), browser('--grep')];

/** A runner that broke without counting a failure counts as one: silence is not success. */
function runOne(runner: Runner): Tally {
  process.stdout.write(`\n── ${runner.name} ──\n`);
  const done = spawnSync(process.execPath, [...runner.command], {
    cwd: ROOT,
    env: { ...process.env, ...runner.env },
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  process.stdout.write(done.stdout);
  const tally = runner.tally(done.stdout);
  const broke = (done.status !== 0 && tally.failed === 0) || tally.passed + tally.failed === 0;
  return broke ? { passed: tally.passed, failed: tally.failed + 1 } : tally;
}

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
const tallies = (process.argv[2] === 'long' ? LONG : QUICK).map(runOne);
const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
