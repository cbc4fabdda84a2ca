/** Which H beads of a chain touch without being neighbours along it. */
import { type Chain, placeKey, STEPS, stepFrom } from '#shared/maths/lattice.ts';

/**
 * Pairs of H beads one step apart in space and more than one along the chain, the earlier first. Where several beads
 * stand on one place the last counts.
 */
export function contactsOf(sequence: string, chain: Chain): readonly (readonly [earlier: number, later: number])[] {
  const beads = new Map(chain.map((place, bead) => [placeKey(place), bead]));
  const contacts: [number, number][] = [];
  for (const [bead, place] of chain.entries()) {
    if (sequence[bead] !== 'H') continue;
    for (const letter of STEPS.keys()) {
      const other = beads.get(placeKey(stepFrom(place, letter)));
      if (other !== undefined && other > bead + 1 && sequence[other] === 'H') contacts.push([bead, other]);
    }
  }
  return contacts;
}
