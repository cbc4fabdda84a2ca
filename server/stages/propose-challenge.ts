/** Stage: an intent to publish becomes a draft of a challenge, parsed by the rules of its family. */

import { FAMILIES, load } from '#content/catalog.ts';
import type { ChallengeDraft } from '#server/ports/loop.ts';
import { challengeId } from '#shared/base/content-ids.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { canonicalJson, sha256 } from '#shared/base/hash.ts';
import type { Proposal } from '#shared/records/proposal.ts';

/** Characters of an instance's RFC 8785 JSON. */
const LARGEST_INSTANCE = 65_536;

/**
 * @throws DimensionError `catalog.unknown`, `challenge.rules`, `challenge.size`, `instance.*`, `scene.*`, `payload.*`
 */
export async function proposeChallenge(proposal: Proposal<'challenge'>): Promise<ChallengeDraft> {
  const { file, title, clear } = proposal.intent;
  const family = await load(FAMILIES, file.family);
  if (file.rules !== family.rules)
    throw new DimensionError('challenge.rules', `This world plays ${family.title} by rules ${family.rules}.`, {
      got: file.rules,
    });
  const instance = family.parseInstance(file.instance);
  const size = canonicalJson(instance).length;
  if (size > LARGEST_INSTANCE)
    throw new DimensionError('challenge.size', 'This challenge is larger than 64 KiB.', { size });
  const parsed = { family: family.id, rules: family.rules, instance };
  const payload = clear === undefined ? null : family.parsePayload(clear, instance);
  return {
    proposal,
    challenge: {
      id: challengeId(parsed),
      file: parsed,
      title,
      state: 'draft',
      creator: proposal.actor.address,
      witnessHash: payload === null ? null : sha256(canonicalJson(payload)),
      machine: [],
      changedAtMs: proposal.atMs,
    },
    clear: payload,
  };
}
