/** Rows to records: the door of the store, where every column is parsed and trusted afterwards. */
import type { Selectable } from 'kysely';
import { z } from 'zod';
import { DimensionError } from '#shared/base/errors.ts';
import type { CanonicalValue } from '#shared/base/hash.ts';
import { parseHash } from '#shared/base/hash.ts';
import { parseAddress, parseAttemptId, parseAutomatonId, parseChallengeId, parseWorkId } from '#shared/base/ids.ts';
import { CREDIT_CLASSES, type FrontierRecord, type JudgedAttempt, type Laurel } from '#shared/records/attempt.ts';
import type { Automaton } from '#shared/records/automaton.ts';
import { CHALLENGE_STATES, type Challenge, type ChallengeState, type MachineRun } from '#shared/records/challenge.ts';
import type { ChallengeFile } from '#shared/records/challenge-file.ts';
import { type Payload, payloadSchema } from '#shared/records/payload.ts';
import type { Work } from '#shared/records/work.ts';
import type { Tables } from './tables.ts';

type Row<T extends keyof Tables> = Selectable<Tables[T]>;

const address = z.string().transform(parseAddress);
const value = z.union([z.number(), z.string()]);
const unit = z.enum(['tick', 'contact', 'point', 'energy', 'chord', 'tool', 'agreement']);
const cpuMs = z.number();

const personSchema = z.object({ kind: z.literal('person'), address, name: z.string(), host: z.boolean() });
const partySchema = z.array(z.object({ address, name: z.string() }));
const actorSchema = z.discriminatedUnion('kind', [
  personSchema,
  z.object({
    kind: z.literal('automaton'),
    address,
    name: z.string(),
    automaton: z.string().transform(parseAutomatonId),
  }),
]);
const verdictSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value, unit, digest: z.string(), cpuMs }),
  z.object({
    ok: z.literal(false),
    reason: z.object({ code: z.string(), sentence: z.string() }),
    digest: z.string().exactOptional(),
    cpuMs,
  }),
]);
const fileSchema: z.ZodType<ChallengeFile> = z.object({
  family: z.string(),
  rules: z.number(),
  instance: z.custom<CanonicalValue>((value) => value !== undefined),
});
const runSchema: z.ZodType<MachineRun> = z.object({
  solver: z.string(),
  release: z.number(),
  seed: z.string(),
  budgetCpuSeconds: z.number(),
  cpuSeconds: z.number(),
  steps: z.number(),
  solved: z.boolean(),
  value: value.exactOptional(),
  progress: z.number(),
  best: z.custom<CanonicalValue>().exactOptional(),
  basin: z.string().exactOptional(),
});
const placementSchema = z.object({
  x: z.number(),
  y: z.number(),
  z: z.number(),
  yaw: z.number(),
  spot: z.enum(['pedestal', 'frame', 'ground']),
});
const personalitySchema = z.object({
  curiosity: z.number(),
  boldness: z.number(),
  patience: z.number(),
  playfulness: z.number(),
  order: z.number(),
});
const classSchema = z.enum(['live', 'tool', 'machine']);
const stateSchema = z.enum(CHALLENGE_STATES);
const laurelStateSchema = z.enum(['provisional', 'sent', 'minted', 'invalidated']);
const creditSchema = z.enum(CREDIT_CLASSES);
const holderKindSchema = z.enum(['person', 'automaton']);
const doingSchema = z.enum(['making', 'posing', 'attempting', 'guiding', 'walking', 'resting']);

/** The file as our own parser once took it in: only its outer shape is looked at again. */
export function fileOf(text: string): ChallengeFile {
  return json(fileSchema, text);
}

/** @param file the parsed column, @param runs this challenge's machine runs in order */
export function challengeOf(row: Row<'challenges'>, file: ChallengeFile, runs: readonly MachineRun[]): Challenge {
  return {
    id: parseChallengeId(row.id),
    file,
    title: row.title,
    state: stateOf(row.state),
    creator: parseAddress(row.creator),
    witnessHash: row.witness_hash === null ? null : parseHash(row.witness_hash),
    machine: runs,
    changedAtMs: row.changed_at_ms,
  };
}

