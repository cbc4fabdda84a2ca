/** Where a challenge stands on the map of the frontier: its group, and its two measures. */
import type { ChallengeCard } from '#shared/protocol/routes.ts';

/** What a colour on the map means. */
export const GROUPS = ['open', 'people', 'machines', 'coming'] as const;
export type Group = (typeof GROUPS)[number];

const GROUP_OF: Readonly<Record<string, Group>> = {
  frontier: 'open',
  advanced: 'people',
  solved: 'people',
  training: 'machines',
  'machine-solved': 'machines',
  absorbed: 'machines',
};

/** States on their way in count as coming. */
export function groupOf(state: ChallengeCard['state']): Group {
  return GROUP_OF[state] ?? 'coming';
}

/** A challenge on the map. */
export interface Placed {
  readonly card: ChallengeCard;
  readonly group: Group;
  /** CPU seconds that all machines together spent on it. */
  readonly cpuSeconds: number;
  readonly tries: number;
  /** In the map's picture, 0 … 1 from the left and from the bottom. */
  readonly x: number;
  readonly y: number;
}

/** The map's right and upper edge: at least so much, so that a young world does not look hard. */
const LEAST_CPU_SECONDS = 1_000;
const LEAST_TRIES = 10;

/** All of them on common logarithmic axes, so that one CPU second and a thousand both have room. */
export function place(cards: readonly ChallengeCard[]): readonly Placed[] {
  const measured = cards.map((card) => ({
    card,
    group: groupOf(card.state),
    cpuSeconds: card.machine.reduce((sum, run) => sum + run.cpuSeconds, 0),
    tries: card.attempts,
  }));
  const most = edges(measured);
  return measured.map((one) => ({
    ...one,
    x: share(one.cpuSeconds, most.cpuSeconds),
    y: share(one.tries, most.tries),
  }));
}

/** The ends of both axes. */
export function edges(measured: readonly Pick<Placed, 'cpuSeconds' | 'tries'>[]): {
  readonly cpuSeconds: number;
  readonly tries: number;
} {
  return {
    cpuSeconds: Math.max(LEAST_CPU_SECONDS, ...measured.map(({ cpuSeconds }) => cpuSeconds)),
    tries: Math.max(LEAST_TRIES, ...measured.map(({ tries }) => tries)),
  };
}

/** Powers of ten from 1 up to the end of an axis, with their places. */
export function ticks(end: number): readonly { readonly value: number; readonly at: number }[] {
  const marks: { value: number; at: number }[] = [];
  for (let value = 1; value <= end; value *= 10) marks.push({ value, at: share(value, end) });
  return marks;
}

function share(value: number, end: number): number {
  return Math.log1p(value) / Math.log1p(end);
}
