/** The stretches with wind: a gust that carries over a wide gap, and an updraught to a high ledge. */
import { FEEL, SOLE } from '#shared/physics/feel.ts';
import { IDLE } from '#shared/physics/input.ts';
import { along } from './draft.ts';
import { ahead, layFloor, moved, type Stretch } from './stretch.ts';

/** A gap wider than any jump, and a gust now and then that carries over it. */
export const gust: Stretch = {
  name: 'gust',
  from: 0.6,
  once: false,
  lay: (draft, cursor, rng, difficulty) => {
    const width = rng.between(5, 5.4 + 0.8 * difficulty);
    const landing = 5;
    layFloor(draft, cursor, width, landing, cursor.y, 3);
    const way = along(cursor.eighth);
    const at = ahead(cursor, width / 2);
    const period = rng.int(170, 230);
    const on = Math.round(100 - 40 * difficulty);
    const strength = 40;
    draft.wind(
      [at.x, cursor.y + 2, at.z],
      [3, 5, width + 0.4],
      cursor.eighth,
      [way.x * strength, 0, way.z * strength],
      { period, on, phase: 0 },
    );
    return {
      cursor: moved(cursor, width + landing),
      play: (pilot) => {
        pilot.goTo(ahead(cursor, -1.8), 0.4);
        pilot.wait((run) => run.tick % period >= on && (run.tick + 8) % period < on / 4);
        pilot.leap(ahead(cursor, 0), ahead(cursor, width + landing / 2));
        pilot.passBy(ahead(cursor, width + landing - 0.6), 0.5);
      },
    };
  },
};

/** A column of rising air at the foot of a ledge. */
export const updraught: Stretch = {
  name: 'updraught',
  from: 0.55,
  once: false,
  lay: (draft, cursor, rng, difficulty) => {
    const width = rng.between(1.4, 2.2);
    const high = rng.between(3, 4 + 2 * difficulty);
    layFloor(draft, cursor, width, 4, cursor.y, 3);
    const column = ahead(cursor, width + 2.6);
    const period = rng.int(160, 240);
    const on = Math.round(110 - 30 * difficulty);
    draft.wind([column.x, cursor.y + high / 2 + 1, column.z], [1.8, high + 2, 1.8], cursor.eighth, [0, 45, 0], {
      period,
      on,
      phase: rng.int(0, period - 1),
    });
    layFloor(draft, cursor, width + 4.1, 3.4, cursor.y + high, 3);
    return {
      cursor: moved(cursor, width + 7.5, cursor.y + high),
      play: (pilot) => {
        pilot.leap(ahead(cursor, 0), ahead(cursor, width + 1));
        pilot.goTo(column, 0.3);
        pilot.act(
          ({ at }) => at.y - SOLE - FEEL.skin > cursor.y + high + 0.4,
          () => IDLE,
        );
        pilot.goTo(ahead(cursor, width + 5.4), 0.6);
        pilot.wait((run) => run.motion.grounded);
        pilot.passBy(ahead(cursor, width + 6.9), 0.5);
      },
    };
  },
};
