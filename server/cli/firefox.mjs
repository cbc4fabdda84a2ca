/** Finds or installs the Firefox that the long browser tests drive. Plain JavaScript, no dependencies. */
import { existsSync } from 'node:fs';
import { platform } from 'node:os';
import { delimiter, join } from 'node:path';
import { installDebian, mayUseDebian } from './debian.mjs';

/** What to do when there is none and none may be installed. */
export const FIREFOX_ADVICE =
  'No Firefox with a screen to draw on was found: install firefox-esr, xvfb and libgl1-mesa-dri, or set FIREFOX_PATH ' +
  'to the program. Only "npm run test:long" needs it.';

const INSTALLED = {
  linux: ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/snap/bin/firefox'],
  darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  win32: ['C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
};

/** Without a window Firefox has no WebGL; on a machine without a screen one is made of memory. */
const needsScreen = () => platform() === 'linux' && (process.env.DISPLAY ?? '') === '';

function findScreen() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, 'Xvfb')).find((path) => existsSync(path)) ?? null;
}

/** The program, and the Xvfb that it draws on or null where there is a screen; null when either is missing. */
export function findFirefox() {
  const named = process.env.FIREFOX_PATH;
  const places = named !== undefined && named !== '' ? [named] : (INSTALLED[platform()] ?? []);
  const program = places.find((path) => existsSync(path));
  const xvfb = needsScreen() ? findScreen() : null;
  return program === undefined || (needsScreen() && xvfb === null) ? null : { program, xvfb };
}

/** Installs Debian's packages where that is allowed. What `findFirefox` then finds. */
export function installFirefox() {
  if (mayUseDebian())
    for (const name of ['firefox-esr', 'xvfb', 'libgl1-mesa-dri']) installDebian(name, 'the tests in Firefox');
  return findFirefox();
}
