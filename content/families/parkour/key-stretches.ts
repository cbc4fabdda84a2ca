/** The stretch with a key: it lies on an island beside the way, and the door at the end has its lock. */
import { layDoor } from './door-stretches.ts';
import { ahead, layFloor, moved, type Stretch } from './stretch.ts';

/** Out to the island for the key, back without a fall, and on through the door. */
export const vault: Stretch = {
  name: 'vault',
  from: 0.55,
  once: true,
  lay: (draft, cursor, rng, difficulty) => {
    const width = rng.between(1.4, 2.2);
    const length = 6;
    layFloor(draft, cursor, width, length + 3, cursor.y, 3);
    const door = layDoor(draft, moved(cursor, width + length));
    const side = rng.chance(0.5) ? 1 : -1;
    const out = 1.5 + rng.between(1.4, 2 + difficulty);
    const middle = width + 2.5;
    const island = ahead(cursor, middle, side * (out + 1.1));
    draft.box([island.x, cursor.y, island.z], [2.2, 0.8, 2.2], cursor.eighth);
    const key = draft.key([island.x, cursor.y + 0.8, island.z]);
    const lock = ahead(cursor, width + length - 0.5, -side * 1.1);
    draft.lock([lock.x, cursor.y, lock.z], [0.5, 1.3, 0.5], cursor.eighth, key, [door]);
    return {
      cursor: moved(cursor, width + length + 3),
      play: (pilot) => {
        pilot.leap(ahead(cursor, 0), ahead(cursor, width + 1.2));
        pilot.goTo(ahead(cursor, middle), 0.4);
        pilot.leap(ahead(cursor, middle, side * 1.4), island);
        pilot.goTo(island, 0.4);
        pilot.leap(ahead(cursor, middle, side * (out + 0.1)), ahead(cursor, middle));
        pilot.goTo(ahead(cursor, width + length - 1, -side * 0.6), 0.3);
        pilot.wait((run) => (run.mechanism.slid[door] ?? 0) > 15);
        pilot.passBy(ahead(cursor, width + length + 2.4), 0.5);
      },
    };
  },
};
