/** Worlds for tests: everything real (store, chain, pool, rooms, routes), in a fresh folder, on a free port. */
import { DatabaseSync } from 'node:sqlite';
import { onTestFinished } from 'vitest';
import type { StarterCourse } from '#content/world/starter-file.ts';
import { readConfig } from '#server/config.ts';
import { openLog } from '#server/log.ts';
import type { Ladder } from '#server/ports/loop.ts';
import type { SecondOpinion } from '#server/ports/second-opinion.ts';
import { judgeFile } from '#server/work/judge-file.ts';
import { openWorld, type World, type WorldOptions } from '#server/world.ts';
import { sha256 } from '#shared/base/hash.ts';
import type { Person } from '#shared/records/actor.ts';
import type { IntentOf } from '#shared/records/intent.ts';
import type { Payload } from '#shared/records/payload.ts';
import { Guest } from './guest.ts';
import { scratchFolder } from './scratch.ts';

/** What a test may choose. */
export interface TestWorldOptions {
  readonly dataDir?: string;
  readonly redisUrl?: string;
  readonly ladder?: Ladder;
  readonly starters?: readonly StarterCourse[];
  readonly clock?: () => number;
  readonly stopwatch?: () => number;
  readonly secondOpinion?: SecondOpinion;
  readonly recheck?: Required<WorldOptions>['recheck'];
  /** Window of a laurel, hours. */
  readonly windowHours?: number;
}

/** No machine ever tries: whatever is published is frontier at once. */
const NO_MACHINES: Ladder = { budgetsCpuSeconds: [], seeds: 0 };

/** Opens a world without starters and with resting automata; it is closed when the running test is over. */
export async function testWorld(options: TestWorldOptions = {}): Promise<World & { readonly dataDir: string }> {
  const dataDir = options.dataDir ?? (await scratchFolder());
  const { redisUrl = '' } = options;
  const config = readConfig({
    PORT: '0',
    DATA_DIR: dataDir,
    AUTOMATA_CPU: '0',
    CHALLENGE_WINDOW_HOURS: String(options.windowHours ?? 0),
    REDIS_URL: redisUrl,
  });
  const world = await openWorld(config, {
    log: openLog('silent'),
    ladder: NO_MACHINES,
    starters: [],
    secondOpinion: opinionHere,
    ...options,
  });
  onTestFinished(() => world.close());
  return { ...world, dataDir };
}

/** The second verification, in this process: that another one can do it has a test of its own. */
const opinionHere: SecondOpinion = async (challenge, payload) => {
  const { verdict } = await judgeFile({ challenge, payload });
  return { ok: verdict.ok, value: verdict.ok ? verdict.value : null, digest: verdict.digest ?? null };
};

/** A person of that name who is signed in, with their token. */
export async function visitor(
  world: World,
  name: string,
  host = false,
): Promise<{ readonly person: Person; readonly token: string }> {
  const person: Person = { kind: 'person', address: new Guest(name).address, name, host };
  return { person, token: await world.sessions.begin(person) };
}

/** A course with a tape that solves it, made by the family itself in the pool. */
export async function madeCourse(
  world: World,
  seed: string,
  difficulty = 0,
): Promise<{ readonly intent: IntentOf<'challenge'>; readonly witness: Payload }> {
  const { file, witness } = await world.pool.run('generate', { family: 'parkour', seed, difficulty }, 'people');
  if (witness === null) throw new Error('a generated course has a witness');
  return { intent: { kind: 'challenge', title: `Course ${seed}`, file, clear: witness }, witness };
}

/** One hash over every row of every table of a store, whatever else has it open. */
export function storeDigest(dataDir: string): string {
  const database = new DatabaseSync(`${dataDir}/dimension.sqlite`, { readOnly: true });
  try {
    const tables = database.prepare("select name from sqlite_master where type = 'table' order by name").all();
    const rows = tables.map(({ name }) => [name, database.prepare(`select * from ${name} order by 1, 2`).all()]);
    return sha256(JSON.stringify(rows));
  } finally {
    database.close();
  }
}
