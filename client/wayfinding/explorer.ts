/** Sees what a visitor explores by walking about: islands, works, and sitting down with somebody. */
import { FRAME_SPOTS, PEDESTAL_SPOTS } from '#content/world/island.ts';
import type { Point } from '#content/world/ways.ts';
import type { Explored } from './explored.ts';
import { islandAt } from './islands.ts';
import { metresTo } from './place.ts';

/** What there is to see just now. */
export interface Surroundings {
  readonly self: Point;
  readonly sits: boolean;
  readonly others: readonly (Point & { readonly sits: boolean })[];
  readonly works: Iterable<{ readonly spotKind: string; readonly spot: number }>;
}

/** So near one looks at a work, and sits with somebody, m. */
const CLOSE = 3;
const TOGETHER = 4;

/** The steps of the list that these surroundings tick off. */
export function seenIn({ self, sits, others, works }: Surroundings): readonly Explored[] {
  const steps: Explored[] = [];
  const island = islandAt(self.x, self.z);
  if (island !== null) steps.push(island);
  for (const { spotKind, spot } of works) {
    const at = (spotKind === 'frame' ? FRAME_SPOTS : PEDESTAL_SPOTS)[spot];
    if (at === undefined || metresTo(self, at) > CLOSE) continue;
    steps.push('work');
    break;
  }
  if (sits && others.some((other) => other.sits && metresTo(self, other) < TOGETHER)) steps.push('sit');
  return steps;
}
