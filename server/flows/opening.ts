/** Flow of a gate's opening: what machines showed becomes a finding, a novelty, and their best the first record. */
import { type Goal, goalOf, isProven, reaches } from '#content/world/goal.ts';
import type { StoreTransaction } from '#server/ports/store.ts';
import { noveltyAmong } from '#server/stages/novelty.ts';
import { publish, recordNews } from '#server/stages/publish.ts';
import { rateMachine } from '#server/stages/rate.ts';
import { type FirstRecord, type Opening, settleOpening } from '#server/stages/settle-challenge.ts';
import { attemptId } from '#shared/base/content-ids.ts';
import { machineNamed } from '#shared/records/actor.ts';
import type { Challenge, MachineRun } from '#shared/records/challenge.ts';
import { isBetter } from '#shared/records/standing.ts';
import type { FlowNeeds } from './carry.ts';

/** So many challenges of a family are novel whatever machines do on them. */
const FIRST_ONES = 8;
const EVERY = 1_000_000;
/** Below this a challenge is, to machines, just like those that are known. */
const LEAST_NOVELTY = 0.01;

/** What the ladder of budgets told. */
interface Climbed {
  readonly share: number;
  readonly atAll: boolean;
}

/** @param known challenges of the same family, itself not among them */
export async function openingOf(
  challenge: Challenge,
  { share, atAll }: Climbed,
  known: readonly Challenge[],
  needs: Pick<FlowNeeds, 'judge' | 'clock'>,
): Promise<Opening> {
  const goal = await goalOf(challenge.file);
  const { kind } = goal.family;
  const first = kind === 'record' ? await firstRecord(challenge, goal, needs) : null;
  const novelty = noveltyAmong(challenge, known);
  // Where all tries come equally near, their ranks tell nothing.
  const tells = new Set(challenge.machine.map(({ progress }) => progress)).size > 1;
  const novel = !tells || known.length < FIRST_ONES || novelty >= LEAST_NOVELTY;
  const proven = kind === 'record' && isProven(goal, first?.record.value ?? null);
  return { finding: { kind, share, atAll, proven, novel }, novelty, first };
}

/** Opens the gate and counts every run for how hard it is for machines. */
export async function openGate(
  challenge: Challenge,
  opening: Opening,
  tx: StoreTransaction,
  needs: Pick<FlowNeeds, 'calls' | 'clock' | 'signer'>,
): Promise<Challenge> {
  const atMs = needs.clock();
  const goal = await goalOf(challenge.file);
  const first = await besideTaken(opening.first, goal, tx);
  const opened = await settleOpening(challenge, { ...opening, first }, atMs, tx, needs);
  if (first !== null) await publish(recordNews(first.record, first.attempt, challenge, null), atMs, tx, needs);
  const best = (await tx.records({ challenge: challenge.id, limit: EVERY })).at(-1)?.value ?? null;
  for (const run of challenge.machine) {
    const solved = didReach(goal, run, best);
    await rateMachine({ challenge: challenge.id, solver: run.solver, release: run.release, solved, atMs }, tx);
  }
  return opened;
}

/** A record that was taken over before the gate opened stands, unless the machines here did better. */
async function besideTaken(
  first: FirstRecord | null,
  { family }: Goal,
  tx: StoreTransaction,
): Promise<FirstRecord | null> {
  if (first === null) return null;
  const { challenge, value } = first.record;
  const standing = (await tx.records({ challenge, limit: EVERY })).at(-1);
  const index = await tx.recordCount(challenge);
  if (standing === undefined) return { ...first, record: { ...first.record, index } };
  if (!isBetter(value, standing.value, family.better)) return null;
  return { ...first, record: { ...first.record, index, creditClass: 'new-basin' } };
}

/** True when the run did it, or came as near to the record as can be told apart. */
export function didReach(goal: Goal, { solved, value }: MachineRun, record: number | string | null): boolean {
  if (goal.family.kind === 'success' || record === null) return solved;
  return solved && value !== undefined && reaches(goal, value, record);
}

/** The best certificate of the machines, polished, as a record that gives no laurel; null when they have none. */
async function firstRecord(
  challenge: Challenge,
  { family, instance }: Goal,
  { judge, clock }: Pick<FlowNeeds, 'judge' | 'clock'>,
): Promise<FirstRecord | null> {
  let run: MachineRun | null = null;
  for (const other of challenge.machine) {
    if (!other.solved || other.value === undefined || other.best === undefined) continue;
    if (run?.value === undefined || isBetter(other.value, run.value, family.better)) run = other;
  }
  if (run === null) return null;
  const payload = family.parsePayload(run.best, instance);
  const judged = await judge(challenge.file, payload, { polish: true });
  const best = judged.polished ?? { payload, ...judged };
  const { verdict, canonical, basin } = best;
  if (!verdict.ok || canonical === null) return null;
  const actor = machineNamed(run.solver);
  const id = attemptId({ actor: actor.address, challenge: challenge.id, payload });
  const atMs = clock();
  return {
    attempt: {
      id,
      challenge: challenge.id,
      actor,
      class: 'machine',
      payload: best.payload,
      ...(judged.polished === null ? {} : { handedIn: payload }),
      wallMs: 0,
      receivedAtMs: atMs,
      verdict,
    },
    canonical,
    record: {
      challenge: challenge.id,
      index: 0,
      attempt: id,
      holder: actor.address,
      holderName: actor.name,
      holderKind: actor.kind,
      value: verdict.value,
      unit: verdict.unit,
      digest: verdict.digest,
      atMs,
      laurel: false,
      creditClass: 'first',
      basin,
      parent: null,
    },
  };
}
