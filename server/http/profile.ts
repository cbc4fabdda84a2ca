/** Who somebody is in this world: a name, laurels with what they stand for, how often they tried. */
import type { LaurelStory } from '#server/ports/profile-reads.ts';
import type { StoreReads } from '#server/ports/store-reads.ts';
import { DimensionError } from '#shared/base/errors.ts';
import type { Address } from '#shared/base/ids.ts';
import type { Profile, PublicProfile } from '#shared/protocol/routes.ts';
import type { OwnAttempt } from '#shared/records/own-attempt.ts';
import { valueText } from '#shared/records/value-text.ts';

const MOST = 500;
const NEWEST_WORKS = 24;
const NEWEST_ATTEMPTS = 50;

/** One's own profile: with what nobody else is shown. @throws DimensionError `profile.unknown` */
export async function ownProfile(address: Address, store: StoreReads): Promise<Profile> {
  return { ...(await profileOf(address, store)), consent: await store.consent(address) };
}

/** What an account goes by here. @throws DimensionError `profile.unknown` for one that nobody came in with */
export async function nameOf(address: Address, store: Pick<StoreReads, 'automata' | 'person'>): Promise<string> {
  const automaton = (await store.automata()).find(({ account }) => account === address);
  const name = automaton?.name ?? (await store.person(address))?.name;
  if (name === undefined) throw new DimensionError('profile.unknown', 'Nobody here goes by this account.');
  return name;
}

/** @throws DimensionError `profile.unknown` for an account that nobody came in with */
export async function profileOf(address: Address, store: StoreReads): Promise<Profile> {
  return toldOf(address, store, await laurelsOf(address, store));
}

async function toldOf(address: Address, store: StoreReads, laurels: readonly LaurelStory[]): Promise<Profile> {
  return {
    address,
    name: await nameOf(address, store),
    laurels: laurels.map(laurelWithStory),
    attempts: await store.attemptCount({ member: address }),
  };
}

function laurelsOf(holder: Address, store: StoreReads): Promise<LaurelStory[]> {
  return store.laurelStories({ holder, limit: MOST });
}

/** What somebody tried, for themselves alone; what does not hold is nobody else's business. */
export async function ownAttempts(address: Address, store: Pick<StoreReads, 'attemptStories'>): Promise<OwnAttempt[]> {
  const stories = await store.attemptStories({ member: address, limit: NEWEST_ATTEMPTS });
  return stories.map(({ attempt: { id, verdict, receivedAtMs }, challenge }) => ({
    attempt: id,
    challenge: challenge.id,
    title: challenge.state === 'hidden' ? null : challenge.title,
    verdict: verdict.ok
      ? { ok: true, value: verdict.value, unit: verdict.unit }
      : { ok: false, reason: verdict.reason },
    atMs: receivedAtMs,
  }));
}

/** What everybody may know of somebody. @throws DimensionError `profile.unknown` */
export async function publicProfile(address: Address, store: StoreReads): Promise<PublicProfile> {
  const profile = await toldOf(address, store, (await laurelsOf(address, store)).map(outOfSight));
  const automaton = (await store.automata()).find(({ account }) => account === address);
  return {
    ...profile,
    motto: automaton?.motto ?? null,
    sinceMs: await store.firstEventAtMs(automaton?.id ?? address),
    records: await recordsOf(address, store),
    works: {
      count: await store.workCount(address),
      newest: (await store.works({ maker: address, limit: NEWEST_WORKS }))
        .filter(({ hidden }) => !hidden)
        .map(({ id, title, madeAtMs }) => ({ id, title, madeAtMs })),
    },
  };
}

/** A laurel stays whoever’s it is; what the host took out of sight is no longer told with it. */
function outOfSight(story: LaurelStory): LaurelStory {
  return story.isHidden ? { ...story, challengeTitle: '', record: null } : story;
}

async function recordsOf(address: Address, store: StoreReads): Promise<PublicProfile['records']> {
  const held = await store.heldRecords({ holder: address, limit: MOST });
  return (
    held
      // What the host took out of sight is nowhere in sight.
      .filter(({ challenge }) => challenge.state !== 'hidden')
      .map(({ record, challenge: { title } }) => {
        const { challenge, value, unit, atMs, attempt } = record;
        return { challenge, title, value, unit, atMs, attempt };
      })
  );
}

function laurelWithStory({ laurel, challengeTitle, record }: LaurelStory): Profile['laurels'][number] {
  return {
    ...laurel,
    challengeTitle,
    value: record === null ? '' : valueText(record.value, record.unit),
    attempt: record?.attempt ?? null,
    atMs: record?.atMs ?? null,
  };
}
