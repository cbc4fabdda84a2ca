/** Where the camera may not be on the islands: in the land, in a bridge's deck, in what stands there. */
import { DECK_THICK, deckAt } from '#content/world/bridges.ts';
import type { Obstacle } from '#content/world/obstacle-shapes.ts';
import { obstaclesNear, roofsNear } from '#content/world/obstacles.ts';
import { heightAt } from '#content/world/terrain.ts';

/** Room the eye keeps to the ground and to bodies, m. */
const ABOVE = 0.3;
const BESIDE = 0.2;

/** True when a place (m) is inside land or an obstacle, or too near. */
export function isInIsland(x: number, y: number, z: number): boolean {
  if (y < 24 && y < heightAt(x, z) + ABOVE) return true;
  const deck = deckAt(x, z, BESIDE);
  if (y > deck - DECK_THICK - BESIDE && y < deck + ABOVE) return true;
  return isInAny(obstaclesNear(x, z), x, y, z) || isInAny(roofsNear(x, z), x, y, z);
}

function isInAny(bodies: readonly Obstacle[], x: number, y: number, z: number): boolean {
  for (const body of bodies) {
    if (y < body.bottom - BESIDE || y > body.top + BESIDE) continue;
    const dx = x - body.x;
    const dz = z - body.z;
    if (body.kind === 'pillar') {
      const reach = body.radius + BESIDE;
      if (dx * dx + dz * dz < reach * reach) return true;
    } else {
      const along = Math.abs(dx * body.ux + dz * body.uz);
      const across = Math.abs(dz * body.ux - dx * body.uz);
      if (along < body.halfWidth + BESIDE && across < body.halfDepth + BESIDE) return true;
    }
  }
  return false;
}
