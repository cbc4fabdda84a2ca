/** What lies under the feet at a place of the island, as ears know it. */

import { pavingDistance } from '#client/scene/terrain-mesh.ts';
import { SEA_LEVEL } from '#content/world/island.ts';
import { heightAt } from '#content/world/terrain.ts';
import type { Place } from './mixer.ts';
import type { Surface } from './voices.ts';

/** Below this the shore is sand, m. */
const SHORE = 1.7;

/** Soles in the sea wade; soles well above the land stand on something built. */
export function surfaceAt({ x, y, z }: Place): Surface {
  if (y < SEA_LEVEL - 0.08) return 'water';
  const land = heightAt(x, z);
  if (y > land + 0.25) return 'wood';
  if (pavingDistance(x, z) < 0.2) return 'stone';
  return land < SHORE ? 'sand' : 'grass';
}
