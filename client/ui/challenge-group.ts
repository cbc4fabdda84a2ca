/** Who does a challenge, told from its state: one meaning and one colour on the island, on its map and on the pages. */
import type { ChallengeState } from '#shared/records/challenge.ts';

/** Cyan, pink, gold, and grey for what is on its way in. */
export const GROUPS = ['open', 'people', 'machines', 'coming'] as const;
export type Group = (typeof GROUPS)[number];

const GROUP_OF: Partial<Record<ChallengeState, Group>> = {
  frontier: 'open',
  advanced: 'people',
  solved: 'people',
  training: 'machines',
  'machine-solved': 'machines',
  absorbed: 'machines',
};

/** States on their way in count as coming. */
export function groupOf(state: ChallengeState): Group {
  return GROUP_OF[state] ?? 'coming';
}
