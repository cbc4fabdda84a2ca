/** Stage: a session of a person, or a run of a machine, moves two ratings: how able who tried is, how hard it is for them. */
import { machinesOn, peopleOn, personNamed, ratingOf } from '#server/ports/ratings.ts';
import type { StoreWrites } from '#server/ports/store.ts';
import type { StoreReads } from '#server/ports/store-reads.ts';
import type { Address, ChallengeId } from '#shared/base/ids.ts';
import { rate } from '#shared/records/rating.ts';

/** Tries of one person on one challenge with less than this between them are one session. */
const SESSION_MS = 30 * 60_000;

type Ratings = Pick<StoreReads, 'rating'> & Pick<StoreWrites, 'putRating'>;

/** A person's session on a challenge: only solved or not counts. */
export interface PersonSession {
  readonly challenge: ChallengeId;
  readonly address: Address;
  readonly solved: boolean;
  readonly atMs: number;
}

/** A machine's run on a challenge; `solved`: it did it, or came within δ of the record. */
export interface MachineSession {
  readonly challenge: ChallengeId;
  readonly solver: string;
  readonly release: number;
  readonly solved: boolean;
  readonly atMs: number;
}

/**
 * Counts a session once. Who solved a challenge is not rated on it again: doing what one can already do tells nothing.
 * Giving up twice within half an hour is one session.
 */
export async function ratePerson({ challenge, address, solved, atMs }: PersonSession, tx: Ratings): Promise<void> {
  const subject = `session ${challenge} ${address}`;
  const last = await tx.rating(subject);
  if (last !== null && (last.value > 0 || (!solved && atMs - last.atMs < SESSION_MS))) return;
  await tx.putRating(subject, { value: solved ? 1 : 0, matches: (last?.matches ?? 0) + 1, atMs });
  await rateBoth(personNamed(address), peopleOn(challenge), solved, atMs, tx);
}

/** Every run of a machine counts: another seed is another try. */
export async function rateMachine(session: MachineSession, tx: Ratings): Promise<void> {
  const { challenge, solver, release, solved, atMs } = session;
  await rateBoth(`solver ${solver} ${release}`, machinesOn(challenge), solved, atMs, tx);
}

async function rateBoth(able: string, hard: string, solved: boolean, atMs: number, tx: Ratings): Promise<void> {
  const rated = rate(await ratingOf(able, tx), await ratingOf(hard, tx), solved);
  await tx.putRating(able, { ...rated.able, atMs });
  await tx.putRating(hard, { ...rated.hard, atMs });
}
