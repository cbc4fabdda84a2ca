import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { recheckSeed } from '#server/stages/recheck.ts';
import type { World } from '#server/world.ts';
import { canonicalJson, sha256 } from '#shared/base/hash.ts';
import { parseChallengeId } from '#shared/base/ids.ts';
import { HELD_STATES, type MachineRun } from '#shared/records/challenge.ts';
import { personNamed } from '#test/support/loop.ts';
import { BEGINNING_MS, RECHECKED, WEEK_LATER_MS } from '#test/support/rechecked.ts';
import { scratchFolder } from '#test/support/scratch.ts';
import { testWorld } from '#test/support/world.ts';

const CHILD = new URL('../support/rechecking-world.ts', import.meta.url).pathname;
const CHALLENGES = 12;

test('a pass over the frontier that was cut off by a kill goes on where it was', async () => {
  const dataDir = await scratchFolder();
  const first = await testWorld({ dataDir, recheck: RECHECKED, clock: () => BEGINNING_MS });
  await first.recheck.idle();
  for (let index = 0; index < CHALLENGES; index++) await publish(first, index);
  await first.close();

  const before = await killAfterRuns(dataDir, 3);
  expect(before.size).toBeLessThan(CHALLENGES);

  const again = await testWorld({ dataDir, recheck: RECHECKED, clock: () => WEEK_LATER_MS });
  await again.recheck.idle();
  const after = new Map((await open(again)).map(({ id, machine }) => [String(id), machine]));
  // What was kept before the kill stands as it was, the rest was run once, and the pass is over.
  for (const [id, run] of before) expect(after.get(id)).toEqual([run]);
  expect(after.size).toBe(CHALLENGES);
  for (const log of after.values()) expect(log.map(({ seed }) => seed)).toEqual([recheckSeed(1, 1)]);
  const passes = await again.store.events({ subject: 'recheck', limit: 10 });
  expect(passes.map(({ body }) => JSON.parse(body))).toEqual([{ pass: 1, challenges: CHALLENGES }]);
}, 120_000);

function open(world: World) {
  return world.store.challenges({ states: HELD_STATES, limit: 1_000 });
}

/** A chain that machines fold for as long as they may: nothing is proven of it. */
async function publish(world: World, index: number): Promise<void> {
  const { file } = await world.pool.run(
    'generate',
    { family: 'fold', seed: `pass ${index}`, difficulty: 0.9 },
    'people',
  );
  const id = parseChallengeId(sha256(canonicalJson({ ...file })));
  await world.store.transact((tx) =>
    tx.putChallenge({
      ...{ id, file, title: `Chain ${index}`, state: 'frontier', creator: personNamed('Ann').address },
      ...{ witnessHash: null, machine: [], changedAtMs: BEGINNING_MS },
    }),
  );
}

/** Lets a child go through its pass until it has kept so many runs, kills it, and answers the runs by challenge. */
function killAfterRuns(dataDir: string, runs: number): Promise<ReadonlyMap<string, MachineRun>> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CHILD, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
    const kept = new Map<string, MachineRun>();
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [id = ''] = line.split(' ', 1);
      kept.set(id, JSON.parse(line.slice(id.length)));
      if (kept.size === runs) child.kill('SIGKILL');
    });
    child.on('exit', (code, signal) => {
      if (signal === 'SIGKILL') resolve(kept);
      else reject(new Error(`the world ended by itself with ${code}`));
    });
  });
}
