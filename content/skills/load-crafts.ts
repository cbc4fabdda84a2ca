/** Everything the catalogue offers to skills, loaded once by whoever runs them. */
import { FAMILIES, GENERATORS, load, SOLVERS } from '#content/catalog.ts';
import type { Crafts } from './skill.ts';

/** All families, generators and solvers, in the order of the catalogue. */
export async function loadCrafts(): Promise<Crafts> {
  return {
    families: await Promise.all(Object.keys(FAMILIES).map((id) => load(FAMILIES, id))),
    generators: await Promise.all(Object.keys(GENERATORS).map((id) => load(GENERATORS, id))),
    solvers: await Promise.all(Object.keys(SOLVERS).map((id) => load(SOLVERS, id))),
  };
}
