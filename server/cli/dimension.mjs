#!/usr/bin/env node
/**
 * The `dimension` command under any Node ≥ 20: starts the Node 24 of this project with dimension.ts.
 * Plain JavaScript, because older versions of Node cannot read TypeScript.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = join(HERE, '..', '..');
const BINARY = process.platform === 'win32' ? 'node.exe' : 'node';
/** Installed beside this package, or by whoever installed this package. */
const CANDIDATES = [join(ROOT, 'node_modules'), join(ROOT, '..')].map((folder) => join(folder, 'node', 'bin', BINARY));

function node24() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  return CANDIDATES.find((path) => existsSync(path));
}

const node = node24();
if (node === undefined) {
  process.stderr.write('The packages are not installed yet: run "npm start" once, or "npm install".\n');
  process.exit(2);
}
const child = spawn(node, [join(HERE, 'dimension.ts'), ...process.argv.slice(2)], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => {
  process.stderr.write(`Node 24 could not be started: ${error.message}\n`);
  process.exit(2);
});
child.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 1 : 130)));
