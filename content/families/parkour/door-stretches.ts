/** The stretches with doors: one that a lever opens for a while, one that a crate on a plate holds open. */
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

/** A door across the cursor's edge in a wall too wide to go around; it slides up. Answers its index. */
function layDoor(draft: Draft, cursor: Cursor): number {
  const at = ahead(cursor, 0);
  const door = draft.door([at.x, cursor.y, at.z], [3, TALL, 0.4], cursor.eighth, [0, TALL, 0], 20);
  for (const left of [-3.5, 3.5]) {
    const wall = ahead(cursor, 0, left);
    draft.box([wall.x, cursor.y + TALL, wall.z], [4, TALL + 1, 0.4], cursor.eighth);
  }
  draft.box([at.x, cursor.y + TALL + 1, at.z], [11, 1, 0.4], cursor.eighth);
  return door;
}
