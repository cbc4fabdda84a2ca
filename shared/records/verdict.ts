/** The judge's word on one attempt. */

/** What a value counts. */
export type Unit = 'tick' | 'contact' | 'point' | 'energy' | 'chord' | 'tool' | 'agreement';

/** An attempt that holds: `value` in `unit`, `digest` of the end state or the canonical payload. */
export interface Holds {
  readonly ok: true;
  /** An integer, or a decimal string where the family measures reals. */
  readonly value: number | string;
  readonly unit: Unit;
  /** SHA-256 of the canonical end state, 64 hex digits. */
  readonly digest: string;
}

/** An attempt that does not hold: a stable code and one plain sentence. */
export interface Fails {
  readonly ok: false;
  readonly reason: { readonly code: string; readonly sentence: string };
  /** Digest of the state in which the attempt ended, when there is one. */
  readonly digest?: string;
}

/** What a family's judge says: pure, the same everywhere. */
export type Judgement = Holds | Fails;

/** A judgement with what it cost, as the server keeps it. */
export type Verdict = Judgement & {
  /** CPU milliseconds the judge used. */
  readonly cpuMs: number;
};