/** @throws DimensionError `store.damaged` for a state that there is none of */
export function stateOf(text: string): ChallengeState {
  return read(stateSchema, text);
}

export function runOf(text: string): MachineRun {
  return json(runSchema, text);
}

export function payloadOf(text: string): Payload {
  return json(payloadSchema, text);
}

export function workOf(row: Row<'works'>): Work {
  return {
    id: parseWorkId(row.id),
    generator: row.generator,
    generatorVersion: row.generator_version,
    genome: row.genome,
    title: row.title,
    maker: parseAddress(row.maker),
    makerName: row.maker_name,
    parents: json(z.array(z.string()), row.parents_json).map(parseWorkId),
    placement: row.placement_json === null ? null : json(placementSchema, row.placement_json),
    hidden: row.hidden === 1,
    madeAtMs: row.made_at_ms,
    tokenId: row.token_id,
  };
}

export function automatonOf(row: Row<'automata'>): Automaton {
  return {
    id: parseAutomatonId(row.id),
    name: row.name,
    motto: row.motto,
    personality: json(personalitySchema, row.personality_json),
    account: parseAddress(row.account),
    tokenId: row.token_id,
    doing: read(doingSchema, row.doing),
    because: row.because,
    lastError: row.last_error,
    cpuSecondsUsed: row.cpu_seconds_used,
    heartbeatAtMs: row.heartbeat_at_ms,
  };
}

/** What the judge said. */
export function verdictOf(text: string): JudgedAttempt['verdict'] {
  return json(verdictSchema, text);
}

export function attemptOf(row: Row<'attempts'>): JudgedAttempt {
  return {
    id: parseAttemptId(row.id),
    challenge: parseChallengeId(row.challenge),
    actor: json(actorSchema, row.actor_json),
    ...(row.party_json === null ? {} : { party: json(z.array(personSchema), row.party_json) }),
    class: read(classSchema, row.class),
    payload: payloadOf(row.payload_json),
    ...(row.handed_in_json === null ? {} : { handedIn: payloadOf(row.handed_in_json) }),
    wallMs: row.wall_ms,
    receivedAtMs: row.received_at_ms,
    verdict: verdictOf(row.verdict_json),
    ...(row.consent === null ? {} : { consent: row.consent === 1 }),
  };
}

/** What a record is worth, in its unit. */
export function resultOf(text: string): FrontierRecord['value'] {
  return json(value, text);
}

export function recordOf(row: Row<'records'>): FrontierRecord {
  return {
    challenge: parseChallengeId(row.challenge),
    index: row.position,
    attempt: parseAttemptId(row.attempt),
    holder: parseAddress(row.holder),
    holderName: row.holder_name,
    holderKind: read(holderKindSchema, row.holder_kind),
    value: resultOf(row.value_json),
    unit: row.unit,
    digest: row.digest,
    atMs: row.at_ms,
    laurel: row.laurel === 1,
    creditClass: read(creditSchema, row.credit),
    basin: row.basin,
    parent: row.parent === null ? null : parseAttemptId(row.parent),
    ...(row.party_json === null ? {} : { party: json(partySchema, row.party_json) }),
  };
}

export function laurelOf(row: Row<'laurels'>): Laurel {
  return {
    tokenId: row.token_id,
    challenge: parseChallengeId(row.challenge),
    recordIndex: row.record_position,
    holderIndex: row.holder_position,
    holder: parseAddress(row.holder),
    shareBasisPoints: row.share_basis_points,
    state: read(laurelStateSchema, row.state),
    transaction: row.tx,
  };
}

function json<T>(schema: z.ZodType<T>, text: string): T {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (cause) {
    throw damaged(text, cause);
  }
  return read(schema, raw);
}

function read<T>(schema: z.ZodType<T>, raw: unknown): T {
  const parsed = schema.safeParse(raw);
  if (!parsed.success) throw damaged(String(raw), parsed.error);
  return parsed.data;
}

function damaged(text: string, cause: unknown): DimensionError {
  return new DimensionError(
    'store.damaged',
    'A row of the database does not have the form it was written in.',
    { found: text.slice(0, 60) },
    cause,
  );
}
