/** Starts and ends the world that a browser test plays in. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const ENTRY = new URL('./serve-world.ts', import.meta.url).pathname;

/** A world under test. */
export interface WorldProcess {
  readonly url: string;
  readonly hostLink: string;
  /** Ends it as an operator would and starts it again on the same data and port. */
  restart(): Promise<void>;
  /** Kills it without a warning. */
  kill(): Promise<void>;
  /** Starts it again on the same data and port after it was killed. */
  startAgain(): Promise<void>;
  close(): Promise<void>;
}

interface Opened {
  readonly url: string;
  readonly hostLink: string;
}

/**
 * What a world opens with: a small course, a challenge for each workbench, both of these, a small course for two, or two
 * courses, of which machines do the first: then the automata are awake, and the guide leads to it.
 */
export type Starters = 'course' | 'benches' | 'both' | 'pair' | 'guided';

/** Opens a world on a free port and a fresh data folder. */
export async function openTestWorld(starters: Starters = 'course'): Promise<WorldProcess> {
  const dataDir = await mkdtemp(join(tmpdir(), 'dimension-world-'));
  let [child, opened] = await start(dataDir, 0, starters);
  return {
    url: opened.url,
    hostLink: opened.hostLink,
    async restart() {
      await stop(child);
      [child, opened] = await start(dataDir, Number(new URL(opened.url).port), starters);
    },
    async kill() {
      await stop(child, 'SIGKILL');
    },
    async startAgain() {
      [child, opened] = await start(dataDir, Number(new URL(opened.url).port), starters);
    },
    async close() {
      await stop(child);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function start(dataDir: string, port: number, starters: Starters): Promise<[ChildProcess, Opened]> {
  const child = spawn(process.execPath, [ENTRY, dataDir, String(port), starters], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const opened = await new Promise<Opened>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the world ended with ${code} before it was open`)));
    createInterface({ input: child.stdout }).once('line', (line) => resolve(JSON.parse(line)));
  });
  return [child, opened];
}

function stop(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}
