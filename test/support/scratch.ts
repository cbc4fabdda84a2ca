/** Folders for tests: made fresh, gone when the test is over. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A fresh empty folder that is deleted when the running test is over. */
export async function scratchFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dimension-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
