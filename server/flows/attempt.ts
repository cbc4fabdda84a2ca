/** Flow of an attempt: verify → frontier → settle, learn and publish in one transaction → announce. */
import type { AttemptOutcome } from '#server/ports/door.ts';
import type { SettledAttempt, VerifiedAttempt } from '#server/ports/loop.ts';
import { frontier } from '#server/stages/frontier.ts';
import { learn } from '#server/stages/learn.ts';
import { publishSettled } from '#server/stages/publish.ts';
import { settleAttempt } from '#server/stages/settle-attempt.ts';
import { verify } from '#server/stages/verify.ts';
import { DimensionError, isDimensionError } from '#shared/base/errors.ts';
import { type AttemptId, parseAttemptId } from '#shared/base/ids.ts';
import { laurelId } from '#shared/base/laurel-id.ts';
import type { HandedIn } from '#shared/records/proposal.ts';
import { attemptSentence, newsOf } from './attempt-words.ts';
import type { FlowNeeds } from './carry.ts';

const MOST_RECORDS = 1_000_000;

/**
 * Handing in the same run again answers what came of it the first time: a lost answer costs nobody a laurel.
 * @throws DimensionError when nothing was decided: unknown or closed challenge, malformed payload, no judge
 */
export async function attemptFlow(handedIn: HandedIn, needs: FlowNeeds): Promise<AttemptOutcome> {
  try {
    return await newAttempt(handedIn, needs);
  } catch (error) {
    const known = isDimensionError(error) && error.code === 'attempt.known' ? error.facts['attempt'] : undefined;
    if (known === undefined) throw error;
    return knownOutcome(parseAttemptId(known), needs);
  }
}

async function newAttempt(handedIn: HandedIn, needs: FlowNeeds): Promise<AttemptOutcome> {
  const verified = await verify(handedIn, needs);
  refuseWrongTool(handedIn, verified);
  const settled = await needs.store.transact(async (tx) => {
    const worth = await frontier(verified, tx);
    const written = await settleAttempt(verified, worth, tx, needs);
    await learn(written, tx);
    await publishSettled(written, tx, needs);
    return written;
  });
  await announce(settled, needs).catch((error) => needs.counts.error('room.announce', String(error)));
  return {
    attempt: verified.attempt,
    record: settled.record,
    laurel: settled.laurel,
    sentence: attemptSentence(settled),
  };
}

async function knownOutcome(id: AttemptId, { store }: FlowNeeds): Promise<AttemptOutcome> {
  const attempt = await store.attempt(id);
  if (attempt === null) throw new DimensionError('attempt.unknown', 'There is no such attempt in this world.');
  const { challenge, actor } = attempt;
  const record = (await store.records({ challenge, limit: MOST_RECORDS })).find((kept) => kept.attempt === id) ?? null;
  const laurel = record?.laurel === true ? await store.laurel(laurelId(challenge, record.index, 0)) : null;
  const sentence = attempt.verdict.ok
    ? `${actor.name} handed in this very run before; it counts once.`
    : attempt.verdict.reason.sentence;
  return { attempt, record, laurel, sentence };
}

/** What was handed in whole and does not hold was never played: it is refused and nothing is kept of it. */
function refuseWrongTool(handedIn: HandedIn, { attempt }: VerifiedAttempt): void {
  const { verdict } = attempt;
  if (handedIn.class === 'tool' && !verdict.ok)
    throw new DimensionError(verdict.reason.code, verdict.reason.sentence, { attempt: attempt.id });
}

async function announce(settled: SettledAttempt, { store, announcer }: FlowNeeds): Promise<void> {
  if (settled.record === null && settled.worth.kind !== 'closes') return;
  const challenge = await store.challenge(settled.verified.challenge.id);
  if (challenge !== null) announcer.challengeChanged(challenge);
  const news = newsOf(settled);
  if (news !== null) announcer.news(news);
}
