/** The automata that are there from the beginning: who they are, what drives them, and what each is there for. */
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
  /** Where it stands when the world opens. */
  readonly home: Spot;
}

const MAKERS: readonly Omit<Founder, 'home'>[] = [
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

/** Those who make, pose and attempt; each has the atelier of its place in the list. */
export const ARTISANS: readonly Founder[] = MAKERS.map((maker, index) => ({ ...maker, home: homeOf(index) }));

/** Leads newcomers to their first gate; at home on the plaza, in view of those who come in. */
export const GUIDE: Founder = {
  id: parseAutomatonId('pell'),
  name: 'Pell',
  motto: 'I know the way there. What you do there, I want to see.',
  personality: { curiosity: 0.55, boldness: 0.5, patience: 0.9, playfulness: 0.6, order: 0.6 },
  home: { x: 2.6, z: 5.6, yaw: Math.PI },
};

/** All of them. Who is added comes last: the place in this list is the number of the token. */
export const FOUNDERS: readonly Founder[] = [...ARTISANS, GUIDE];
