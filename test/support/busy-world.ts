/**
 * A child process for the kill test: serves a real world, hands in works and live runs through its door as fast as it
 * can, and writes a line for each that was acknowledged. It ends only by being killed.
 * Usage: node test/support/busy-world.ts DATA_DIR SEED
 */
import { GENERATORS, load } from '#content/catalog.ts';
import { readConfig } from '#server/config.ts';
import { openLog } from '#server/log.ts';
import { openWorld, type World } from '#server/world.ts';
import { toHex } from '#shared/base/hash.ts';
import { parseAddress } from '#shared/base/ids.ts';
import { Rng } from '#shared/base/rng.ts';
import { decodeTape, encodeTape } from '#shared/physics/tape.ts';
import type { Person } from '#shared/records/actor.ts';

const [dataDir = '', seed = ''] = process.argv.slice(2);
const rng = new Rng(seed);

/** Somebody new every time, so that nobody runs into their own rate limit. */
function somebody(host = false): Person {
  return { kind: 'person', address: parseAddress(`0x${toHex(rng.bytes(20))}`), name: 'Somebody', host };
}

function acknowledge(kind: 'work' | 'challenge' | 'attempt' | 'laurel', id: string): void {
  process.stdout.write(`${kind} ${id}\n`);
}

async function makeWorks(world: World): Promise<never> {
  const flower = await load(GENERATORS, 'flower');
  for (;;) {
    const genome = toHex(flower.random(rng));
    const intent = { kind: 'work', title: 'A flower', generator: flower.id, genome, parents: [] } as const;
    const ruling = await world.door.submit(somebody(true), intent);
    if (ruling.accepted) acknowledge('work', ruling.id);
  }
}

async function playCourses(world: World): Promise<never> {
  for (let round = 0; ; round++) {
    const course = { family: 'parkour', seed: `${seed} ${round}`, difficulty: 0 };
    const { file, witness } = await world.pool.run('generate', course, 'people');
    if (witness?.kind !== 'tape') throw new Error('a generated course has a tape');
    const intent = { kind: 'challenge', title: `Course ${round}`, file, clear: witness } as const;
    const ruling = await world.door.submit(somebody(), intent);
    if (!ruling.accepted) throw new Error(ruling.sentence);
    acknowledge('challenge', ruling.id);
    await world.tries.idle();
    const tape = decodeTape(witness.bytes, 7_200);
    for (const wait of [90, 60, 30, 0]) {
      const inputs = Uint8Array.from([...new Uint8Array(wait), ...tape]);
      const outcome = await world.door.attempt({
        actor: somebody(),
        challenge: ruling.id,
        payload: { kind: 'tape', bytes: encodeTape(inputs) },
        class: 'live',
        wallMs: (inputs.length / 60) * 1_000,
      });
      acknowledge('attempt', outcome.attempt.id);
      if (outcome.laurel !== null) acknowledge('laurel', outcome.laurel.tokenId);
    }
  }
}

const world = await openWorld(
  readConfig({ PORT: '0', DATA_DIR: dataDir, AUTOMATA_CPU: '0', CHALLENGE_WINDOW_HOURS: '0' }),
  {
    log: openLog('silent'),
    ladder: { budgetsCpuSeconds: [], seeds: 0 },
    starters: [],
  },
);
await Promise.all([makeWorks(world), playCourses(world)]);
