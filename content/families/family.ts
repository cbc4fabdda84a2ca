/** What every challenge family is: a kind of problem with its generator, judge and show. */

import type { CanonicalValue } from '#shared/base/hash.ts';
import type { Rng } from '#shared/base/rng.ts';
import type { Hand, Payload } from '#shared/records/payload.ts';
import type { Judgement, Unit } from '#shared/records/verdict.ts';

/** A drawing as data, metres: the client draws it without knowing the family. */
export interface Drawing {
  readonly points: readonly { readonly at: Vec3; readonly radius: number; readonly colour: string }[];
  readonly links: readonly { readonly from: Vec3; readonly to: Vec3; readonly colour: string }[];
  readonly boxes: readonly {
    readonly at: Vec3;
    readonly half: Vec3;
    /** Radians about Y. */
    readonly yaw: number;
    readonly colour: string;
  }[];
  readonly labels: readonly { readonly at: Vec3; readonly text: string }[];
}
/** x, y, z in metres, right-handed, Y up. */
export type Vec3 = readonly [number, number, number];

/** A new instance with its sealed witness: a payload that holds, found while making it. */
export interface Generated<I> {
  readonly instance: I;
  readonly witness: Payload | null;
}

/** What a card says about an instance. */
export interface Brief {
  /** One or two plain sentences: what to do. */
  readonly task: string;
  /** Why it is worth knowing, with its source. */
  readonly science: string;
}

/**
 * A kind of problem. Everything here is pure and the same on every machine; `judge` may wait once for an engine
 * (WebAssembly) to load.
 * @typeParam I the parsed instance
 */
export interface Family<I extends CanonicalValue> {
  /** Registered in content/catalog.ts for ever. */
  readonly id: string;
  readonly rules: number;
  readonly title: string;
  readonly hand: Hand;
  /** `success`: solved or not, then better values; `record`: every certificate counts and the best stands. */
  readonly kind: 'success' | 'record';
  readonly better: 'lower' | 'higher';
  readonly unit: Unit;
  /** Smallest improvement that counts as an advance over `record`. */
  delta(record: number): number;
  /** @throws DimensionError `instance.*` naming what is wrong and where */
  parseInstance(raw: unknown): I;
  /** @throws DimensionError `payload.*` for a payload of another kind, size or instance */
  parsePayload(raw: unknown, instance: I): Payload;
  /** @param difficulty 0 (a first step) … 1 (as hard as this family makes them) */
  generate(rng: Rng, difficulty: number): Promise<Generated<I>>;
  judge(instance: I, payload: Payload): Promise<Judgement>;
  /**
   * One text for all payloads that are the same solution (after cutting, symmetry, order).
   * @param judged what `judge` said of this payload, when that is known: it saves judging again
   */
  canonical(instance: I, payload: Payload, judged?: Judgement): Promise<string>;
  /** One text for all instances that ask the same in another order or with other limits: no second gate for them. */
  likeness(instance: I): string;
  brief(instance: I): Brief;
  show(instance: I, payload: Payload | null): Drawing;
}

/** A family whose instance type is known only to itself: instances pass through its own `parseInstance`. */
export interface AnyFamily
  extends Omit<Family<CanonicalValue>, 'parsePayload' | 'judge' | 'canonical' | 'likeness' | 'brief' | 'show'> {
  // Method syntax keeps these bivariant: a `Family<Course>` is an `AnyFamily` to whoever parses first.
  parsePayload(raw: unknown, instance: CanonicalValue): Payload;
  judge(instance: CanonicalValue, payload: Payload): Promise<Judgement>;
  canonical(instance: CanonicalValue, payload: Payload, judged?: Judgement): Promise<string>;
  likeness(instance: CanonicalValue): string;
  brief(instance: CanonicalValue): Brief;
  show(instance: CanonicalValue, payload: Payload | null): Drawing;
}

/** True when `candidate` improves on `record` by the family's δ. */
export function advances<I extends CanonicalValue>(
  family: Pick<Family<I>, 'better' | 'delta'>,
  candidate: number,
  record: number,
): boolean {
  const gain = family.better === 'lower' ? record - candidate : candidate - record;
  return gain >= family.delta(record);
}
