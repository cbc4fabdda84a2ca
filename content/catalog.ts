/** The ONE place where members are registered, one lazy line each. Ids are for ever: never rename, never reuse. */
import { DimensionError } from '#shared/base/errors.ts';
import type { AnyFamily } from './families/family.ts';
import type { Generator } from './generators/generator.ts';
import type { Skill } from './skills/skill.ts';
import type { AnySolver } from './solvers/solver.ts';

type Members<M> = Readonly<Record<string, () => Promise<M>>>;

/** Kinds of problems. */
export const FAMILIES: Members<AnyFamily> = {
  parkour: async () => (await import('./families/parkour.ts')).parkour,
  thomson: async () => (await import('./families/thomson.ts')).thomson,
  tammes: async () => (await import('./families/tammes.ts')).tammes,
  fold: async () => (await import('./families/fold.ts')).fold,
  'no-three-in-line': async () => (await import('./families/no-three-in-line.ts')).noThreeInLine,
  'no-four-in-plane': async () => (await import('./families/no-four-in-plane.ts')).noFourInPlane,
};

/** Ways in which machines attempt them. */
export const SOLVERS: Members<AnySolver> = {
  'go-explore': async () => (await import('./solvers/go-explore.ts')).goExplore,
  'thomson-hopping': async () => (await import('./solvers/thomson-hopping.ts')).thomsonHopping,
  'tammes-hopping': async () => (await import('./solvers/tammes-hopping.ts')).tammesHopping,
  'replica-exchange': async () => (await import('./solvers/replica-exchange.ts')).replicaExchange,
  'tabu-lines': async () => (await import('./solvers/tabu-lines.ts')).tabuLines,
  'tabu-planes': async () => (await import('./solvers/tabu-planes.ts')).tabuPlanes,
};

/** Ways in which works grow from genomes. */
export const GENERATORS: Members<Generator> = {
  flower: async () => (await import('./generators/flower.ts')).flower,
  mushroom: async () => (await import('./generators/mushroom.ts')).mushroom,
  crystal: async () => (await import('./generators/crystal.ts')).crystal,
  lantern: async () => (await import('./generators/lantern.ts')).lantern,
  tree: async () => (await import('./generators/tree.ts')).tree,
  creature: async () => (await import('./generators/creature.ts')).creature,
  vessel: async () => (await import('./generators/vessel.ts')).vessel,
  tower: async () => (await import('./generators/tower.ts')).tower,
  cppn: async () => (await import('./generators/cppn.ts')).cppn,
};

/** What a DA can do. */
export const SKILLS: Members<Skill> = {
  make: async () => (await import('./skills/make.ts')).make,
  pose: async () => (await import('./skills/pose.ts')).pose,
  attempt: async () => (await import('./skills/attempt.ts')).attempt,
};

/** @throws DimensionError `catalog.unknown` for an id that is not registered */
export async function load<M>(members: Members<M>, id: string): Promise<M> {
  const member = Object.hasOwn(members, id) ? members[id] : undefined;
  if (member === undefined)
    throw new DimensionError('catalog.unknown', `There is no "${id}" in this world's catalogue.`, {
      known: Object.keys(members).join(', '),
    });
  return member();
}
