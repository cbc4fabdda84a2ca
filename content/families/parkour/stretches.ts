/** The stretches a course is made of: each lays its pieces ahead of a cursor and knows how it is passed. */
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

/** A kind of stretch; `from` is the difficulty at which it first appears. */
export interface Stretch {
  readonly from: number;
  lay(draft: Draft, cursor: Cursor, rng: Rng, difficulty: number): { readonly cursor: Cursor; readonly play: Play };
}

/** The start platform. */
export function layStart(draft: Draft): Cursor {
  draft.start([0, 0, 0], 0);
  draft.box([0, 0, -1.5], [4, 1, 6]);
  return { x: 0, y: 0, z: -4.5, eighth: 0 };
}

/** The goal on a last platform, reached by an easy jump. */
export function layEnd(draft: Draft, cursor: Cursor): Play {
  const to = ahead(cursor, 4.2);
  draft.box([to.x, cursor.y, to.z], [4, 1, 4], cursor.eighth);
  const goal = ahead(cursor, 5);
  draft.goal([goal.x, cursor.y, goal.z], [2.4, 2.4, 0.8], cursor.eighth);
  return (pilot) => {
    pilot.leap(ahead(cursor, 0), to);
    pilot.goTo(goal, 0.3);
  };
}

/** A gap, perhaps up or down, to a platform. */
const gap: Stretch = {
  from: 0,
  lay: (draft, cursor, rng, difficulty) => {
    const width = rng.between(1.6, 2.2 + 1.6 * difficulty);
    const rise = rng.between(-0.5, 0.2 + 0.4 * difficulty);
    return jumpTo(draft, cursor, width, cursor.y + rise, rng.between(2.2, 4));
  },
};

/** The kinds of stretches, by the catalogue's order. */
export const STRETCHES: readonly Stretch[] = [gap];

/** A platform `width` m on at height `top`, `length` m long, and the leap onto it. */
function jumpTo(draft: Draft, cursor: Cursor, width: number, top: number, length: number) {
  const middle = ahead(cursor, width + length / 2);
  const landing = ahead(cursor, width + Math.min(1.1, length / 2));
  draft.box([middle.x, top, middle.z], [2.4, 0.8, length], cursor.eighth);
  const end = ahead(cursor, width + length);
  const play: Play = (pilot) => {
    pilot.leap(ahead(cursor, 0), landing);
    pilot.passBy(ahead(cursor, width + length - 0.6), 0.5);
  };
  return { cursor: { ...end, y: top, eighth: cursor.eighth }, play };
}

function ahead({ x, z, eighth }: Cursor, metres: number): Spot {
  const way = along(eighth);
  return { x: x + way.x * metres, z: z + way.z * metres };
}
