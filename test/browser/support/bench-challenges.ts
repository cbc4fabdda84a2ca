/** A small challenge for each workbench, at the frontier: machines had no time for more than a poor try. */
import { load, SOLVERS } from '#content/catalog.ts';
import type { StarterCourse } from '#content/world/starter-file.ts';
import type { MachineRun } from '#shared/records/challenge.ts';
import type { ChallengeFile } from '#shared/records/challenge-file.ts';
import type { Payload } from '#shared/records/payload.ts';

interface Tried {
  readonly solver: string;
  readonly value: number | string;
  readonly best: Payload;
}

/** One challenge a hand. */
export function benchChallenges(): Promise<readonly StarterCourse[]> {
  return Promise.all([
    challenge(
      'Lanterns apart',
      { family: 'no-three-in-line', rules: 1, instance: { n: 4, dimension: 3 } },
      {
        solver: 'tabu-lines',
        value: 2,
        best: {
          kind: 'points',
          points: [
            [0, 0, 0],
            [1, 2, 3],
          ],
        },
      },
    ),
    challenge(
      'The bright core',
      { family: 'fold', rules: 1, instance: { sequence: 'HPPHPPHPPH', lattice: 'cubic' } },
      { solver: 'replica-exchange', value: 1, best: { kind: 'moves', moves: 'RURRRRRRR' } },
    ),
    challenge(
      'Thirteen beacons',
      { family: 'thomson', rules: 1, instance: { n: 13 } },
      { solver: 'thomson-hopping', value: '60.000000000000', best: { kind: 'vectors', vectors: [] } },
    ),
  ]);
}

async function challenge(title: string, file: ChallengeFile, { solver, value, best }: Tried): Promise<StarterCourse> {
  const { release } = await load(SOLVERS, solver);
  const run = (seed: string): MachineRun => ({
    solver,
    release,
    seed,
    budgetCpuSeconds: 0.001,
    cpuSeconds: 0.001,
    steps: 1,
    solved: false,
    value,
    progress: 0.1,
    best: JSON.parse(JSON.stringify(best)),
  });
  return { title, creator: 'orrin', file, witnessHash: null, machine: ['1', '2'].map(run) };
}
