import { expect, test } from 'vitest';
import { fold } from '#content/families/fold.ts';
import { PackedChain } from '#content/solvers/replica-exchange/packed-chain.ts';
import { randomRestartFold } from '#content/solvers/replica-exchange/random-restart.ts';
import { replicaExchange } from '#content/solvers/replica-exchange.ts';
import type { SolveRun } from '#content/solvers/solver.ts';
import { Rng } from '#shared/base/rng.ts';
import type { Lattice } from '#shared/maths/lattice.ts';

const KNOWN = [
  ['HPHPPHHPHPPHPHHPPHPH', 'square', 9],
  ['HPHPPHHPHPPHPHHPPHPH', 'cubic', 11],
  ['HHPPHPPHPPHPPHPPHPPHPPHH', 'square', 9],
  ['HHPPHPPHPPHPPHPPHPPHPPHH', 'cubic', 13],
  ['PPHPPHHPPPPHHPPPPHHPPPPHH', 'square', 8],
  ['PPHPPHHPPPPHHPPPPHHPPPPHH', 'cubic', 9],
  ['PPHPPHHPPHHPPPPPHHHHHHHHHHPPPPPPHHPPHHPPHPPHHHHH', 'cubic', 31],
] as const;

/** The value of the best fold after at most `steps` steps, by the judge. */
async function reach(run: SolveRun, sequence: string, lattice: Lattice, goal: number, steps: number): Promise<number> {
  const instance = fold.parseInstance({ sequence, lattice });
  let value = 0;
  for (let step = 0; step < steps && value < goal; step++) {
    const found = run.next()?.found ?? null;
    if (found === null) continue;
    const judgement = await fold.judge(instance, fold.parsePayload(found, instance));
    if (!judgement.ok) throw new RangeError(judgement.reason.sentence);
    expect(Number(judgement.value)).toBeGreaterThan(value);
    value = Number(judgement.value);
  }
  run.close();
  return value;
}

test.each(KNOWN)('%s on the %s lattice comes to its known %d contacts', async (sequence, lattice, known) => {
  const run = await replicaExchange.start(fold.parseInstance({ sequence, lattice }), new Rng('1'));
  expect(await reach(run, sequence, lattice, known, 2_000)).toBe(known);
});

test('a run ends when the proven limit is reached', async () => {
  const instance = fold.parseInstance({ sequence: 'HPPH', lattice: 'square' });
  const run = await replicaExchange.start(instance, new Rng('1'));
  expect(await reach(run, 'HPPH', 'square', 1, 100)).toBe(1);
  expect(run.next()).toBeNull();
});

test.each(['square', 'cubic'] as const)(
  'the contacts that the packed chain keeps on the %s lattice are what its moves draw',
  async (lattice) => {
    const sequence = 'HHPHPHHHPPHHPHPHHHHPPHHPHHHPHPHHPHH';
    const instance = fold.parseInstance({ sequence, lattice });
    const chain = new PackedChain(sequence, lattice);
    const rng = new Rng(lattice);
    const mild = Float64Array.from({ length: 24 }, () => 4_294_967_296 * 0.5);
    for (let round = 0; round < 60; round++) {
      chain.run(50, mild, Number.POSITIVE_INFINITY, rng);
      expect(await fold.judge(instance, { kind: 'moves', moves: chain.moves() })).toMatchObject({
        value: chain.contacts,
      });
    }
  },
);

test('random restart finds folds that hold, and fewer contacts than replica exchange', async () => {
  const [sequence, lattice, known] = KNOWN[6];
  const run = randomRestartFold(fold.parseInstance({ sequence, lattice }), new Rng('1'));
  const value = await reach(run, sequence, lattice, known, 100);
  expect(value).toBeGreaterThan(0);
  expect(value).toBeLessThan(known);
  expect(run.best()).not.toBeNull();
});
