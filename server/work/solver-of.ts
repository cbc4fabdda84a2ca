/** Which solver of the catalogue attempts a family. */
import { load, SOLVERS } from '#content/catalog.ts';
import { DimensionError } from '#shared/base/errors.ts';

/** The id of the first that does. @throws DimensionError `solve.solver` when none does */
export async function solverOf(family: string): Promise<string> {
  for (const id of Object.keys(SOLVERS)) if ((await load(SOLVERS, id)).family === family) return id;
  throw new DimensionError('solve.solver', `No machine of this world attempts "${family}".`, { family });
}
