/** The stretches of fixed ground: gaps, climbs, beams and turns; and the first and last platform. */
import type { Draft } from './draft.ts';
import { ahead, type Cursor, type Laid, layFloor, leapOnto, moved, type Play, type Stretch } from './stretch.ts';

/** The start platform. */
export function layStart(draft: Draft): Cursor {
  draft.start([0, 0, 0], 0);
  draft.box([0, 0, -1.5], [4, 1, 6]);
  return { x: 0, y: 0, z: -4.5, eighth: 0 };
}

/** The goal on a last platform, reached by an easy jump. */
export function layEnd(draft: Draft, cursor: Cursor): Play {
  layFloor(draft, cursor, 2.2, 4, cursor.y, 4);
  const goal = ahead(cursor, 5);
  draft.goal([goal.x, cursor.y, goal.z], [2.4, 2.4, 0.8], cursor.eighth);
  return (pilot) => {
    pilot.leap(ahead(cursor, 0), ahead(cursor, 3.4));
    pilot.goTo(goal, 0.3);
  };
}

/** A checkpoint a step before the edge of what was laid last. */
export function layCheckpoint(draft: Draft, cursor: Cursor): void {
  const at = ahead(cursor, -1.1);
  draft.checkpoint([at.x, cursor.y, at.z], [2.4, 2.4, 0.6], cursor.eighth);
}

/** A gap, perhaps up or down, to a platform. */
export const gap: Stretch = {
  name: 'gap',
  from: 0,
  once: false,
  lay: (draft, cursor, rng, difficulty) => {
    const rise = rng.between(-0.6, 0.2 + 0.3 * difficulty);
    const width = rng.between(1.6, 2.4 + 1.5 * difficulty) - Math.max(0, rise);
    return over(draft, cursor, width, cursor.y + rise, rng.between(2.4, 4));
  },
};

/** Two or three high steps, each a jump of its own. */
export const climb: Stretch = {
  name: 'climb',
  from: 0.1,
  once: false,
  lay: (draft, cursor, rng, difficulty) => {
    const plays: Play[] = [];
    let at = cursor;
    for (let step = rng.int(2, 3); step > 0; step--) {
      const laid = over(draft, at, rng.between(0.3, 0.8 + 0.8 * difficulty), at.y + rng.between(0.6, 1), 2.4);
      plays.push(laid.play);
      at = laid.cursor;
    }
    return {
      cursor: at,
      play: (pilot) => {
        for (const play of plays) play(pilot);
      },
    };
  },
};

/** A narrow beam that ends on a platform. */
export const beam: Stretch = {
  name: 'beam',
  from: 0.15,
  once: false,
  lay: (draft, cursor, rng, difficulty) => {
    const length = rng.between(4, 6 + 2 * difficulty);
    layFloor(draft, cursor, 0, length, cursor.y, 0.7 - 0.3 * difficulty);
    layFloor(draft, cursor, length, 2.6, cursor.y);
    return {
      cursor: moved(cursor, length + 2.6),
      play: (pilot) => {
        pilot.passBy(ahead(cursor, length / 2), 0.6);
        pilot.passBy(ahead(cursor, length + 2), 0.6);
      },
    };
  },
};

/** A platform on which the course turns; it never turns back on itself. */
export const turn: Stretch = {
  name: 'turn',
  from: 0.05,
  once: false,
  lay: (draft, cursor, rng, difficulty) => {
    const width = rng.between(1.4, 2.2 + difficulty);
    const side = 3.2;
    const turns = [-2, -1, 1, 2].filter((by) => [0, 1, 2, 6, 7].includes((cursor.eighth + by + 8) % 8));
    const by = rng.pick(turns);
    const middle = ahead(cursor, width + side / 2);
    draft.box([middle.x, cursor.y, middle.z], [side, 0.8, side], cursor.eighth);
    const turned = { ...moved(cursor, width + side / 2, cursor.y, by) };
    return {
      cursor: moved(turned, side / 2),
      play: (pilot) => {
        pilot.leap(ahead(cursor, 0), ahead(cursor, width + 1));
        pilot.passBy(middle, 0.6);
      },
    };
  },
};

/** A platform `length` m long at height `y` beyond a gap of `width` m, and the way onto it. */
function over(draft: Draft, cursor: Cursor, width: number, y: number, length: number): Laid {
  layFloor(draft, cursor, width, length, y);
  return { cursor: moved(cursor, width + length, y), play: leapOnto(cursor, width, length) };
}
