/** Finds or installs the Chromium that the browser tests and the client bench drive. Plain JavaScript, no dependencies. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import { join } from 'node:path';
import { installDebian, mayUseDebian } from './debian.mjs';

/** What to do when there is none and none may be installed. */
export const BROWSER_ADVICE =
  'No Chrome or Chromium was found: run "npx playwright install chromium", or set CHROMIUM_PATH to the program.';

const INSTALLED = {
  linux: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  ],
};

const DOWNLOADS = {
  linux: join(homedir(), '.cache', 'ms-playwright'),
  darwin: join(homedir(), 'Library', 'Caches', 'ms-playwright'),
  win32: join(homedir(), 'AppData', 'Local', 'ms-playwright'),
};

const PROGRAMS = [
  ['chrome-linux64', 'chrome'],
  ['chrome-linux', 'chrome'],
  ['chrome-mac', 'Chromium.app', 'Contents', 'MacOS', 'Chromium'],
  ['chrome-mac-arm64', 'Google Chrome for Testing.app', 'Contents', 'MacOS', 'Google Chrome for Testing'],
  ['chrome-mac-x64', 'Google Chrome for Testing.app', 'Contents', 'MacOS', 'Google Chrome for Testing'],
  ['chrome-win', 'chrome.exe'],
  ['chrome-win64', 'chrome.exe'],
];

/** Playwright's own download, when there is one. */
function downloaded() {
  const folder = process.env.PLAYWRIGHT_BROWSERS_PATH ?? DOWNLOADS[platform()];
  if (folder === undefined || !existsSync(folder)) return null;
  for (const name of readdirSync(folder).sort().reverse()) {
    if (!/^chromium-\d+$/.test(name)) continue;
    for (const parts of PROGRAMS) {
      const program = join(folder, name, ...parts);
      if (existsSync(program)) return program;
    }
  }
  return null;
}

/** The program to drive, or null: CHROMIUM_PATH, then an installed one, then Playwright's download. */
export function findBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== '') return existsSync(named) ? named : null;
  return (INSTALLED[platform()] ?? []).find((path) => existsSync(path)) ?? downloaded();
}

/** Tries Playwright's download, then Debian's package where that is allowed. The program, or null. */
export function installBrowser(node, root) {
  const playwright = join(root, 'node_modules', 'playwright', 'cli.js');
  spawnSync(node, [playwright, 'install', 'chromium'], { cwd: root, stdio: 'ignore', timeout: 600_000 });
  if (findBrowser() !== null) return findBrowser();
  if (mayUseDebian()) installDebian('chromium', 'the browser tests');
  return findBrowser();
}
