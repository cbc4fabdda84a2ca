/** Which challenge is offered to whom: learnable for this person, undone by machines, new, and not somebody else's now. */
import { chanceOf, type Rating } from './rating.ts';

/** What is known of a challenge when it is offered. */
export interface Offerable {
  /** How hard it is for people. */
  readonly people: Rating;
  /** Share of the machines' seeds that did it, 0 … 1. */
  readonly machineShare: number;
  /** 0 … 1. */
  readonly novelty: number;
  /** People who are on it now, this person not counted. */
  readonly playing: number;
}

/**
 * `Q = 4 P (1 − P) · (1 − p) · novelty / (1 + playing)`, 0 … 1: most for what this person does every second time, no
 * machine does, nothing known is like, and nobody is on.
 */
export function offerScore(person: Rating, { people, machineShare, novelty, playing }: Offerable): number {
  const chance = chanceOf(person, people);
  return (4 * chance * (1 - chance) * (1 - machineShare) * novelty) / (1 + playing);
}
