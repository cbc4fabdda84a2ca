/** The plain way for each family, which every solver must beat: random restart. */
import { fold } from '#content/families/fold.ts';
import { noFourInPlane } from '#content/families/no-four-in-plane.ts';
import { noThreeInLine } from '#content/families/no-three-in-line.ts';
import { tammes } from '#content/families/tammes.ts';
import { thomson } from '#content/families/thomson.ts';
import { HoppingRun, RESTARTING } from '#content/solvers/hopping/run.ts';
import { randomRestartFold } from '#content/solvers/replica-exchange/random-restart.ts';
import type { SolveRun } from '#content/solvers/solver.ts';
import { startGreedyLines } from '#content/solvers/tabu-lines.ts';
import { startGreedyPlanes } from '#content/solvers/tabu-planes.ts';
import { roomLandscape } from '#content/solvers/tammes-hopping.ts';
import { energyLandscape } from '#content/solvers/thomson-hopping.ts';
import { DimensionError } from '#shared/base/errors.ts';
import type { CanonicalValue } from '#shared/base/hash.ts';
import type { Rng } from '#shared/base/rng.ts';

const BASELINES: Readonly<Record<string, (instance: CanonicalValue, rng: Rng) => SolveRun>> = {
  fold: (raw, rng) => randomRestartFold(fold.parseInstance(raw), rng),
  thomson: (raw, rng) => new HoppingRun(energyLandscape(thomson.parseInstance(raw)), rng, RESTARTING),
  tammes: (raw, rng) => new HoppingRun(roomLandscape(tammes.parseInstance(raw)), rng, RESTARTING),
  'no-three-in-line': (raw, rng) => startGreedyLines(noThreeInLine.parseInstance(raw), rng),
  'no-four-in-plane': (raw, rng) => startGreedyPlanes(noFourInPlane.parseInstance(raw), rng),
};

/** @throws DimensionError `bench.baseline` for a family without one */
export function baselineRun(family: string, instance: CanonicalValue, rng: Rng): SolveRun {
  const start = Object.hasOwn(BASELINES, family) ? BASELINES[family] : undefined;
  if (start === undefined) throw new DimensionError('bench.baseline', `There is no plain baseline for "${family}".`);
  return start(instance, rng);
}
