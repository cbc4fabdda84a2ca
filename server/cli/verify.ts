/** `dimension verify FILE [--json]`: judges an attempt file by the same judge as the world. */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { judgeFile } from '#server/work/judge-file.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { challengeFileSchema } from '#shared/records/challenge-file.ts';
import type { Verdict } from '#shared/records/verdict.ts';
import { readJson } from './read-json.ts';

/** More than challenge and payload may stand in the file, as `dimension solve` writes it. */
const attemptFile = z.object({ challenge: challengeFileSchema, payload: z.json() });

/**
 * @returns 0 when the attempt holds, 1 when it does not
 * @throws DimensionError `attempt.file`, `file.*`, `catalog.unknown`, `instance.*`, `scene.*`, `payload.*` for bad input
 */
export async function verify(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const parsed = attemptFile.safeParse(await readJson(positionals[0]));
  if (!parsed.success) {
    const where = parsed.error.issues[0]?.path.map(String).join('.') ?? '';
    throw new DimensionError(
      'attempt.file',
      `An attempt file is {"challenge", "payload"}; it is malformed at "${where}".`,
      {
        where,
      },
    );
  }
  const { verdict } = await judgeFile(parsed.data);
  process.stdout.write(values.json ? `${JSON.stringify(printed(verdict))}\n` : sentence(verdict));
  return verdict.ok ? 0 : 1;
}

function printed(verdict: Verdict) {
  return {
    ok: verdict.ok,
    value: verdict.ok ? verdict.value : null,
    unit: verdict.ok ? verdict.unit : null,
    digest: verdict.digest ?? null,
    reason: verdict.ok ? null : verdict.reason,
    cpuMs: verdict.cpuMs,
  };
}

function sentence(verdict: Verdict): string {
  const cost = `(judged in ${verdict.cpuMs} ms of CPU)`;
  return verdict.ok
    ? `It holds: ${verdict.value} ${verdict.unit}s, digest ${verdict.digest} ${cost}.\n`
    : `It does not hold: ${verdict.reason.sentence} ${cost}\n`;
}
