/** The stretch with walls to leap from: up between two of them to a ledge too high for any jump. */
import type { CharacterState } from '#shared/physics/character.ts';
import { FEEL, SOLE } from '#shared/physics/feel.ts';
import { encodeInput } from '#shared/physics/input.ts';
import { nearestHeading } from '#shared/physics/turns.ts';
import { along } from './draft.ts';
import { ahead, type Cursor, layFloor, moved, type Stretch } from './stretch.ts';

/** From leap to leap between two marked walls. */
export const chimney: Stretch = {
  name: 'chimney',
  from: 0.6,
  once: false,
  lay: (draft, cursor, rng, difficulty) => {
    const width = rng.between(1.4, 2.2);
    const high = rng.between(3.5, 4.5 + 3 * difficulty);
    const apart = rng.between(2.4, 2.9);
    const deep = 3;
    layFloor(draft, cursor, width, deep, cursor.y, apart + 1);
    const [left] = [apart / 2 + 0.25, -apart / 2 - 0.25].map((side) => {
      const at = ahead(cursor, width + deep / 2 + 0.4, side);
      draft.grip([at.x, cursor.y, at.z], [0.5, high + 1.6, deep - 0.8], cursor.eighth);
      return draft.grips - 1;
    });
    const ledge = ahead(cursor, width + deep + 2);
    draft.box([ledge.x, cursor.y + high, ledge.z], [apart + 1, high + 0.8, 4], cursor.eighth);
    const foot = ahead(cursor, width + deep / 2 + 0.6);
    return {
      cursor: moved(cursor, width + deep + 4, cursor.y + high),
      play: (pilot) => {
        pilot.leap(ahead(cursor, 0), ahead(cursor, width + 1));
        pilot.goTo(foot, 0.25);
        pilot.act(
          ({ at }) => at.y - SOLE - FEEL.skin > cursor.y + high + 0.25,
          (self) => climb(self, cursor, apart, left ?? -1),
        );
        pilot.passBy(ahead(cursor, width + deep + 1.5), 0.8);
        pilot.passBy(ahead(cursor, width + deep + 3.2), 0.5);
      },
    };
  },
};

/** The next byte of a climb: across to the wall it has not leapt from, with a fresh press of jump when it is there. */
function climb({ at, motion, wall }: CharacterState, cursor: Cursor, apart: number, left: number): number {
  const side = wall === left ? -1 : 1;
  const across = along(cursor.eighth + 2);
  const off = (at.x - cursor.x) * across.x + (at.z - cursor.z) * across.z;
  const there = !motion.grounded && side * off > apart / 2 - FEEL.radius - 0.13;
  const jump = motion.grounded || (there ? !motion.held : motion.vy > 0);
  return encodeInput({ heading: nearestHeading(across.x * side, across.z * side), gait: 'run', jump });
}
