/** The stretch for the memory: rows of tiles over the abyss, of which one a row holds; the start shows which. */
import { ahead, layFloor, moved, type Stretch } from './stretch.ts';

/** Ticks for which the lights burn: long enough to look before the first step and a little after. */
const SHOWN = 180;
const TILE = 1.8;
/** Between two tiles, m. */
const SEAM = 0.3;

/** The first stretch of a course only, where its lights are seen from the start. */
export const recall: Stretch = {
  name: 'recall',
  from: 0.6,
  once: true,
  lay: (draft, cursor, rng, difficulty) => {
    const pitch = TILE + SEAM;
    const columns = difficulty > 0.8 ? 3 : 2;
    const safe = Array.from({ length: rng.int(3, 4 + Math.round(2 * difficulty)) }, () => rng.int(0, columns - 1));
    const spot = (row: number, column: number) =>
      ahead(cursor, 1 + pitch * row + TILE / 2, (column - (columns - 1) / 2) * pitch);
    for (const [row, holds] of safe.entries())
      for (let column = 0; column < columns; column++) {
        const { x, z } = spot(row, column);
        draft.tile([x, cursor.y, z], [TILE, 0.4, TILE], cursor.eighth, column === holds, SHOWN);
      }
    const far = 1 + pitch * safe.length + 0.7;
    layFloor(draft, cursor, far, 3, cursor.y, 3);
    return {
      cursor: moved(cursor, far + 3),
      play: (pilot) => {
        let from = ahead(cursor, 0);
        for (const [row, column] of safe.entries()) {
          const to = spot(row, column);
          pilot.goTo(from, 0.5);
          pilot.hop(to);
          from = to;
        }
        pilot.goTo(from, 0.4);
        pilot.hop(ahead(cursor, far + 1));
        pilot.passBy(ahead(cursor, far + 2.4), 0.5);
      },
    };
  },
};
