/** The proving ground of form 2: two characters among every kind of piece that the plain form has not. */
import { provingGround } from './proving-ground.ts';
import { parseScene, RICH_FORM, type Scene } from './scene.ts';

/** The yard of the plain proving ground with levers, clocks, keys, locks, tiles, grips, winds and a second start. */
export function richGround(): Scene {
  const plain = provingGround();
  const wall = { half: [12, 64, 12], yaw: 0 } as const;
  return parseScene({
    ...plain,
    form: RICH_FORM,
    starts: [...plain.starts, { at: [-96, 0, 32], yaw: 3 }],
    doors: [
      ...plain.doors,
      { at: [120, 64, 120], half: [48, 64, 12], yaw: 1, slide: [0, 120, 0], travel: 25, need: 2 },
      { at: [-300, 64, -420], half: [48, 64, 12], yaw: 5, slide: [0, -120, 0], travel: 40, need: 1 },
    ],
    levers: [
      { at: [0, 32, -40], half: [160, 32, 240], yaw: 0, doors: [2], shuts: [3] },
      { at: [-96, 32, 0], ...wall, doors: [2, 1], shuts: [] },
    ],
    clocks: [
      { period: 97, on: 40, phase: 13, doors: [3] },
      { period: 61, on: 20, phase: 0, doors: [2] },
    ],
    keys: [{ at: [-16, 40, -72] }, { at: [-110, 40, -24] }],
    locks: [
      { at: [0, 48, -240], half: [128, 48, 48], yaw: 0, key: 0, doors: [3] },
      { at: [-160, 48, -160], half: [64, 48, 64], yaw: 2, key: 1, doors: [2] },
    ],
    tiles: [
      { at: [-32, 8, -96], half: [40, 8, 40], yaw: 0, holds: false, shown: 300 },
      { at: [64, 8, -32], half: [40, 8, 40], yaw: 1, holds: false, shown: 300 },
      { at: [-96, 8, -200], half: [40, 8, 40], yaw: 0, holds: true, shown: 300 },
    ],
    grips: [
      { at: [-64, 200, -40], half: [12, 200, 200], yaw: 0 },
      { at: [96, 200, -40], half: [12, 200, 200], yaw: 23 },
    ],
    winds: [
      { at: [0, 128, -200], half: [400, 128, 128], yaw: 0, push: [900, 0, -300], period: 113, on: 50, phase: 7 },
      { at: [-200, 128, 0], half: [128, 200, 128], yaw: 4, push: [0, 2400, 0], period: 1, on: 1, phase: 0 },
    ],
  });
}
