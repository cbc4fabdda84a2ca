/** What a stretch of a course is, and the places ahead of where the last one ended. */
import type { Rng } from '#shared/base/rng.ts';
import { along, type Draft } from './draft.ts';
import type { Pilot, Spot } from './pilot.ts';

/** The middle of the far edge of what was laid last: m, and the eighth of a turn it looks along. */
export interface Cursor {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly eighth: number;
}

/** How a stretch is played, from the end of the one before. */
export type Play = (pilot: Pilot) => void;

/** A stretch as laid: where it ends, on fixed ground at least 2.2 m long, and how it is passed. */
export interface Laid {
  readonly cursor: Cursor;
  readonly play: Play;
}

/** A kind of stretch; `from` is the difficulty at which it first appears, `once` that a course has one at most. */
export interface Stretch {
  readonly name: string;
  readonly from: number;
  readonly once: boolean;
  lay(draft: Draft, cursor: Cursor, rng: Rng, difficulty: number): Laid;
}

/** The spot `forward` m on and `left` m to the left of a cursor. */
export function ahead({ x, z, eighth }: Cursor, forward: number, left = 0): Spot {
  const way = along(eighth);
  const side = along(eighth + 2);
  return { x: x + way.x * forward + side.x * left, z: z + way.z * forward + side.z * left };
}

/** A cursor `forward` m on, at height `y`, turned by `turn` eighths. */
export function moved(cursor: Cursor, forward: number, y = cursor.y, turn = 0): Cursor {
  return { ...ahead(cursor, forward), y, eighth: (cursor.eighth + turn + 8) % 8 };
}

/** A floor that begins `from` m ahead: 0.8 m thick, its top at `y`. */
export function layFloor(draft: Draft, cursor: Cursor, from: number, length: number, y: number, width = 2.4): void {
  const middle = ahead(cursor, from + length / 2);
  draft.box([middle.x, y, middle.z], [width, 0.8, length], cursor.eighth);
}

/** The leap from the cursor's edge over `width` m, and on to the end of a floor of `length` m. */
export function leapOnto(cursor: Cursor, width: number, length: number): Play {
  const landing = ahead(cursor, width + Math.min(1.1, length / 2));
  const end = ahead(cursor, width + length - 0.6);
  return (pilot) => {
    pilot.leap(ahead(cursor, 0), landing);
    pilot.passBy(end, 0.5);
  };
}
