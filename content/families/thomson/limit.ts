/** How little energy there must be at least: the universal lower bound of linear programming, also for uneven charges. */
import type { Limit } from '#content/families/family.ts';
import { nodesOf } from './quadrature.ts';

/** Rounding of the bound itself, as a part of it, so that it stays a bound. */
const MARGIN = 1e-11;
const SOURCE = 'P. Boyvalenkov, P. Dragnev, D. Hardin, E. Saff, M. Stoyanova, 2016 and 2024';

/**
 * No arrangement has less energy than this. Charges of unequal size stand for Q² / Σ qᵢ² equal ones, a number that need
 * not be whole: every step of the proof for equal charges uses only the sum of all qᵢ qⱼ and that of all qᵢ². The bound
 * is met by 2, 3, 4, 6 and 12 equal charges.
 * @see Boyvalenkov et al., Universal lower bounds for potential energy of spherical codes, Constructive Approximation 44
 * (2016), 385–415; with weights: arXiv 2403.07457 (2024)
 */
export function energyLimit(charges: Float64Array): Limit {
  let total = 0;
  let squares = 0;
  for (const charge of charges) {
    total += charge;
    squares += charge * charge;
  }
  let mean = 0;
  for (const { at, weight } of nodesOf((total * total) / squares)) mean += weight / Math.sqrt(2 - 2 * at);
  return { value: (total * total * mean * (1 - MARGIN)) / 2, source: SOURCE };
}
