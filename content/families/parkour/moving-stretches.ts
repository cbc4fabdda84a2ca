/** The stretches that ask for timing: ferries, sweepers and strips that hurt. */
import { ahead, layFloor, leapOnto, moved, type Stretch } from './stretch.ts';

/** A platform that goes to and fro over a gap too wide to jump. */
export const ferry: Stretch = {
  name: 'ferry',
  from: 0.3,
  once: false,
  lay: (draft, cursor, rng, difficulty) => {
    const size = 2.4 - 0.4 * difficulty;
    const near = 1.2 + size / 2;
    const far = near + rng.between(4.5, 6 + 3 * difficulty);
    const travel = Math.round(((far - near) / rng.between(2, 2.4 + difficulty)) * 60);
    const dwell = Math.round(70 - 30 * difficulty);
    const stop = (forward: number) => {
      const at = ahead(cursor, forward);
      return [at.x, cursor.y, at.z] as const;
    };
    const stops = [
      { top: stop(near), ticks: dwell },
      { top: stop(near), ticks: travel },
      { top: stop(far), ticks: dwell },
      { top: stop(far), ticks: travel },
    ];
    draft.platform(stops, [size, 0.5, size], cursor.eighth);
    const shore = far + size / 2 + 1.2;
    layFloor(draft, cursor, shore, 3, cursor.y);
    const round = 2 * (dwell + travel);
    return {
      cursor: moved(cursor, shore + 3),
      play: (pilot) => {
        pilot.goTo(ahead(cursor, -0.7), 0.4);
        pilot.wait((run) => run.tick % round < dwell / 3);
        pilot.leap(ahead(cursor, 0), ahead(cursor, near));
        pilot.wait((run) => run.tick % round >= dwell + travel);
        pilot.leap(ahead(cursor, far + size / 2), ahead(cursor, shore + 1));
        pilot.passBy(ahead(cursor, shore + 2.4), 0.5);
      },
    };
  },
};

/** A post that sweeps to and fro across a platform. */
export const sweeper: Stretch = {
  name: 'sweeper',
  from: 0.25,
  once: false,
  lay: (draft, cursor, rng, difficulty) => {
    const width = rng.between(1.4, 2.2);
    const length = 6;
    const reach = 2;
    layFloor(draft, cursor, width, length, cursor.y, 3.2);
    const half = Math.round(110 - 50 * difficulty) + rng.int(0, 10);
    const post = (left: number) => {
      const at = ahead(cursor, width + length / 2, left);
      return { at: [at.x, cursor.y + 0.9, at.z] as const, ticks: half };
    };
    const hazard = draft.hazard([post(reach), post(-reach)], [0.7, 1.7, 0.7], cursor.eighth);
    const middle = ahead(cursor, width + length / 2);
    return {
      cursor: moved(cursor, width + length),
      play: (pilot) => {
        pilot.leap(ahead(cursor, 0), ahead(cursor, width + 1));
        pilot.wait((run) => {
          const { x, z } = run.hazardPlace(hazard);
          const away = (x - middle.x) * (x - middle.x) + (z - middle.z) * (z - middle.z);
          // Well aside and still on its way out: the way is free for half a round.
          return away > 1.2 * 1.2 && run.tick % half < half * 0.9 && run.tick % half > half / 2;
        });
        pilot.passBy(ahead(cursor, width + length - 0.6), 0.5);
      },
    };
  },
};

/** A strip across a platform that must not be touched. */
export const strip: Stretch = {
  name: 'strip',
  from: 0.2,
  once: false,
  lay: (draft, cursor, rng, difficulty) => {
    const width = rng.between(1.4, 2.4);
    const deep = rng.between(1, 1.4 + 0.8 * difficulty);
    const length = 3 + deep + 3;
    layFloor(draft, cursor, width, length, cursor.y, 3);
    const at = ahead(cursor, width + 3 + deep / 2);
    draft.hazard([{ at: [at.x, cursor.y + 0.1, at.z], ticks: 1 }], [3, 0.2, deep], cursor.eighth);
    const onto = leapOnto(cursor, width, 2.4);
    return {
      cursor: moved(cursor, width + length),
      play: (pilot) => {
        onto(pilot);
        pilot.leap(ahead(cursor, width + 2.5), ahead(cursor, width + 3 + deep + 1.2));
        pilot.passBy(ahead(cursor, width + length - 0.6), 0.5);
      },
    };
  },
};
