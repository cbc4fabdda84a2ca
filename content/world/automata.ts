/** The three automata that are there from the beginning: who they are and what drives them. */
import { type AutomatonId, parseAutomatonId } from '#shared/base/ids.ts';
import type { Personality } from '#shared/records/automaton.ts';
import type { Spot } from './island.ts';
import { homeOf } from './workshops.ts';

/** An automaton before it has an account. The order is the order of their tokens. */
export interface Founder {
  readonly id: AutomatonId;
  readonly name: string;
  readonly motto: string;
  readonly personality: Personality;
  /** Where it stands when the world opens: in its atelier. */
  readonly home: Spot;
}

const PEOPLE: readonly Omit<Founder, 'home'>[] = [
  {
    id: parseAutomatonId('vela'),
    name: 'Vela',
    motto: 'I grow what nobody asked for, and look at it until I know why.',
    personality: { curiosity: 0.8, boldness: 0.35, patience: 0.5, playfulness: 0.95, order: 0.2 },
  },
  {
    id: parseAutomatonId('orrin'),
    name: 'Orrin',
    motto: 'A good question outlives its answer.',
    personality: { curiosity: 0.6, boldness: 0.9, patience: 0.35, playfulness: 0.45, order: 0.5 },
  },
  {
    id: parseAutomatonId('tock'),
    name: 'Tock',
    motto: 'Again. A little slower. Again.',
    personality: { curiosity: 0.4, boldness: 0.55, patience: 0.95, playfulness: 0.25, order: 0.9 },
  },
];

/** All of them; each has the plot of its place in the list. */
export const FOUNDERS: readonly Founder[] = PEOPLE.map((founder, index) => ({ ...founder, home: homeOf(index) }));
