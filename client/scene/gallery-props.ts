/** The gardens as galleries: bays with roofs around the pictures, hedges, pergolas in flower, rows of poplars. */
import { Group, Mesh } from 'three';
import { BAY, BAYS, HEDGE, HEDGES, PERGOLA, PERGOLAS } from '#content/world/galleries.ts';
import { PLAZA_HEIGHT, type Spot } from '#content/world/island.ts';
import { hash2 } from '#content/world/noise.ts';
import { FLOWERS, STONE } from './palette.ts';
import { Soup } from './soup.ts';
import { glow, type SharedUniforms, surface } from './styl.ts';

/** Two draws. */
export function buildGalleries(shared: SharedUniforms, shadows: boolean): Group {
  const solid = new Soup();
  const shining = new Soup();
  for (const [index, bay] of BAYS.entries()) {
    solid.within(placed(bay), () => pourBay(solid, index));
    shining.within(placed(bay), () =>
      shining.box([BAY.halfWidth * 1.5, 0.05, 0.08], { foot: 0xffe3b8 }, { at: [0, BAY.height - 0.34, -0.5] }),
    );
  }
  for (const [index, spot] of HEDGES.entries()) solid.within(placed(spot), () => pourHedge(solid, index));
  for (const spot of PERGOLAS) solid.within(placed(spot), () => pourPergola(solid));
  const stone = new Mesh(solid.geometry(), surface(shared, 'plain'));
  stone.castShadow = shadows;
  stone.receiveShadow = shadows;
  const group = new Group();
  group.add(stone, new Mesh(shining.geometry(), glow(shared, 1.3)));
  return group;
}

function placed({ x, z, yaw }: Spot) {
  return { at: [x, PLAZA_HEIGHT, z], turn: [0, yaw, 0] } as const;
}

/** A pale wall with pilasters, a cornice and a roof that reaches over the picture. */
function pourBay(solid: Soup, index: number): void {
  const { halfWidth, halfDepth, height, roof } = BAY;
  const tint = index % 2 === 0 ? 0xe9dcf2 : 0xf4e6dc;
  solid.box(
    [halfWidth * 2 + 0.3, 0.9, halfDepth * 2 + 0.3],
    { foot: STONE.deep, top: STONE.mid },
    { at: [0, -0.1, 0] },
  );
  solid.box(
    [halfWidth * 2, height - 0.4, halfDepth * 2],
    { foot: 0xc9b8d6, top: tint },
    { at: [0, (height - 0.4) / 2, 0] },
  );
  for (const side of [-1, 1]) {
    solid.bevelled(
      [0.42, height, 0.52],
      0.06,
      { foot: STONE.mid, top: STONE.pale },
      { at: [side * halfWidth, height / 2 - 0.1, 0] },
    );
    solid.box(
      [0.16, 0.16, roof],
      { foot: STONE.mid, top: STONE.pale },
      { at: [side * (halfWidth - 0.1), height - 0.42, -roof / 2], turn: [-0.18, 0, 0] },
    );
  }
  solid.bevelled(
    [halfWidth * 2 + 0.8, 0.22, roof + 0.8],
    0.06,
    { foot: 0x8a5f9a, top: 0xd89ac0 },
    { at: [0, height - 0.02, -roof / 2 + 0.1], turn: [-0.14, 0, 0] },
  );
}

function pourHedge(solid: Soup, index: number): void {
  const { halfWidth, halfDepth, height } = HEDGE;
  solid.bevelled(
    [halfWidth * 2, height, halfDepth * 2],
    0.22,
    { foot: 0x2f7f62, top: 0x74c07a },
    { at: [0, height / 2, 0] },
  );
  for (let k = 0; k < 9; k++) {
    const unit = (seed: number) => hash2(k, seed, 23 + index) / 4294967296;
    const at = [
      (unit(1) - 0.5) * halfWidth * 1.7,
      height * (0.55 + unit(2) * 0.5),
      (unit(3) < 0.5 ? -1 : 1) * halfDepth * 0.94,
    ] as const;
    solid.ball(0.12, 0, { foot: FLOWERS[k % FLOWERS.length] ?? FLOWERS[0] }, { at });
  }
}

/** Four posts, beams across, blossom over the top. */
function pourPergola(solid: Soup): void {
  const { halfWidth, halfDepth, height } = PERGOLA;
  for (const x of [-1, 1]) {
    for (const z of [-1, 1])
      solid.bevelled(
        [0.26, height, 0.26],
        0.04,
        { foot: STONE.dark, top: STONE.pale },
        { at: [x * halfWidth, height / 2, z * halfDepth] },
      );
    solid.box(
      [0.2, 0.22, halfDepth * 2 + 1],
      { foot: 0x9b6f63, top: 0xd6ab78 },
      { at: [x * halfWidth, height + 0.1, 0] },
    );
  }
  for (let k = 0; k < 6; k++)
    solid.box(
      [halfWidth * 2 + 1, 0.14, 0.14],
      { foot: 0x9b6f63, top: 0xe0ba8a },
      { at: [0, height + 0.28, -halfDepth - 0.3 + k * 0.72] },
    );
  for (let k = 0; k < 16; k++) {
    const unit = (seed: number) => hash2(k, seed, 31) / 4294967296;
    const at = [
      (unit(1) - 0.5) * (halfWidth * 2 + 0.6),
      height + 0.3 + unit(2) * 0.2,
      (unit(3) - 0.5) * (halfDepth * 2 + 0.8),
    ] as const;
    const leaf = k % 3 === 0 ? { foot: 0xd86a9a, top: 0xffb0d0 } : { foot: 0x3f9f6c, top: 0x9ad87a };
    solid.ball(0.24 + unit(4) * 0.22, 0, leaf, { at, scale: [1.2, 0.7, 1] });
  }
}
