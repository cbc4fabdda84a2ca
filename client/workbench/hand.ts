/** What every hand of the workbench is: a way to change one kind of payload, by pointer and by keys, for any family. */
import type { Signal } from '@preact/signals';
import type { Vec3 } from '#content/families/family.ts';
import type { Payload } from '#shared/records/payload.ts';
import { isSamePlace, type Ray } from './space.ts';

/**
 * What lies on the bench: the payload's parts in order, each at its place, in the payload's own numbers. Never changed
 * in place: parts that stay are the very same ones.
 */
export type Work = readonly Vec3[];

/** How the person looks at the work: unit directions, and the eye in the payload's own numbers. */
export interface Gaze {
  readonly eye: Vec3;
  readonly right: Vec3;
  readonly up: Vec3;
  readonly ahead: Vec3;
}

/** What a hand shows beside the work, in the payload's own numbers. */
export interface HandMarks {
  readonly dots: readonly { readonly at: Vec3; readonly radius: number; readonly colour: string }[];
  readonly cursors: readonly {
    readonly at: Vec3;
    readonly radius: number;
    readonly cage: boolean;
    readonly colour: string;
  }[];
  readonly sheet: { readonly at: Vec3; readonly half: Vec3 } | null;
  readonly globe: { readonly at: Vec3; readonly radius: number } | null;
}

/** A key that went down. */
export interface KeyPress {
  readonly code: string;
  readonly shift: boolean;
}

/** A change by a key; the same `gesture` again is the same step back. */
export interface KeyedWork {
  readonly work: Work;
  readonly gesture: string | null;
}

/** A hand; its own state (what is chosen) lives in signals, the work is handed in and out. */
export interface Hand {
  readonly kind: 'points' | 'moves' | 'vectors';
  /** What lies there at the beginning. */
  readonly first: Work;
  /** Middle and radius of what the picture is scaled to. */
  readonly home: { readonly middle: Vec3; readonly radius: number };
  /** True when the judge may take longer than a picture may wait: it is asked in a worker then. */
  readonly heavy: boolean;
  /** Changes whenever `marks` would. */
  readonly changes: Signal<number>;
  payloadOf(work: Work): Payload;
  /** The work of a payload that the family's parser let through; null for another kind. */
  workOf(payload: Payload): Work | null;
  marks(work: Work): HandMarks;
  /** The pointer is over the work and not down; null: it has left. */
  hover(ray: Ray | null, work: Work): void;
  /** Takes hold of what is under the pointer; false: nothing is, and the drag turns the view. */
  press(ray: Ray, work: Work): boolean;
  /** The pointer went on with what was taken. */
  drag(ray: Ray, gaze: Gaze, work: Work): Work;
  /** The pointer was lifted where it went down. */
  tap(ray: Ray, work: Work): Work;
  /** Null when the key is none of this hand's. */
  key(press: KeyPress, gaze: Gaze, work: Work): KeyedWork | null;
  /** What is chosen, in one sentence for whoever cannot see it. */
  says(work: Work): string;
}

/** True when two works are the same, part by part. */
export function isSameWork(a: Work, b: Work): boolean {
  const alike = (place: Vec3, index: number) => {
    const other = b[index];
    return other !== undefined && isSamePlace(place, other);
  };
  return a === b || (a.length === b.length && a.every(alike));
}
