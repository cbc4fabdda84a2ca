/** Stage: does this attempt move the frontier? Only here are δ, basins, duplicates, derivation, timing and self-dealing known. */

import { type AnyFamily, advances } from '#content/families/family.ts';
import { barOf, type Goal, goalOf, reaches } from '#content/world/goal.ts';
import type { Bar, Credit, VerifiedAttempt, Worth } from '#server/ports/loop.ts';
import type { StoreReads } from '#server/ports/store-reads.ts';
import type { FrontierRecord, Laurel } from '#shared/records/attempt.ts';
import { type Challenge, isHeld, isOpen } from '#shared/records/challenge.ts';
import { isBetter } from '#shared/records/standing.ts';
import { isTimed } from '#shared/records/timing.ts';

const EVERY = 1_000_000;
/** From here on an attempt is derived from what was published (Foldit's soloist and evolver). */
const DERIVED = 0.6;

/** An attempt that holds, with everything it is compared to. */
interface Claim {
  readonly verified: VerifiedAttempt;
  readonly value: number | string;
  readonly challenge: Challenge;
  readonly goal: Goal;
  readonly records: readonly FrontierRecord[];
  readonly previous: FrontierRecord | null;
}

/** @param reads this transaction's own, so that of two attempts at once the second sees the first */
export async function frontier(verified: VerifiedAttempt, reads: StoreReads): Promise<Worth> {
  const { attempt, canonical } = verified;
  const { verdict } = attempt;
  if (!verdict.ok) return { kind: 'fails' };
  // Read again: the challenge may have changed while the judge was at work.
  const challenge = (await reads.challenge(verified.challenge.id)) ?? verified.challenge;
  if (!isOpen(challenge.state)) return { kind: 'closed' };
  const records = await reads.records({ challenge: challenge.id, limit: EVERY });
  const previous = records.at(-1) ?? null;
  const goal = await goalOf(challenge.file);
  const claim: Claim = { verified, value: verdict.value, challenge, goal, records, previous };
  const earlier = await earlierWorth(claim, reads);
  if (earlier !== null) return earlier;
  const by = canonical === null ? null : await reads.attemptByCanonical(challenge.id, canonical);
  if (by !== null) return { kind: 'known', by };
  if (previous !== null && previous.basin !== null && previous.basin === verified.basin)
    return isBetter(verdict.value, previous.value, goal.family.better)
      ? { kind: 'polish', previous }
      : { kind: 'known', by: previous.attempt };
  return attempt.actor.kind === 'automaton' ? machineWorth(claim, reads) : personWorth(claim, reads);
}

async function machineWorth(claim: Claim, reads: StoreReads): Promise<Worth> {
  const { challenge, goal, previous, verified } = claim;
  const bar = barToBeat(claim);
  if (challenge.creator === verified.attempt.actor.address) return personWorth(claim, reads);
  // Where success is all there is, a machine that can do it at all closes it, however slow it is.
  if (goal.family.kind === 'success' && isHeld(challenge.state))
    return { kind: 'closes', better: bar === null, previous, ...creditOf(claim) };
  if (bar !== null) return { kind: 'behind', bar };
  return { kind: isHeld(challenge.state) ? 'machine' : 'training', previous, ...creditOf(claim) };
}

async function personWorth(claim: Claim, reads: StoreReads): Promise<Worth> {
  const { challenge, goal, previous, verified } = claim;
  const { actor, class: made } = verified.attempt;
  const bar = barToBeat(claim);
  if (bar !== null) return { kind: 'behind', bar };
  const everybody = verified.attempt.party ?? [actor];
  // Who made it or knows the way earns nothing, and neither does anybody whom they led.
  if (everybody.some(({ address }) => address === challenge.creator)) return { kind: 'own' };
  if (!isHeld(challenge.state)) return { kind: 'training', previous, ...creditOf(claim) };
  // Whoever runs this server keeps the sealed solutions.
  const isHost = everybody.some((one) => one.kind === 'person' && one.host);
  if (isHost && (await reads.witness(challenge.id)) !== null) return { kind: 'witness' };
  if (made === 'tool' && isTimed(goal.family.hand)) return { kind: 'tool' };
  return { kind: 'frontier', previous, ...creditOf(claim) };
}

