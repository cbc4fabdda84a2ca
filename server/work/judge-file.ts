/** The one judge over files: a challenge and a payload give a verdict and, when it holds, all that it is compared by. */
import { FAMILIES, load } from '#content/catalog.ts';
import type { AnyFamily } from '#content/families/family.ts';
import type { Certificate, Judged, JudgeWishes } from '#server/ports/pool.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { type CanonicalValue, canonicalJson } from '#shared/base/hash.ts';
import type { ChallengeFile } from '#shared/records/challenge-file.ts';
import type { Payload } from '#shared/records/payload.ts';
import { isBetter } from '#shared/records/standing.ts';
import type { Verdict } from '#shared/records/verdict.ts';
import { threadCpuSeconds } from './meter.ts';

/** What is judged; both parts are parsed here. */
export interface FileToJudge extends JudgeWishes {
  readonly challenge: ChallengeFile;
  readonly payload: unknown;
}

/**
 * Judges in this thread.
 * @throws DimensionError `catalog.unknown`, `challenge.rules`, `instance.*`, `scene.*`, `payload.*` for bad input
 */
export async function judgeFile(asked: FileToJudge): Promise<Judged> {
  const began = threadCpuSeconds();
  const found = await compared(asked);
  return { ...found, cpuMs: Math.round((threadCpuSeconds() - began) * 1000) };
}

async function compared({ challenge, payload, polish, known = [] }: FileToJudge): Promise<Omit<Judged, 'cpuMs'>> {
  const family = await load(FAMILIES, challenge.family);
  if (challenge.rules !== family.rules)
    throw new DimensionError('challenge.rules', `This world judges ${family.id} by rules ${family.rules}.`, {
      got: challenge.rules,
    });
  const instance = family.parseInstance(challenge.instance);
  const parsed = family.parsePayload(payload, instance);
  const verdict = await judged(family, instance, parsed);
  if (!verdict.ok) return { verdict, canonical: null, basin: null, polished: null, kinship: [] };
  if (polish !== true) {
    const canonical = await family.canonical(instance, parsed, verdict);
    return { verdict, canonical, basin: null, polished: null, kinship: [] };
  }
  const raw = await certified(family, instance, parsed, verdict);
  const polished = await polishedFrom(family, instance, raw);
  const best = polished?.payload ?? parsed;
  const kinship = known.map((other) => family.kinship(instance, best, family.parsePayload(other, instance)));
  return { verdict, canonical: raw.canonical, basin: raw.basin, polished, kinship };
}

async function judged(family: AnyFamily, instance: CanonicalValue, payload: Payload): Promise<Verdict> {
  const began = threadCpuSeconds();
  const judgement = await family.judge(instance, payload);
  return { ...judgement, cpuMs: Math.round((threadCpuSeconds() - began) * 1000) };
}

async function certified(
  family: AnyFamily,
  instance: CanonicalValue,
  payload: Payload,
  verdict: Certificate['verdict'],
): Promise<Certificate> {
  const canonical = await family.canonical(instance, payload, verdict);
  return { payload, verdict, canonical, basin: await family.basin(instance, payload, verdict) };
}

/** Null where polish leaves it as it is, or makes it no better. */
async function polishedFrom(
  family: AnyFamily,
  instance: CanonicalValue,
  raw: Certificate,
): Promise<Certificate | null> {
  const payload = family.polish(instance, raw.payload);
  if (canonicalJson(payload) === canonicalJson(raw.payload)) return null;
  const verdict = await judged(family, instance, payload);
  if (!verdict.ok || !isBetter(verdict.value, raw.verdict.value, family.better)) return null;
  return certified(family, instance, payload, verdict);
}
