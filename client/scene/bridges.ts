/** The bridges as they are seen: planks over an arch of stone, posts with rails, a light at every foot. */
import { BRIDGES, type Bridge, bridgeLength, DECK_THICK, deckHeight, RAIL } from '#content/world/bridges.ts';
import { hash2 } from '#content/world/noise.ts';
import { STONE } from './palette.ts';
import type { Soup } from './soup.ts';

/** Length of a plank along the way, m. */
const PLANK = 0.62;
const WOOD = [0xc79a6b, 0xb98a60, 0xd6ab78] as const;
const POST = { foot: STONE.deep, top: STONE.mid } as const;
const WARM = { foot: 0xffd9a0 } as const;

/** Pours every bridge: what is solid into one soup, what shines into the other. */
export function pourBridges(solid: Soup, shining: Soup): void {
  for (const bridge of BRIDGES) pourBridge(bridge, solid, shining);
}

function pourBridge(bridge: Bridge, solid: Soup, shining: Soup): void {
  const length = bridgeLength(bridge);
  const dx = bridge.to[0] - bridge.from[0];
  const dz = bridge.to[1] - bridge.from[1];
  const yaw = Math.atan2(dx, dz);
  const inside = { at: [bridge.from[0], 0, bridge.from[1]], turn: [0, yaw, 0] } as const;
  solid.within(inside, () => {
    const planks = Math.round(length / PLANK);
    for (let k = 0; k < planks; k++) pourPlank(solid, bridge, length, (k + 0.5) / planks, length / planks, k);
    const pieces = Math.ceil(length / RAIL.piece);
    for (let k = 0; k < pieces; k++) pourPiece(solid, bridge, length, k / pieces, (k + 1) / pieces);
    for (let k = 0; k <= pieces; k++) pourPosts(solid, bridge, length, k / pieces, k === 0 || k === pieces);
  });
  shining.within(inside, () => {
    for (const t of [0, 1])
      for (const side of [-1, 1])
        shining.ball(0.15, 1, WARM, { at: [side * bridge.half, deckHeight(bridge, t) + 1.44, t * length] });
  });
}

function slopeAt(bridge: Bridge, length: number, t: number): number {
  return -Math.atan((bridge.rise * 4 * (1 - 2 * t)) / length);
}

function pourPlank(solid: Soup, bridge: Bridge, length: number, t: number, long: number, k: number): void {
  const wood = WOOD[hash2(k, Math.round(length * 10), 3) % WOOD.length] ?? WOOD[0];
  const wide = bridge.half * 2 + 0.24;
  solid.box([wide, 0.1, long * 0.93], { foot: 0x8a6650, top: wood }, at(bridge, length, t, -0.05));
}

/** A stretch of the arch below and of both rails above. */
function pourPiece(solid: Soup, bridge: Bridge, length: number, from: number, to: number): void {
  const t = (from + to) / 2;
  const rise = deckHeight(bridge, to) - deckHeight(bridge, from);
  const long = Math.hypot((to - from) * length, rise) + 0.06;
  const place = (x: number, lift: number) => ({
    ...at(bridge, length, t, lift),
    at: [x, deckHeight(bridge, t) + lift, t * length] as const,
  });
  for (const side of [-1, 1]) {
    solid.box(
      [0.3, DECK_THICK, long],
      { foot: STONE.deep, top: STONE.dark },
      place(side * (bridge.half - 0.25), -0.1 - DECK_THICK / 2),
    );
    solid.box([0.13, 0.11, long], { foot: 0xa87a58, top: 0xd6ab78 }, place(side * bridge.half, RAIL.height - 0.05));
    solid.box([0.07, 0.07, long], { foot: 0x9b6f63 }, place(side * bridge.half, RAIL.height * 0.52));
  }
}

function pourPosts(solid: Soup, bridge: Bridge, length: number, t: number, isEnd: boolean): void {
  for (const side of [-1, 1]) {
    const foot = { at: [side * bridge.half, deckHeight(bridge, t) - 0.3, t * length] as const };
    if (isEnd) {
      solid.drum(0.24, 0.19, 1.55, 6, POST, foot);
      solid.drum(0.26, 0.14, 0.12, 6, { foot: STONE.pale }, { at: [foot.at[0], foot.at[1] + 1.52, foot.at[2]] });
    } else
      solid.box(
        [0.15, RAIL.height + 0.3, 0.15],
        { foot: 0x7d5a4e, top: 0xb98a60 },
        { at: [foot.at[0], foot.at[1] + (RAIL.height + 0.3) / 2, foot.at[2]] },
      );
  }
}

function at(bridge: Bridge, length: number, t: number, lift: number) {
  return {
    at: [0, deckHeight(bridge, t) + lift, t * length] as const,
    turn: [slopeAt(bridge, length, t), 0, 0] as const,
  };
}
