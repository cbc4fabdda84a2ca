/** Who somebody is in this world: a name, laurels with what they stand for, how often they tried. */
import type { StoreReads } from '#server/ports/store.ts';
import { DimensionError } from '#shared/base/errors.ts';
import type { Address } from '#shared/base/ids.ts';
import type { Profile } from '#shared/protocol/routes.ts';
import type { Laurel } from '#shared/records/attempt.ts';
import { valueText } from '#shared/records/value-text.ts';

const MOST = 500;

/** One's own profile: with what nobody else is shown. @throws DimensionError `profile.unknown` */
export async function ownProfile(address: Address, store: StoreReads): Promise<Profile> {
  return { ...(await profileOf(address, store)), consent: await store.consent(address) };
}

/** @throws DimensionError `profile.unknown` for an account that nobody came in with */
export async function profileOf(address: Address, store: StoreReads): Promise<Profile> {
  const automaton = (await store.automata()).find(({ account }) => account === address);
  const name = automaton?.name ?? (await store.person(address))?.name;
  if (name === undefined) throw new DimensionError('profile.unknown', 'Nobody here goes by this account.');
  const laurels = await store.laurels({ holder: address, limit: MOST });
  return {
    address,
    name,
    laurels: await Promise.all(laurels.map((laurel) => withStory(laurel, store))),
    attempts: await store.attemptCount({ address }),
  };
}

async function withStory(laurel: Laurel, store: StoreReads): Promise<Profile['laurels'][number]> {
  const challenge = await store.challenge(laurel.challenge);
  const records = await store.records({ challenge: laurel.challenge, limit: 1_000_000 });
  const record = records.find(({ index }) => index === laurel.recordIndex);
  return {
    ...laurel,
    challengeTitle: challenge?.title ?? '',
    value: record === undefined ? '' : valueText(record.value, record.unit),
    attempt: record?.attempt ?? null,
  };
}
