/** The stretches with doors: opened for a while, held open by a crate, by two levers that stay, or in their own time. */
import type { Draft } from './draft.ts';
import { ahead, type Cursor, layFloor, moved, type Stretch } from './stretch.ts';

/** Height of doors and of the walls beside them, m. */
const TALL = 3.2;

/** A lever at the near end of a platform opens the door at its far end, for a while. */
export const lever: Stretch = {
  name: 'lever',
  from: 0.35,
  once: false,
  lay: (draft, cursor, rng, difficulty) => {
    const width = rng.between(1.4, 2.4);
    const length = rng.between(7, 9 + 4 * difficulty);
    layFloor(draft, cursor, width, length + 3, cursor.y, 3);
    const door = layDoor(draft, moved(cursor, width + length));
    const stand = ahead(cursor, width + 1.2);
    const post = ahead(cursor, width + 1.2, rng.chance(0.5) ? 1.1 : -1.1);
    const ticks = Math.round((length / 6) * 60 * (2.4 - difficulty)) + 20;
    draft.button([post.x, cursor.y, post.z], [0.5, 1.1, 0.5], { press: 'use', doors: [door], ticks });
    return {
      cursor: moved(cursor, width + length + 3),
      play: (pilot) => {
        pilot.leap(ahead(cursor, 0), stand);
        pilot.goTo(stand, 0.4);
        pilot.use();
        pilot.passBy(ahead(cursor, width + length - 1), 0.5);
        pilot.wait((run) => (run.mechanism.slid[door] ?? 0) > 15);
        pilot.passBy(ahead(cursor, width + length + 2.4), 0.5);
      },
    };
  },
};

/** A crate between rails is pushed onto a plate, which holds the door open. */
export const porter: Stretch = {
  name: 'porter',
  from: 0.5,
  once: true,
  lay: (draft, cursor, rng, difficulty) => {
    const width = rng.between(1.2, 2);
    const way = rng.between(2.5, 3.5 + 1.5 * difficulty);
    const length = 3.4 + way + 4;
    layFloor(draft, cursor, width, length + 3, cursor.y, 5);
    const crate = ahead(cursor, width + 3.4, 1.4);
    draft.crate([crate.x, cursor.y, crate.z], [1.1, 1.1, 1.1], 40, cursor.eighth);
    const plate = ahead(cursor, width + 3.4 + way, 1.4);
    const door = layDoor(draft, moved(cursor, width + length));
    draft.button([plate.x, cursor.y, plate.z], [1.3, 0.12, 1.3], { press: 'step', doors: [door], ticks: 10 });
    return {
      cursor: moved(cursor, width + length + 3),
      play: (pilot) => {
        pilot.leap(ahead(cursor, 0), ahead(cursor, width + 1.1));
        pilot.goTo(ahead(cursor, width + 1.6, 1.4), 0.2);
        pilot.lean(plate, (run) => {
          const { at } = run.cratePose(0);
          return (at.x - plate.x) * (at.x - plate.x) + (at.z - plate.z) * (at.z - plate.z) < 0.04;
        });
        pilot.goTo(ahead(cursor, width + 2.6 + way, -0.8), 0.5);
        pilot.goTo(ahead(cursor, width + length - 1), 0.4);
        pilot.wait((run) => (run.mechanism.slid[door] ?? 0) > 15);
        pilot.passBy(ahead(cursor, width + length + 2.4), 0.5);
      },
    };
  },
};

/** Two levers on islands to both sides; the door at the far end needs both thrown. */
export const latch: Stretch = {
  name: 'latch',
  from: 0.6,
  once: true,
  lay: (draft, cursor, rng, difficulty) => {
    const width = rng.between(1.4, 2);
    const length = 6;
    layFloor(draft, cursor, width, length + 3, cursor.y, 3);
    const door = layDoor(draft, moved(cursor, width + length), 2);
    const out = 1.5 + rng.between(1.2, 1.6 + difficulty) + 1.1;
    const sides = [out, -out];
    for (const side of sides) {
      const island = ahead(cursor, width + 2.5, side);
      draft.box([island.x, cursor.y, island.z], [2.2, 0.8, 2.2], cursor.eighth);
      draft.lever([island.x, cursor.y, island.z], [0.4, 1.1, 0.4], [door]);
    }
    return {
      cursor: moved(cursor, width + length + 3),
      play: (pilot) => {
        pilot.leap(ahead(cursor, 0), ahead(cursor, width + 1.2));
        for (const side of sides) {
          const edge = ahead(cursor, width + 2.5, Math.sign(side) * 1.4);
          pilot.goTo(ahead(cursor, width + 2.5), 0.4);
          pilot.leap(edge, ahead(cursor, width + 2.5, side - Math.sign(side) * 0.4));
          pilot.use();
          pilot.leap(ahead(cursor, width + 2.5, side - Math.sign(side)), ahead(cursor, width + 2.5));
        }
        pilot.goTo(ahead(cursor, width + length - 1), 0.4);
        pilot.wait((run) => (run.mechanism.slid[door] ?? 0) > 15);
        pilot.passBy(ahead(cursor, width + length + 2.4), 0.5);
      },
    };
  },
};

/** Two doors, one close behind the other, each open in a part of its own period. */
export const clockwork: Stretch = {
  name: 'clockwork',
  from: 0.55,
  once: true,
  lay: (draft, cursor, rng, difficulty) => {
    const width = rng.between(1.4, 2.2);
    const near = 3.5;
    const far = near + 3;
    layFloor(draft, cursor, width, far + 3, cursor.y, 3);
    const doors = [near, far].map((at) => layDoor(draft, moved(cursor, width + at)));
    for (const [index, door] of doors.entries()) {
      // Coprime in most draws: the two meet again only after the product of their periods.
      const period = rng.int(100, 140) + index * 37;
      const on = Math.round(70 - 25 * difficulty);
      draft.clock({ period, on, phase: rng.int(0, period - 1) }, [door]);
    }
    return {
      cursor: moved(cursor, width + far + 3),
      play: (pilot) => {
        pilot.leap(ahead(cursor, 0), ahead(cursor, width + 1.2));
        for (const [index, door] of doors.entries()) {
          const at = width + (index === 0 ? near : far);
          pilot.goTo(ahead(cursor, at - 1.1), 0.4);
          // Quite shut first, so that the whole of the next opening is ahead.
          pilot.wait((run) => run.mechanism.slid[door] === 0);
          pilot.wait((run) => (run.mechanism.slid[door] ?? 0) > 14);
          pilot.passBy(ahead(cursor, at + 1.6), 0.4);
        }
        pilot.passBy(ahead(cursor, width + far + 2.4), 0.5);
      },
    };
  },
};

/** A door across the cursor's edge in a wall too wide to go around; it slides up. Answers its index. */
export function layDoor(draft: Draft, cursor: Cursor, need = 1): number {
  const at = ahead(cursor, 0);
  const door = draft.door([at.x, cursor.y, at.z], [3, TALL, 0.4], cursor.eighth, [0, TALL, 0], 20, need);
  for (const left of [-3.5, 3.5]) {
    const wall = ahead(cursor, 0, left);
    draft.box([wall.x, cursor.y + TALL, wall.z], [4, TALL + 1, 0.4], cursor.eighth);
  }
  draft.box([at.x, cursor.y + TALL + 1, at.z], [11, 1, 0.4], cursor.eighth);
  return door;
}
