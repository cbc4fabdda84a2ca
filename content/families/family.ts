/** What every challenge family is: a kind of problem with its generator, judge and show. */

import type { CanonicalValue } from '#shared/base/hash.ts';
import type { Rng } from '#shared/base/rng.ts';
import type { Hand, Payload } from '#shared/records/payload.ts';
import type { Judgement, Unit } from '#shared/records/verdict.ts';

/** A drawing as data, metres: the client draws it without knowing the family. */
export interface Drawing {
  /**
   * The parts of the payload come first. A hand points at them: each stands where its own numbers say, at one scale and
   * one shift, x, y, z along X, Y, Z.
   */
  readonly points: readonly { readonly at: Vec3; readonly radius: number; readonly colour: string }[];
  readonly links: readonly { readonly from: Vec3; readonly to: Vec3; readonly colour: string }[];
  readonly boxes: readonly {
    readonly at: Vec3;
    readonly half: Vec3;
    /** Radians about Y. */
    readonly yaw: number;
    readonly colour: string;
  }[];
  /** Light along a line: a broken rule in red, a bond, a wind. */
  readonly beams: readonly { readonly from: Vec3; readonly to: Vec3; readonly colour: string }[];
  readonly labels: readonly { readonly at: Vec3; readonly text: string }[];
}
/** x, y, z in metres, right-handed, Y up. */
export type Vec3 = readonly [number, number, number];

/** A new instance with its sealed witness: a payload that holds, found while making it. */
export interface Generated<I> {
  readonly instance: I;
  readonly witness: Payload | null;
}

/**
 * What lies on the workbench when a person begins: all that a hand needs to know of an instance. One member a hand, so
 * that a new family needs no new client code unless it needs a new hand.
 */
export type Workpiece =
  | { readonly hand: 'tape' | 'placements' | 'choice' }
  /** A course for several: one tape a start. */
  | { readonly hand: 'tapes'; readonly starts: number; readonly maxTicks: number }
  /** A chain of beads to bend: one character a bead, `H` glows; `start` is a payload's moves that hold. */
  | { readonly hand: 'moves'; readonly beads: string; readonly lattice: 'square' | 'cubic'; readonly start: string }
  /** Places to set: whole numbers from 0 to `size` − 1 along each axis, but for the blocked places in `taken`. */
  | { readonly hand: 'points'; readonly size: readonly number[]; readonly taken: readonly (readonly number[])[] }
  /**
   * This many beacons on the unit sphere, to begin with where `start` says: decimal strings, a payload that holds.
   * `weights`: one a beacon where they differ, whole numbers from heavy to light.
   */
  | {
      readonly hand: 'vectors';
      readonly start: readonly (readonly string[])[];
      readonly weights: readonly number[] | null;
    };

/** A bound that no payload can pass. */
export interface Limit {
  readonly value: number;
  /** Who proved it, or the argument in one sentence. */
  readonly source: string;
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
  /**
   * Smallest improvement that counts as an advance over `record`: never below what the judge can tell apart.
   * @param next value of the best known solution in another basin; null when none is known
   */
  delta(record: number, next: number | null): number;
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
  /**
   * One text for all payloads that are the same idea: what polish makes of them does not count. Where there is nothing
   * to polish it is the canonical form.
   * @param judged what `judge` said of this payload, when that is known
   */
  basin(instance: I, payload: Payload, judged?: Judgement): Promise<string>;
  /**
   * The payload as good as a machine makes it without leaving its basin, at a fixed small cost (at most 1 CPU-s). Where
   * there is nothing to polish it is the payload itself. Run on every submission before it is compared.
   */
  polish(instance: I, payload: Payload): Payload;
  /**
   * How much of `payload` stands in `known` already, 0 … 1, after symmetry: from 0.6 on it is derived work, and a tape
   * from 0.9 on is the same again.
   */
  kinship(instance: I, payload: Payload, known: Payload): number;
  /** The best that is provably possible, or null when nothing useful is proven. */
  limit(instance: I): Limit | null;
  /** One text for all instances that ask the same in another order or with other limits: no second gate for them. */
  likeness(instance: I): string;
  brief(instance: I): Brief;
  workpiece(instance: I): Workpiece;
  show(instance: I, payload: Payload | null): Drawing;
}

/** What of a family takes an instance. */
type OfInstance =
  | 'parsePayload'
  | 'judge'
  | 'canonical'
  | 'basin'
  | 'polish'
  | 'kinship'
  | 'limit'
  | 'likeness'
  | 'brief'
  | 'workpiece'
  | 'show';

/** A family whose instance type is known only to itself: instances pass through its own `parseInstance`. */
export interface AnyFamily extends Omit<Family<CanonicalValue>, OfInstance> {
  // Method syntax keeps these bivariant: a `Family<Course>` is an `AnyFamily` to whoever parses first.
  parsePayload(raw: unknown, instance: CanonicalValue): Payload;
  judge(instance: CanonicalValue, payload: Payload): Promise<Judgement>;
  canonical(instance: CanonicalValue, payload: Payload, judged?: Judgement): Promise<string>;
  basin(instance: CanonicalValue, payload: Payload, judged?: Judgement): Promise<string>;
  polish(instance: CanonicalValue, payload: Payload): Payload;
  kinship(instance: CanonicalValue, payload: Payload, known: Payload): number;
  limit(instance: CanonicalValue): Limit | null;
  likeness(instance: CanonicalValue): string;
  brief(instance: CanonicalValue): Brief;
  workpiece(instance: CanonicalValue): Workpiece;
  show(instance: CanonicalValue, payload: Payload | null): Drawing;
}

/** True when `candidate` improves on `record` by the family's δ; `next` as in {@link Family.delta}. */
export function advances<I extends CanonicalValue>(
  family: Pick<Family<I>, 'better' | 'delta'>,
  candidate: number,
  record: number,
  next: number | null = null,
): boolean {
  const gain = family.better === 'lower' ? record - candidate : candidate - record;
  return gain >= family.delta(record, next);
}
