/** Flow of an attempt: verify → frontier → settle, learn, publish and rate in one transaction → announce. */

import { FAMILIES, load } from '#content/catalog.ts';
import type { AttemptOutcome } from '#server/ports/door.ts';
import type { SettledAttempt, VerifiedAttempt, Worth } from '#server/ports/loop.ts';
import type { StoreTransaction } from '#server/ports/store.ts';
import { type Beginner, firstResults } from '#server/stages/first-results.ts';
import { frontier } from '#server/stages/frontier.ts';
import { learn } from '#server/stages/learn.ts';
import { publishSettled } from '#server/stages/publish.ts';
import { ratePerson } from '#server/stages/rate.ts';
import { settleAttempt } from '#server/stages/settle-attempt.ts';
import { verify } from '#server/stages/verify.ts';
import { DimensionError, isDimensionError } from '#shared/base/errors.ts';
import { type AttemptId, parseAttemptId } from '#shared/base/ids.ts';
import { laurelId } from '#shared/base/laurel-id.ts';
import { type FrontierRecord, holdersOf, type Laurel, laurelPlace } from '#shared/records/attempt.ts';
import type { HandedIn } from '#shared/records/proposal.ts';
import { isTimed } from '#shared/records/timing.ts';
import { attemptSentence, firstNews, newsOf } from './attempt-words.ts';
import type { FlowNeeds } from './carry.ts';

const MOST_RECORDS = 1_000_000;
/** Whoever knows the way tells nothing of how hard it is. */
const NO_SESSION: readonly Worth['kind'][] = ['own', 'witness', 'known', 'closed'];

export interface AttemptNeeds extends FlowNeeds {
  /** Hears that a laurel was given, and looks whether it is final. */
  readonly finality: { poke(): void };
}

/**
 * Handing in the same run again answers what came of it the first time: a lost answer costs nobody a laurel.
 * @throws DimensionError when nothing was decided: unknown or closed challenge, malformed payload, no judge
 */
export async function attemptFlow(handedIn: HandedIn, needs: AttemptNeeds): Promise<AttemptOutcome> {
  try {
    return await newAttempt(handedIn, needs);
  } catch (error) {
    const known = isDimensionError(error) && error.code === 'attempt.known' ? error.facts['attempt'] : undefined;
    if (known === undefined) throw error;
    return knownOutcome(parseAttemptId(known), needs);
  }
}

async function newAttempt(handedIn: HandedIn, needs: AttemptNeeds): Promise<AttemptOutcome> {
  const verified = await verify(handedIn, needs);
  refuseWrongTool(handedIn, verified);
  const { hand } = await load(FAMILIES, verified.challenge.file.family);
  const { settled, firsts } = await needs.store.transact(async (tx) => {
    const worth = await frontier(verified, tx);
    const beginners = await firstResults(verified, worth, isTimed(hand), tx);
    const written = await settleAttempt(verified, worth, tx, needs);
    await learn(written, tx);
    await publishSettled(written, tx, needs);
    await rateAttempt(written, tx);
    return { settled: written, firsts: beginners };
  });
  if (settled.laurels.length > 0) needs.finality.poke();
  await announce(settled, firsts, needs).catch((error) => needs.counts.error('room.announce', String(error)));
  return {
    attempt: verified.attempt,
    record: settled.record,
    laurel: settled.laurels[0] ?? null,
    laurels: settled.laurels,
    sentence: attemptSentence(settled),
  };
}

async function knownOutcome(id: AttemptId, needs: FlowNeeds): Promise<AttemptOutcome> {
  const { store } = needs;
  const attempt = await store.attempt(id);
  if (attempt === null) throw new DimensionError('attempt.unknown', 'There is no such attempt in this world.');
  const { challenge, actor } = attempt;
  const records = await store.records({ challenge, limit: MOST_RECORDS });
  const own = records.filter((kept) => kept.attempt === id);
  const record = own.find(({ holder }) => holder === actor.address) ?? own[0] ?? null;
  const laurels = record?.laurel === true ? await laurelsOf(record, records, needs) : [];
  const sentence = attempt.verdict.ok
    ? `${actor.name} handed in this very run before; it counts once.`
    : attempt.verdict.reason.sentence;
  return { attempt, record, laurel: laurels[0] ?? null, laurels, sentence };
}

async function laurelsOf(
  record: FrontierRecord,
  records: readonly FrontierRecord[],
  { store }: FlowNeeds,
): Promise<readonly Laurel[]> {
  const place = laurelPlace(records, record.index);
  const ids = holdersOf(record).map((_, holderIndex) => laurelId(record.challenge, place, holderIndex));
  return (await Promise.all(ids.map((id) => store.laurel(id)))).filter((laurel) => laurel !== null);
}

/**
 * A session of a person: solved, or not. Runs that fail count when the person gives up (flows/gave-up.ts); of records, a
 * certificate that does not beat what stands is a session without success.
 */
async function rateAttempt({ verified, worth }: SettledAttempt, tx: StoreTransaction): Promise<void> {
  const { actor, party = [actor], verdict, challenge, class: made, receivedAtMs: atMs } = verified.attempt;
  if (actor.kind !== 'person' || !verdict.ok || NO_SESSION.includes(worth.kind)) return;
  const { kind, hand } = await load(FAMILIES, verified.challenge.file.family);
  if (made === 'tool' && isTimed(hand)) return;
  const solved = kind === 'success' || worth.kind === 'frontier' || worth.kind === 'earlier';
  for (const { address } of party) await ratePerson({ challenge, address, solved, atMs }, tx);
}

/** What was handed in whole and does not hold was never played: it is refused and nothing is kept of it. */
function refuseWrongTool(handedIn: HandedIn, { attempt }: VerifiedAttempt): void {
  const { verdict } = attempt;
  if (handedIn.class === 'tool' && !verdict.ok)
    throw new DimensionError(verdict.reason.code, verdict.reason.sentence, { attempt: attempt.id });
}

async function announce(
  settled: SettledAttempt,
  firsts: readonly Beginner[],
  { store, announcer }: FlowNeeds,
): Promise<void> {
  const first = firstNews(settled, firsts);
  if (first !== null) announcer.news(first);
  if (settled.record === null && settled.worth.kind !== 'closes') return;
  const challenge = await store.challenge(settled.verified.challenge.id);
  if (challenge !== null) announcer.challengeChanged(challenge);
  const news = newsOf(settled);
  if (news !== null) announcer.news(news);
}
