/** Has a certificate judged by another process, from the attempt file that everybody can fetch and nothing else. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { Opinion, SecondOpinion } from '#server/ports/second-opinion.ts';
import { DimensionError } from '#shared/base/errors.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const COMMAND = join(ROOT, 'server', 'cli', 'dimension.ts');
/** Wall time; the machine may be busy with other things. */
const PATIENCE_MS = 120_000;
const HEAP_MB = 512;
/** A verdict is a few hundred characters. */
const MOST_CHARACTERS = 65_536;

const verdictSchema = z.object({
  ok: z.boolean(),
  value: z.union([z.number(), z.string()]).nullable(),
  digest: z.string().nullable(),
});

/** Runs `dimension verify FILE --json` without environment and keys, and waits for at most two minutes. */
export const secondOpinion: SecondOpinion = async (file, payload) => {
  const folder = await mkdtemp(join(tmpdir(), 'dimension-opinion-'));
  try {
    const path = join(folder, 'attempt.json');
    await writeFile(path, JSON.stringify({ challenge: file, payload }), { mode: 0o600 });
    return await verdictOf(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

function verdictOf(path: string): Promise<Opinion> {
  return new Promise((resolve, reject) => {
    const limits = [`--max-old-space-size=${HEAP_MB}`, '--disable-warning=ExperimentalWarning'];
    const child = spawn(process.execPath, [...limits, COMMAND, 'verify', path, '--json'], {
      cwd: ROOT,
      env: {},
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: PATIENCE_MS,
      killSignal: 'SIGKILL',
    });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      said = (said + part).slice(0, MOST_CHARACTERS);
    });
    child.once('error', (cause) => reject(noVerdict(String(cause), cause)));
    child.once('close', (code, signal) => {
      const verdict = code === 0 || code === 1 ? verdictSchema.safeParse(jsonOf(said)) : null;
      if (verdict?.success) resolve(verdict.data);
      else reject(noVerdict(`exit ${code ?? signal}`));
    });
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function noVerdict(how: string, cause?: unknown): DimensionError {
  return new DimensionError('opinion.failed', 'The second process came to no verdict.', { how }, cause);
}