/** The value that was not beaten by δ, or null: of the record that stands, or of a published certificate. */
function barToBeat({ value, goal, previous, records, challenge }: Claim): Bar | null {
  const { family, published } = goal;
  const next = nextBest(family, previous, records, challenge);
  const beats = (bar: number | string) => advances(family, Number(value), Number(bar), next);
  if (previous !== null && !beats(previous.value)) return previous;
  const bar = barOf(goal);
  if (bar !== null && published !== null && !beats(bar))
    return { value: published.value, holderName: published.source };
  return null;
}

/**
 * The best value that is known in another basin than the record's: what δ is measured by. A value that nothing tells
 * apart from the record is the record's own basin, whatever the last digit of its text says.
 */
function nextBest(
  family: AnyFamily,
  record: FrontierRecord | null,
  records: readonly FrontierRecord[],
  { machine }: Challenge,
): number | null {
  if (record === null || record.basin === null) return null;
  const others = [
    ...records.map(({ basin, value }) => ({ basin, value })),
    ...machine.map(({ basin = null, value = null, solved }) => ({ basin: solved ? basin : null, value })),
  ].filter(({ basin, value }) => basin !== null && basin !== record.basin && value !== null);
  const apart = (a: number, b: number) => advances(family, a, b) || advances(family, b, a);
  const values = others.map(({ value }) => Number(value)).filter((value) => apart(value, Number(record.value)));
  if (values.length === 0) return null;
  return family.better === 'lower' ? Math.min(...values) : Math.max(...values);
}

function creditOf({ previous, verified }: Claim): Credit {
  const nearest = verified.kin.reduce<VerifiedAttempt['kin'][number] | null>(
    (most, kin) => (most === null || kin.share > most.share ? kin : most),
    null,
  );
  if (nearest !== null && nearest.share >= DERIVED) return { creditClass: 'evolved', parent: nearest.attempt };
  return { creditClass: previous === null ? 'first' : 'new-basin', parent: null };
}

/**
 * A solution that was sealed before a record was handed in, and is as good, was there first: while that record's laurel
 * is not final, it passes over. Of all laurels only the newest that it is as good as is asked about: what came after is
 * better by δ, and what came before is lesser, so the chain takes them in the same order.
 */
async function earlierWorth(claim: Claim, reads: StoreReads): Promise<Worth | null> {
  const { verified, value, goal, records, previous, challenge } = claim;
  const { seal, attempt } = verified;
  const { actor } = attempt;
  if (seal === null || previous === null || actor.kind !== 'person' || challenge.creator === actor.address) return null;
  const isNew = previous.basin === null || previous.basin !== verified.basin;
  // Better than all that stands: it has a laurel of its own.
  if (isHeld(challenge.state) && isNew && barToBeat(claim) === null) return null;
  if (actor.host && (await reads.witness(challenge.id)) !== null) return null;
  const given = records.findLast(({ laurel, ...record }) => laurel && isAsGood(claim, record));
  if (given === undefined || given.holder === actor.address || seal.atMs >= given.atMs) return null;
  const laurel = await pendingOf(given, reads);
  if (laurel === null) return null;
  const { creditClass, parent } = given;
  return {
    kind: 'earlier',
    previous: given,
    laurel,
    last: !isBetter(previous.value, value, goal.family.better),
    creditClass,
    parent,
  };
}

/** The same idea, or no worse by what the family can tell apart. */
function isAsGood({ verified, value, goal }: Claim, record: Pick<FrontierRecord, 'basin' | 'value'>): boolean {
  return (record.basin !== null && record.basin === verified.basin) || reaches(goal, value, record.value);
}

/** The laurel of a record while it is not final. */
async function pendingOf({ challenge, index, holder }: FrontierRecord, reads: StoreReads): Promise<Laurel | null> {
  const held = await reads.laurels({ holder, limit: EVERY });
  const laurel = held.find((each) => each.challenge === challenge && each.recordIndex === index);
  if (laurel === undefined) return null;
  return (await reads.pendingLaurels(EVERY)).some(({ tokenId }) => tokenId === laurel.tokenId) ? laurel : null;
}
