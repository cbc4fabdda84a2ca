/** Fetches what is watched: the attempt, the challenge it answers, and what its family makes of both. */
import { t } from '#client/i18n/translate.ts';
import type { Api } from '#client/net/api.ts';
import { FAMILIES, load } from '#content/catalog.ts';
import type { AnyFamily } from '#content/families/family.ts';
import { parseParkour } from '#content/families/parkour/instance.ts';
import { DimensionError } from '#shared/base/errors.ts';
import type { CanonicalValue } from '#shared/base/hash.ts';
import type { Scene } from '#shared/physics/scene.ts';
import type { ChallengeCard } from '#shared/protocol/routes.ts';
import { type KeptAttempt, readAttempt } from './read-attempt.ts';

/** An attempt with all that it takes to show it. */
export interface Watched {
  readonly attempt: KeptAttempt;
  readonly card: ChallengeCard;
  readonly family: AnyFamily;
  readonly instance: CanonicalValue;
  /** Where feet ran it; null for every other hand. */
  readonly course: Scene | null;
}

/**
 * @throws DimensionError with a sentence for people: unknown, hidden, of other rules, of another engine, or of a form
 *   that this page does not know
 */
export async function loadWatched(api: Pick<Api, 'replay' | 'challenge'>, id: string): Promise<Watched> {
  const attempt = readAttempt(await api.replay(id));
  const card = await api.challenge(attempt.challenge);
  const { file } = card;
  const family = await load(FAMILIES, file.family);
  if (file.rules !== family.rules)
    throw new DimensionError('watch.rules', t('watch.other-rules', { theirs: file.rules, ours: family.rules }));
  const instance = family.parseInstance(file.instance);
  family.parsePayload(attempt.payload, instance);
  return { attempt, card, family, instance, course: family.hand === 'tape' ? parseParkour(instance).scene : null };
}
