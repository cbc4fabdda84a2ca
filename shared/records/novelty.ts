/** How unlike all known challenges a new one is, told from how the machines fare on it: no description is needed. */

/** Neighbours a challenge is compared with. */
const NEAREST = 5;

/**
 * Scores as ranks, −0.5 … 0.5: who does best here, not how well. Equal scores share the mean of their ranks.
 * @param scores one for each machine (solver, budget and seed), always in the same order
 */
export function rankedScores(scores: readonly number[]): readonly number[] {
  const last = scores.length - 1;
  return scores.map((score) => {
    if (last < 1) return 0;
    const below = scores.filter((other) => other < score).length;
    const equal = scores.filter((other) => other === score).length;
    return (below + (equal - 1) / 2) / last - 0.5;
  });
}

/**
 * PATA-EC of Enhanced POET: the mean distance of the ranked scores to those of the five nearest known challenges,
 * 0 … 1; 1 when none is known.
 * @param known ranked scores of the same machines on other challenges
 * @see Wang et al., "Enhanced POET: Open-ended reinforcement learning through unbounded invention of learning
 *   challenges and their solutions", ICML 2020
 */
export function noveltyOf(ranked: readonly number[], known: readonly (readonly number[])[]): number {
  if (known.length === 0) return 1;
  const distances = known.map((other) => distance(ranked, other)).sort((a, b) => a - b);
  const nearest = distances.slice(0, NEAREST);
  return nearest.reduce((sum, each) => sum + each, 0) / nearest.length;
}

/** Root of the mean square: whatever the number of machines, 0 … 1. */
function distance(a: readonly number[], b: readonly number[]): number {
  const length = Math.max(a.length, b.length);
  if (length === 0) return 0;
  let sum = 0;
  for (let index = 0; index < length; index++) {
    const away = (a[index] ?? 0) - (b[index] ?? 0);
    sum += away * away;
  }
  return Math.sqrt(sum / length);
}
