/** The one judge over files: a challenge and a payload give a verdict and, when it holds, the canonical form. */
import { FAMILIES, load } from '#content/catalog.ts';
import { DimensionError } from '#shared/base/errors.ts';
import type { ChallengeFile } from '#shared/records/challenge.ts';
import type { Verdict } from '#shared/records/verdict.ts';
import { threadCpuSeconds } from './meter.ts';

/** What is judged; both parts are parsed here. */
export interface FileToJudge {
  readonly challenge: ChallengeFile;
  readonly payload: unknown;
}

/**
 * Judges in this thread.
 * @throws DimensionError `catalog.unknown`, `challenge.rules`, `instance.*`, `scene.*`, `payload.*` for bad input
 */
export async function judgeFile({ challenge, payload }: FileToJudge): Promise<{
  readonly verdict: Verdict;
  readonly canonical: string | null;
}> {
  const family = await load(FAMILIES, challenge.family);
  if (challenge.rules !== family.rules)
    throw new DimensionError('challenge.rules', `This world judges ${family.id} by rules ${family.rules}.`, {
      got: challenge.rules,
    });
  const instance = family.parseInstance(challenge.instance);
  const parsed = family.parsePayload(payload, instance);
  const began = threadCpuSeconds();
  const judgement = await family.judge(instance, parsed);
  const cpuMs = Math.round((threadCpuSeconds() - began) * 1000);
  const canonical = judgement.ok ? await family.canonical(instance, parsed, judgement) : null;
  return { verdict: { ...judgement, cpuMs }, canonical };
}
