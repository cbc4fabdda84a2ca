/** Stage: writes a record that was checked here and found elsewhere, in the caller's transaction; it gives no laurel. */

import { FAMILIES, load } from '#content/catalog.ts';
import { advances } from '#content/families/family.ts';
import type { Certificate } from '#server/ports/pool.ts';
import type { StoreTransaction } from '#server/ports/store.ts';
import { parseHash } from '#shared/base/hash.ts';
import { parseAutomatonId } from '#shared/base/ids.ts';
import type { Actor } from '#shared/records/actor.ts';
import type { FrontierRecord, JudgedAttempt } from '#shared/records/attempt.ts';
import { type Challenge, isHeld, isOpen } from '#shared/records/challenge.ts';
import type { Origin, RecordNews } from '#shared/records/feed.ts';
import { type LifecycleEvent, stepOf } from '#shared/records/lifecycle.ts';
import type { Payload } from '#shared/records/payload.ts';

/** A foreign record with its parts as our own parsers and judge know them. */
export interface ForeignRecord extends RecordNews {
  readonly canonical: string | null;
  readonly basin: string | null;
  /** What polish made of it here, when that is better: then that is what is compared and kept. */
  readonly polished: Certificate | null;
  /** When it was set there, as that host says; never believed to be later than now. */
  readonly atMs: number;
  /** When it was taken over: what happens here happens by the clock here. */
  readonly takenAtMs: number;
}

/** `taken`: it is the record here now. Otherwise nothing was written. */
export type ForeignOutcome =
  | {
      readonly kind: 'taken';
      readonly record: FrontierRecord;
      readonly attempt: JudgedAttempt;
      readonly on: Challenge;
      /** The challenge was not known here before. */
      readonly added: boolean;
    }
  | { readonly kind: 'known' | 'behind' | 'closed' };

const EVERY = 1_000_000;

/**
 * A challenge that is not known is added for training: whoever wants its laurel goes where it is at home. One of ours
 * keeps its gate, and its record only gives way to one that is better by the family's δ.
 */
export async function settleForeign(
  told: ForeignRecord,
  origin: Origin,
  tx: StoreTransaction,
): Promise<ForeignOutcome> {
  const foreign = best(told);
  const family = await load(FAMILIES, foreign.file.family);
  const standing = await tx.challenge(foreign.challenge);
  // Not yet in, or taken out by the host: then the world takes nothing.
  if (standing !== null && !isOpen(standing.state) && standing.state !== 'machine-attempts') return { kind: 'closed' };
  if (await isKnown(foreign, tx)) return { kind: 'known' };
  const previous = (await tx.records({ challenge: foreign.challenge, limit: EVERY })).at(-1) ?? null;
  if (previous !== null && !advances(family, Number(foreign.value), Number(previous.value))) return { kind: 'behind' };
  const on = standing ?? (await addChallenge(foreign, origin, tx));
  const attempt = attemptOf(foreign);
  await tx.addAttempt(attempt, foreign.canonical);
  const record = recordOf(foreign, previous, await tx.recordCount(on.id));
  await tx.addRecord(record);
  const said = JSON.stringify({ record: record.index, origin, index: told.index });
  await tx.addEvent('taken-over', on.id, said, foreign.takenAtMs);
  if (family.kind === 'success') await moveHeld(on, foreign, tx);
  return { kind: 'taken', record, attempt, on, added: standing === null };
}

/** The same record with the digits that our own polish gives it: what is compared here was polished here. */
function best(told: ForeignRecord): ForeignRecord & { readonly handedIn?: Payload } {
  const { polished, payload: handedIn } = told;
  if (polished === null) return told;
  const { payload, verdict, canonical, basin } = polished;
  const { value, unit, digest } = verdict;
  return { ...told, payload, handedIn, value, unit, digest: parseHash(digest), canonical, basin };
}

async function isKnown({ attempt, challenge, canonical }: ForeignRecord, tx: StoreTransaction): Promise<boolean> {
  if ((await tx.attempt(attempt)) !== null) return true;
  return canonical !== null && (await tx.attemptByCanonical(challenge, canonical)) !== null;
}

async function addChallenge(foreign: ForeignRecord, origin: Origin, tx: StoreTransaction): Promise<Challenge> {
  const { challenge, file, title, creator, takenAtMs: atMs } = foreign;
  const added: Challenge = {
    id: challenge,
    ...{ file, title, creator },
    state: 'training',
    witnessHash: null,
    machine: [],
    changedAtMs: atMs,
  };
  await tx.putChallenge(added);
  await tx.addEvent('taken-in', challenge, JSON.stringify({ by: creator, origin }), atMs);
  return added;
}

/** What was open here is not asked again: a person did it elsewhere, or a machine can. */
async function moveHeld(on: Challenge, foreign: ForeignRecord, tx: StoreTransaction): Promise<void> {
  const { holderKind, holderName, attempt, takenAtMs: atMs } = foreign;
  if (!isHeld(on.state)) return;
  const finding = { kind: 'success', share: 0, atAll: true, proven: false, novel: true } as const;
  const event: LifecycleEvent =
    holderKind === 'person' ? { kind: 'advanced', by: 'person' } : { kind: 'closed', finding, taught: false };
  await tx.takeStep(stepOf(on, event, atMs, { attempt, name: holderName, elsewhere: true }));
}

function attemptOf(foreign: ForeignRecord & { readonly handedIn?: Payload }): JudgedAttempt {
  const { attempt, challenge, payload, value, unit, digest, takenAtMs: atMs } = foreign;
  const people = foreign.party?.map((one) => ({ kind: 'person', host: false, ...one }) as const);
  return {
    id: attempt,
    ...(people === undefined ? {} : { party: people }),
    ...{ challenge, payload, actor: actorOf(foreign), class: foreign.class },
    ...(foreign.handedIn === undefined ? {} : { handedIn: foreign.handedIn }),
    wallMs: 0,
    receivedAtMs: atMs,
    verdict: { ok: true, value, unit, digest, cpuMs: 0 },
  };
}

function actorOf({ holder, holderName, holderKind, party }: ForeignRecord): Actor {
  const who = { address: holder, name: party?.[0]?.name ?? holderName };
  if (holderKind === 'person') return { kind: 'person', ...who, host: false };
  return { kind: 'automaton', ...who, automaton: parseAutomatonId('elsewhere') };
}

function recordOf(foreign: ForeignRecord, previous: FrontierRecord | null, index: number): FrontierRecord {
  const { challenge, attempt, holder, holderName, holderKind, value, unit, digest, basin } = foreign;
  const atMs = Math.min(foreign.atMs, foreign.takenAtMs);
  return {
    ...{ challenge, index, attempt, holder, holderName, holderKind, value, unit, digest, atMs },
    laurel: false,
    creditClass: previous === null ? 'first' : 'new-basin',
    basin,
    // What it comes from is known only where it was made.
    parent: null,
    ...(foreign.party === undefined ? {} : { party: foreign.party }),
  };
}
