/** What is built on the islands and never moves, in two draws: stone and wood in one, what glows in the other. */
import { Group, Mesh } from 'three';
import {
  BOARD_SPOT,
  DAIS,
  FRAME_SPOTS,
  GATE_PLATFORMS,
  GATE_SPOTS,
  LAMP_SPOTS,
  PEDESTAL_SPOTS,
  PLAZA_HEIGHT,
  PLAZA_RADIUS,
  type Spot,
} from '#content/world/island.ts';
import { pourBridges } from './bridges.ts';
import { STONE } from './palette.ts';
import { Soup } from './soup.ts';
import { glow, type SharedUniforms, surface } from './styl.ts';
import { PAVED_ROUNDS } from './terrain-mesh.ts';

/** Height of a gate's middle over its ground, and the radius of its ring, in metres. */
export const GATE_MIDDLE = 2.56;
export const GATE_RING = 2.3;
/** Height of a picture's middle over the ground and its side, in metres. */
export const PICTURE_MIDDLE = 2.2;
export const PICTURE_SIDE = 1.96;
/** Height of a pedestal's top over the ground in metres. */
export const PEDESTAL_TOP = 1.05;
/** Middle and size of the board's screen in metres. */
export const BOARD_SCREEN = { middle: 2.68, width: 4.1, height: 2.74 } as const;

const WARM = 0xffd9a0;

/** Builds gates' rings, frames, pedestals, lamps, the board's body, the stage's rim, the kerbs and the bridges. */
export function buildProps(shared: SharedUniforms, shadows: boolean): Group {
  const solid = new Soup();
  const shining = new Soup();
  for (const [index, spot] of GATE_SPOTS.entries())
    solid.within(placed(spot), () => gate(solid, GATE_PLATFORMS[index]?.rise ?? 0.26));
  for (const spot of FRAME_SPOTS) solid.within(placed(spot), () => frame(solid));
  for (const spot of PEDESTAL_SPOTS) {
    solid.within(placed(spot), () => pedestal(solid));
    shining.within(placed(spot), () =>
      shining.ring(0.5, 0.025, 24, 4, { foot: 0x63f5ff }, { at: [0, 0.9, 0], turn: [Math.PI / 2, 0, 0] }),
    );
  }
  for (const spot of LAMP_SPOTS) {
    solid.within(placed(spot), () => lamp(solid));
    shining.within(placed(spot), () => shining.ball(0.19, 1, { foot: WARM }, { at: [0, 2.36, 0] }));
  }
  solid.within(placed(BOARD_SPOT), () => board(solid));
  stage(solid);
  pourBridges(solid, shining);
  const group = new Group();
  const stone = new Mesh(solid.geometry(), surface(shared, 'plain'));
  stone.castShadow = shadows;
  stone.receiveShadow = shadows;
  group.add(stone, new Mesh(shining.geometry(), glow(shared, 1.7)));
  return group;
}

function placed(spot: Spot) {
  return { at: [spot.x, PLAZA_HEIGHT, spot.z], turn: [0, spot.yaw, 0] } as const;
}

/** A ring of ten stones on two round steps. */
function gate(soup: Soup, rise: number): void {
  soup.drum(3.0, 3.0, rise / 2, 10, { foot: STONE.dark, top: STONE.mid });
  soup.drum(2.55, 2.5, rise, 10, { foot: STONE.mid, top: STONE.pale });
  const stones = 10;
  for (let k = 0; k < stones; k++) {
    const angle = ((k + 0.5) / stones) * Math.PI * 2;
    const radius = GATE_RING + 0.12;
    const long = 2 * (radius + 0.2) * Math.tan(Math.PI / stones) * 0.985;
    const low = Math.cos(angle) > 0;
    soup.bevelled(
      [long, low ? 0.52 : 0.46, 0.86],
      0.07,
      { foot: k % 2 === 0 ? STONE.deep : 0x4c4672, top: k % 2 === 0 ? STONE.dark : STONE.deep },
      {
        at: [Math.sin(angle) * radius, GATE_MIDDLE - Math.cos(angle) * radius, 0],
        turn: [0, 0, angle],
      },
    );
  }
  for (const side of [-1, 1])
    soup.bevelled(
      [0.95, 1.25, 1.15],
      0.09,
      { foot: STONE.deep, top: STONE.dark },
      { at: [side * 2.05, rise + 0.5, 0] },
    );
}

function frame(soup: Soup): void {
  soup.drum(0.5, 0.46, 0.09, 8, { foot: STONE.deep });
  soup.drum(0.2, 0.15, 1.05, 6, { foot: STONE.ink, top: STONE.deep });
  const side = PICTURE_SIDE + 0.42;
  soup.bevelled([side, side + 0.06, 0.2], 0.08, { foot: STONE.mid, top: STONE.pale }, { at: [0, PICTURE_MIDDLE, 0] });
  soup.box([PICTURE_SIDE + 0.06, PICTURE_SIDE + 0.06, 0.02], { foot: STONE.ink }, { at: [0, PICTURE_MIDDLE, -0.1] });
}

function pedestal(soup: Soup): void {
  soup.drum(0.7, 0.66, 0.12, 8, { foot: STONE.deep, top: STONE.dark });
  soup.drum(0.5, 0.42, 0.86, 8, { foot: STONE.mid, top: STONE.pale }, { at: [0, 0.12, 0] });
  soup.drum(0.52, 0.58, 0.12, 8, { foot: STONE.pale }, { at: [0, 0.93, 0] });
}

function lamp(soup: Soup): void {
  soup.drum(0.24, 0.2, 0.16, 6, { foot: STONE.ink });
  soup.drum(0.15, 0.1, 2.0, 6, { foot: STONE.ink, top: STONE.deep }, { at: [0, 0.14, 0] });
  soup.drum(0.1, 0.2, 0.12, 6, { foot: STONE.deep }, { at: [0, 2.1, 0] });
}

function board(soup: Soup): void {
  for (const side of [-1.5, 1.5])
    soup.drum(0.2, 0.14, 1.5, 6, { foot: STONE.ink, top: STONE.deep }, { at: [side, 0, 0] });
  const { middle, width, height } = BOARD_SCREEN;
  soup.bevelled([width + 0.32, height + 0.32, 0.26], 0.08, { foot: STONE.ink, top: 0x3d3768 }, { at: [0, middle, 0] });
}

/** The stage's rim and the low kerbs around round places. */
function stage(soup: Soup): void {
  const y = PLAZA_HEIGHT;
  soup.drum(
    DAIS.radius + 0.14,
    DAIS.radius,
    DAIS.rise + 0.02,
    48,
    { foot: STONE.deep, top: STONE.dark },
    { at: [0, y, 0] },
  );
  soup.ring(PLAZA_RADIUS + 0.12, 0.2, 72, 6, { foot: STONE.dark, top: STONE.mid }, kerb(0, y, 0));
  for (const { x, z, radius } of PAVED_ROUNDS)
    soup.ring(radius + 0.1, 0.18, 48, 6, { foot: STONE.dark, top: STONE.mid }, kerb(x, y, z));
}

function kerb(x: number, y: number, z: number) {
  return { at: [x, y - 0.04, z], turn: [Math.PI / 2, 0, 0], scale: [1, 1, 0.5] } as const;
}
