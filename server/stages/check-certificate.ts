/** Stage: does a record that another host signed hold before our own judge? Its word alone is worth nothing here. */

import { FAMILIES, load } from '#content/catalog.ts';
import type { StageNeeds } from '#server/ports/loop.ts';
import { type Certificate, poolFault } from '#server/ports/pool.ts';
import { attemptId, challengeId } from '#shared/base/content-ids.ts';
import { DimensionError, isDimensionError } from '#shared/base/errors.ts';
import type { AttemptId } from '#shared/base/ids.ts';
import type { ChallengeFile } from '#shared/records/challenge-file.ts';
import type { RecordNews } from '#shared/records/feed.ts';
import type { Payload } from '#shared/records/payload.ts';

/** A record that holds, with its parts as our own parsers read them. */
export interface CheckedRecord {
  readonly file: ChallengeFile;
  readonly payload: Payload;
  /** What it is called here: a name that somebody else chose could stand in the way of another attempt. */
  readonly attempt: AttemptId;
  readonly canonical: string | null;
  /** The idea behind it; null when nobody asked. */
  readonly basin: string | null;
  /** What polish made of it, when that is better. */
  readonly polished: Certificate | null;
  /** What judging and polishing it cost, ms of CPU. */
  readonly cpuMs: number;
}

/** Refusals that say nothing about the record: this release does not know that family, those rules or that engine. */
const STRANGE: readonly string[] = ['catalog.unknown', 'challenge.rules', 'instance.engine', 'scene.start'];

/**
 * @returns null for what this release cannot judge
 * @throws DimensionError `feed.certificate` for a record that does not hold or is not what it says; `pool.closed`,
 *   or what is no job's doing (`poolFault`) when nothing was decided
 */
export async function checkCertificate(
  record: RecordNews,
  needs: Pick<StageNeeds, 'judge'>,
): Promise<CheckedRecord | null> {
  try {
    return await checked(record, needs);
  } catch (error) {
    if (!isDimensionError(error) || error.code === 'pool.closed' || poolFault(error) === 'away') throw error;
    if (STRANGE.includes(error.code)) return null;
    throw wrong(record, error.message, error);
  }
}

async function checked(record: RecordNews, { judge }: Pick<StageNeeds, 'judge'>): Promise<CheckedRecord> {
  const family = await load(FAMILIES, record.file.family);
  const { rules } = record.file;
  if (rules !== family.rules)
    throw new DimensionError('challenge.rules', `This world judges ${family.id} by rules ${family.rules}.`, { rules });
  const instance = family.parseInstance(record.file.instance);
  const payload = family.parsePayload(record.payload, instance);
  const file = { family: family.id, rules, instance };
  if (challengeId(file) !== record.challenge) throw wrong(record, 'It names another challenge than it holds.');
  const { verdict, canonical, basin, polished, cpuMs } = await judge(file, payload);
  if (!verdict.ok) throw wrong(record, verdict.reason.sentence);
  if (verdict.value !== record.value || verdict.unit !== record.unit || verdict.digest !== record.digest)
    throw wrong(record, `It claims ${record.value}, and the judge here says ${verdict.value}.`);
  const attempt = attemptId({ actor: record.holder, challenge: record.challenge, payload });
  return { file, payload, attempt, canonical, basin, polished, cpuMs };
}

function wrong({ challenge, index }: RecordNews, why: string, cause?: unknown): DimensionError {
  const sentence = `A record of the feed does not hold: ${why}`;
  return new DimensionError('feed.certificate', sentence, { challenge, index }, cause);
}
