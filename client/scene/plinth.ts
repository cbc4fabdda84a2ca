/** The island of a workbench: a hanging rock with a round of stone on it, lamps, a few trees, rocks in the distance. */
import { Group, Mesh } from 'three';
import { hash2 } from '#content/world/noise.ts';
import { pourIslet } from './course-pieces.ts';
import type { DioramaNeeds } from './diorama.ts';
import { MEANING, STONE } from './palette.ts';
import { Soup } from './soup.ts';
import { glow, surface } from './styl.ts';

/** Radius of the round of stone, m; its top is at height 0. */
export const PLINTH_RADIUS = 8.4;
const ROCK = 12;
const LAMPS = 8;

/** Builds it in two draws. */
export function buildPlinth({ shared, shadows, fancy }: DioramaNeeds): Group {
  const solid = new Soup();
  const shining = new Soup();
  pourRock(solid);
  pourRound(solid, shining);
  for (let i = 0; i < LAMPS; i++) {
    const turn = ((i + 0.5) / LAMPS) * Math.PI * 2;
    const at = [Math.sin(turn) * (PLINTH_RADIUS + 0.5), -0.42, Math.cos(turn) * (PLINTH_RADIUS + 0.5)] as const;
    solid.drum(0.17, 0.11, 0.9, 6, { foot: STONE.deep, top: STONE.mid }, { at });
    shining.diamond(0.2, { foot: 0xffd9a0, top: 0xffffff }, { at: [at[0], 0.72, at[2]], scale: [0.8, 1.2, 0.8] });
  }
  if (fancy) for (let i = 0; i < 12; i++) pourFar(solid, i);
  const stone = new Mesh(solid.geometry(), surface(shared, 'plain'));
  stone.castShadow = shadows;
  stone.receiveShadow = shadows;
  const group = new Group();
  group.add(stone, new Mesh(shining.geometry(), glow(shared, 1.5)));
  return group;
}

function pourRock(solid: Soup): void {
  const ragged = (v: { x: number; z: number; y: number }) => {
    const roll = 0.86 + 0.26 * Math.abs(Math.sin(v.x * 1.3 + v.z * 1.9 + v.y * 0.7));
    v.x *= roll;
    v.z *= roll;
  };
  solid.cone(
    ROCK * 0.86,
    13,
    9,
    { foot: 0x6b6590, top: STONE.deep },
    { at: [0, -1.6, 0], turn: [Math.PI, 0, 0] },
    ragged,
  );
  solid.drum(ROCK * 0.8, ROCK, 2.4, 14, { foot: STONE.deep, top: STONE.mid }, { at: [0, -3.1, 0] });
  solid.drum(ROCK * 1.01, ROCK * 0.97, 0.42, 14, { foot: 0x4fa873, top: 0x8fd07a }, { at: [0, -0.84, 0] });
  for (let i = 0; i < 9; i++) {
    const unit = (seed: number) => hash2(i, seed, 5) / 4294967296;
    const turn = (i / 9) * Math.PI * 2 + unit(1) * 0.5 + 0.35;
    const far = ROCK * (0.84 + unit(2) * 0.08);
    const at = [Math.sin(turn) * far, -0.46, Math.cos(turn) * far] as const;
    const size = 0.7 + unit(3) * 0.7;
    if (i % 3 === 0) {
      solid.ball(0.5 * size, 1, { foot: STONE.dark, top: STONE.mid }, { at, scale: [1.3, 0.8, 1] });
      continue;
    }
    solid.drum(0.12 * size, 0.08 * size, 0.8 * size, 5, { foot: 0x5d4257 }, { at });
    const leaf = i % 3 === 1 ? { foot: 0x2b8a6c, top: 0x7fd6a0 } : { foot: 0xd97f8f, top: 0xffc9b0 };
    solid.ball(0.75 * size, 1, leaf, { at: [at[0], at[1] + 1.25 * size, at[2]], scale: [1, 1.25, 1] });
  }
}

/** Rings of slabs with dark joints and one ring of light. */
function pourRound(solid: Soup, shining: Soup): void {
  const top = 0;
  solid.drum(
    PLINTH_RADIUS + 0.35,
    PLINTH_RADIUS + 0.2,
    0.5,
    40,
    { foot: STONE.dark, top: STONE.mid },
    { at: [0, top - 0.56, 0] },
  );
  solid.drum(PLINTH_RADIUS, PLINTH_RADIUS, 0.3, 40, { foot: 0xb59f98 }, { at: [0, top - 0.32, 0] });
  const tints = [0xf0dcc2, 0xe3cbb6, 0xdccbe8, 0xf3e4cf] as const;
  for (let ring = 0; ring < 4; ring++) {
    const inner = 2.4 + ring * 1.46;
    const slabs = 10 + ring * 6;
    for (let k = 0; k < slabs; k++) {
      const tint = tints[hash2(ring, k, 11) % tints.length] ?? tints[0];
      const turn = (k / slabs) * Math.PI * 2;
      const wide = ((Math.PI * 2 * (inner + 0.7)) / slabs) * 0.94;
      solid.box(
        [wide, 0.06, 1.4],
        { foot: tint },
        { at: [Math.sin(turn) * (inner + 0.72), top - 0.03, Math.cos(turn) * (inner + 0.72)], turn: [0, turn, 0] },
      );
    }
  }
  solid.drum(2.3, 2.2, 0.1, 32, { foot: STONE.mid, top: STONE.pale }, { at: [0, top - 0.06, 0] });
  shining.ring(2.42, 0.05, 64, 4, { foot: MEANING.frontier }, { at: [0, top + 0.03, 0], turn: [Math.PI / 2, 0, 0] });
  shining.ring(
    PLINTH_RADIUS + 0.06,
    0.045,
    96,
    4,
    { foot: MEANING.frontier },
    { at: [0, top + 0.01, 0], turn: [Math.PI / 2, 0, 0] },
  );
}

function pourFar(solid: Soup, index: number): void {
  const unit = (seed: number) => hash2(index, seed, 77) / 4294967296;
  const turn = (index / 12) * Math.PI * 2 + unit(1) * 0.4;
  const far = 58 + unit(2) * 70;
  const at = [Math.sin(turn) * far, -16 + unit(3) * 24, Math.cos(turn) * far] as const;
  solid.within({ at }, () => pourIslet(solid, 3 + unit(4) * 7, unit(5) * 6));
}
