/**
 * Makes a fresh clone ready: packages through Node 24, the built client, and a browser and Redis for tests.
 * Plain JavaScript without dependencies, because it runs before there are any; it does nothing when all is current.
 * Usage: node server/cli/setup.mjs start | test
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BROWSER_ADVICE, findBrowser, installBrowser } from './browser.mjs';
import { findRedis, installRedis, REDIS_ADVICE } from './redis.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const NODE_VERSION = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).dependencies.node;
const NODE_24 = join(ROOT, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
const PACKAGES_STAMP = join(ROOT, 'node_modules', '.dimension-packages');
const CLIENT_STAMP = join(ROOT, 'dist', '.dimension-client');

/** Hash of the named files and of all files under the named folders, by path and content. */
function fingerprint(paths) {
  const hash = createHash('sha256');
  const visit = (path) => {
    if (!existsSync(path)) return;
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort()) visit(join(path, name));
      return;
    }
    hash.update(relative(ROOT, path)).update('\0').update(readFileSync(path)).update('\0');
  };
  for (const path of paths) visit(join(ROOT, path));
  return hash.digest('hex');
}

/** True when the stamp file holds exactly this fingerprint. */
function isCurrent(stamp, value) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === value;
}

function say(text) {
  process.stdout.write(`[setup] ${text}\n`);
}

/** Runs a command with its output shown; ends set-up with one sentence when it fails. */
function run(command, args, sentence) {
  const done = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' });
  if (done.status === 0) return;
  say(sentence);
  process.exit(1);
}

/** npm under Node 20 leaves out packages that ask for Node 22, so npm itself is run by Node 24. */
function installPackages() {
  const wanted = fingerprint(['package.json', 'package-lock.json']);
  if (isCurrent(PACKAGES_STAMP, wanted) && existsSync(NODE_24)) return;
  say(`Installing packages with Node ${NODE_VERSION}; this takes a minute or two the first time.`);
  const lock = join(ROOT, 'package-lock.json');
  const locked = readFileSync(lock);
  run(
    'npx',
    ['-y', '-p', `node@${NODE_VERSION}`, '--', 'npm', 'install', '--no-audit', '--no-fund', '--loglevel=error'],
    'The packages could not be installed: see what npm says above, then run the same command again.',
  );
  // `npm install` accepts a lock without the packages of foreign platforms, where `npm ci` refuses it, but then writes
  // what it found into the lock: the committed one stays as it was.
  writeFileSync(lock, locked);
  writeFileSync(PACKAGES_STAMP, wanted);
}

function buildClient() {
  const wanted = fingerprint(['client', 'content', 'shared', 'contracts/built', 'vite.config.ts', 'package-lock.json']);
  if (isCurrent(CLIENT_STAMP, wanted)) return;
  say('Building the browser client.');
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  run(NODE_24, [vite, 'build', '--logLevel', 'warn'], 'The browser client could not be built: see above.');
  mkdirSync(dirname(CLIENT_STAMP), { recursive: true });
  writeFileSync(CLIENT_STAMP, wanted);
}

function ensureBrowser() {
  if (findBrowser() !== null) return;
  say('Looking for a browser to test with.');
  if (installBrowser(NODE_24, ROOT) !== null) return;
  say(BROWSER_ADVICE);
  process.exit(1);
}

/** Without it everything else can be tested: the tests of the queue fail by themselves, with the same advice. */
function lookForRedis() {
  if (findRedis() === null && installRedis() === null) say(REDIS_ADVICE);
}

installPackages();
buildClient();
if (process.argv[2] === 'test') {
  ensureBrowser();
  lookForRedis();
}
