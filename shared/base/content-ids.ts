/** The names that follow from what is named: the same content, the same name, everywhere. */
import { type CanonicalValue, canonicalJson, type Hash, sha256 } from './hash.ts';
import type { AttemptId, ChallengeId, WorkId } from './ids.ts';

/** The id of a challenge: SHA-256 of the RFC 8785 JSON of family, rules and instance. */
export function challengeId(file: { family: string; rules: number; instance: CanonicalValue }): ChallengeId {
  const { family, rules, instance } = file;
  return sha256(canonicalJson({ family, rules, instance })) as string as ChallengeId;
}

/** The id of an attempt: SHA-256 of the RFC 8785 JSON of actor, challenge and payload. */
export function attemptId(of: { actor: string; challenge: ChallengeId; payload: CanonicalValue }): AttemptId {
  return sha256(canonicalJson(of)) as string as AttemptId;
}

/** The id of a work is the hash of its genome: the same genome is the same work. */
export function workId(genome: Uint8Array): WorkId {
  const hash: Hash = sha256(genome);
  return hash as string as WorkId;
}
