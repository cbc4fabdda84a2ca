/** Which solvers of the catalogue attempt a family, with their releases. */
import { load, SOLVERS } from '#content/catalog.ts';
import type { SolverCard } from '#server/ports/loop.ts';

/** In the order of the catalogue. */
export async function solversOf(family: string): Promise<readonly SolverCard[]> {
  const all = await Promise.all(Object.keys(SOLVERS).map((id) => load(SOLVERS, id)));
  return all.filter((solver) => solver.family === family).map(({ id, release }) => ({ id, release }));
}
