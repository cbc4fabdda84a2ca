/** What is shown on the page of a recorded attempt, whichever hand made it. */

import type { Flight } from '#client/scene/free-eye.ts';
import type { Payload } from '#shared/records/payload.ts';
import type { CastNames } from './cast.ts';
import type { Mark } from './film.ts';
import type { Playhead } from './playhead.ts';

/** How this machine's own judging of an attempt came out; null: not known yet; `unknown`: it could not be judged. */
export interface OwnVerdict {
  /** In the family's unit; null where it does not hold. */
  readonly value: number | string | null;
  readonly digest: string | null;
}

/** Something that plays on the page. */
export interface Show {
  readonly playhead: Playhead;
  /** Ticks of a run, or pieces of a drawing. */
  readonly counts: 'ticks' | 'pieces';
  /** Whose name goes with each character of the first. */
  readonly names: readonly string[];
  readonly marks: readonly Mark[];
  /** Up to where it can be shown by now. */
  readonly known: number;
  /** Two pictures instead of one, where there is something beside. */
  split: boolean;
  /** Which character the camera is on. */
  who: number;
  /** The camera flies by itself; a drawing has no other than the one that circles it. */
  free: boolean;
  /** Something else beside it, or nothing. @throws DimensionError `payload.*` */
  beside(rival: { readonly payload: Payload; readonly who: CastNames } | null): void;
  /** Pixels of a drag. */
  turn(dx: number, dy: number): void;
  slide(dx: number, dy: number): void;
  zoom(factor: number): void;
  fly(flight: Flight, seconds: number, fast: boolean): void;
  /** What this machine says of it. */
  ownVerdict(): Promise<OwnVerdict | null>;
  frame(nowMs: number, seconds: number): void;
  dispose(): void;
}
