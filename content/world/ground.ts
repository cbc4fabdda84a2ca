/** The islands as something to stroll on: one object for the room, the automata and the prediction of the client. */
import { FEEL } from '#shared/physics/feel.ts';
import type { Ground } from '#shared/physics/stroll.ts';
import { deckAt } from './bridges.ts';
import { ISLAND_RADIUS, SEA_LEVEL } from './island.ts';
import type { Obstacle } from './obstacle-shapes.ts';
import { obstaclesNear, pushOut } from './obstacles.ts';
import { heightAt } from './terrain.ts';

/** Feet hold on a top while their middle is over it, give or take this much, m. */
const HOLD = FEEL.radius * 0.6;

/** The islands of every world, with their bridges: whoever swims below a deck stays below it. */
export const ISLAND_GROUND: Ground = {
  supportAt(x, z, feet) {
    let height = heightAt(x, z);
    const deck = deckAt(x, z, HOLD);
    if (deck > height && deck <= feet + FEEL.stepHeight) height = deck;
    for (const body of obstaclesNear(x, z)) {
      const carries = body.top > height && body.top <= feet + FEEL.stepHeight;
      if (carries && isOver(body, x, z)) height = body.top;
    }
    return height;
  },
  pushOut,
  seaLevel: SEA_LEVEL,
  edge: ISLAND_RADIUS,
};

function isOver(body: Obstacle, x: number, z: number): boolean {
  const dx = x - body.x;
  const dz = z - body.z;
  if (body.kind === 'pillar') return dx * dx + dz * dz < (body.radius + HOLD) * (body.radius + HOLD);
  const along = Math.abs(dx * body.ux + dz * body.uz);
  const across = Math.abs(dz * body.ux - dx * body.uz);
  return along < body.halfWidth + HOLD && across < body.halfDepth + HOLD;
}
