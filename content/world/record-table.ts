/** Published values of record families: what others claim, and what a certificate of ours recomputes. */
import { z } from 'zod';
import { DimensionError } from '#shared/base/errors.ts';
import { type CanonicalValue, canonicalJson } from '#shared/base/hash.ts';
import { type Payload, payloadSchema } from '#shared/records/payload.ts';

/** One published value. It is used as a bar only when it is `certified`: tables contain errors. */
export interface PublishedValue {
  readonly instance: CanonicalValue;
  /** In the family's unit: an integer, or a decimal string. */
  readonly value: number | string;
  /** `certified`: `certificate` recomputes the value; `claimed`: only the source says so. */
  readonly status: 'certified' | 'claimed';
  /** True when the source proves that nothing better exists: then it is closed, and no frontier. */
  readonly proven: boolean;
  /** Best that the source does not rule out, where that is not the value itself. */
  readonly limit?: number | string;
  /** Where it was read: title, author, place. */
  readonly source: string;
  /** Day of the source, ISO 8601: a year, a month or a day. */
  readonly sourceDate: string;
  readonly certificate?: Payload;
  /** How the certificate was found, when that was done here: solver, release, seed, CPU seconds. */
  readonly foundBy?: string;
}

/** All published values of one family. */
export interface RecordTable {
  readonly family: string;
  readonly rules: number;
  readonly entries: readonly PublishedValue[];
}

const value = z.union([z.number().int(), z.string().regex(/^-?\d+(\.\d+)?$/)]);
const entrySchema = z.strictObject({
  instance: z.json(),
  value,
  status: z.enum(['certified', 'claimed']),
  proven: z.boolean(),
  limit: value.exactOptional(),
  source: z.string().min(4),
  sourceDate: z.string().regex(/^\d{4}(-\d\d(-\d\d)?)?$/),
  certificate: payloadSchema.exactOptional(),
  foundBy: z.string().exactOptional(),
});
const tableSchema = z.strictObject({
  family: z.string(),
  rules: z.number().int().positive(),
  entries: z.array(entrySchema),
});

/** @throws DimensionError `record-table.shape` with the place that is wrong, or for a certified value without certificate */
export function parseRecordTable(raw: unknown): RecordTable {
  const parsed = tableSchema.safeParse(raw);
  const where = parsed.success
    ? parsed.data.entries.findIndex((entry) => entry.status === 'certified' && entry.certificate === undefined)
    : (parsed.error.issues[0]?.path.map(String).join('.') ?? '');
  if (!parsed.success || where !== -1)
    throw new DimensionError('record-table.shape', 'This is not a table of published values.', { where });
  return parsed.data;
}

/** What is published of an instance, by its RFC 8785 form; null when nothing is. */
export function publishedOf(table: RecordTable, instance: CanonicalValue): PublishedValue | null {
  const text = canonicalJson(instance);
  return table.entries.find((entry) => canonicalJson(entry.instance) === text) ?? null;
}
