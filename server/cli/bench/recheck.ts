/** The bench `recheck`: a whole pass over sixty open challenges while people walk in the world, and what the ticks say. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from '@colyseus/sdk';
import { z } from 'zod';
import { readConfig } from '#server/config.ts';
import { openLog } from '#server/log.ts';
import { openWorld, type World } from '#server/world.ts';
import { canonicalJson, keccak256, sha256 } from '#shared/base/hash.ts';
import { parseAddress, parseChallengeId } from '#shared/base/ids.ts';
import { PROTOCOL_VERSION } from '#shared/protocol/version.ts';
import { WorldState } from '#shared/protocol/world-state.ts';
import type { Person } from '#shared/records/actor.ts';
import { type BenchRow, benchRow } from './row.ts';

/** Kinds of which the open challenges are, in turn: those that use their whole budget. */
const FAMILIES = ['fold', 'thomson', 'no-four-in-plane'] as const;
const FULL = { challenges: 60, budgetCpuSeconds: 10, visitors: 10 } as const;
const TARGET = { seconds: 360, tickMs: 50 } as const;
/** Ticks are kept for half a minute: they are read more often than that. */
const READ_MS = 10_000;
const PASS_MS = 7 * 86_400_000;

const statusSchema = z.object({ rooms: z.array(z.object({ tickP99Ms: z.number() })) });

/** @param size smaller ones only prove that the bench works */
export async function recheckBench(
  size: { readonly challenges: number; readonly budgetCpuSeconds: number; readonly visitors: number } = FULL,
): Promise<readonly BenchRow[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'dimension-bench-'));
  let aheadMs = 0;
  const config = readConfig({ PORT: '0', DATA_DIR: dataDir, AUTOMATA_CPU: '0', LOG_LEVEL: 'silent' });
  const budgets = [size.budgetCpuSeconds];
  const world = await openWorld(config, {
    log: openLog('silent'),
    starters: [],
    ladder: { budgetsCpuSeconds: [], seeds: 0 },
    recheck: { everyMs: PASS_MS, seeds: 5, budgetsCpuSeconds: { success: budgets, record: budgets } },
    clock: () => Date.now() + aheadMs,
  });
  try {
    await publish(world, size.challenges);
    const leave = await visit(world, size.visitors);
    const token = await world.sessions.begin(person('host', true));
    const calmMs = await slowestTick(world, token, wait(READ_MS));
    await world.recheck.idle();
    // A pass is due after a week.
    aheadMs = PASS_MS + 1;
    const beganMs = performance.now();
    world.recheck.start();
    const busyMs = await slowestTick(world, token, world.recheck.idle());
    const seconds = (performance.now() - beganMs) / 1_000;
    await leave();
    const name = `${size.challenges} open challenges at ${size.budgetCpuSeconds} CPU-s`;
    const row = (figure: string, value: number, unit: string, target: number, baseline: number | null) =>
      benchRow({ bench: 'recheck', name: figure, value: round(value), unit, better: 'lower', target, baseline });
    return [
      row(`a pass over ${name}`, seconds, 's', TARGET.seconds, null),
      row('p99 of the world’s ticks meanwhile, beside that without', busyMs, 'ms', TARGET.tickMs, round(calmMs)),
    ];
  } finally {
    await world.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Open challenges straight into the store: how they got there is not measured. */
async function publish(world: World, count: number): Promise<void> {
  for (let index = 0; index < count; index++) {
    const family = FAMILIES[index % FAMILIES.length] ?? FAMILIES[0];
    const { file } = await world.pool.run('generate', { family, seed: `bench ${index}`, difficulty: 1 }, 'people');
    const id = parseChallengeId(sha256(canonicalJson({ ...file })));
    await world.store.transact((tx) =>
      tx.putChallenge({
        ...{ id, file, title: `Bench ${index}`, state: 'frontier', creator: person('maker').address },
        ...{ witnessHash: null, machine: [], changedAtMs: Date.now() },
      }),
    );
  }
}

/** People who stand in the world; resolves with the way to send them home. */
async function visit(world: World, count: number): Promise<() => Promise<void>> {
  const url = `http://localhost:${world.port}`;
  const rooms = await Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const token = await world.sessions.begin(person(`visitor ${index}`));
      const options = { token, protocol: PROTOCOL_VERSION };
      const room = await new Client(url).joinOrCreate<WorldState>('world', options, WorldState);
      room.onMessage('*', () => undefined);
      return room;
    }),
  );
  return async () => {
    await Promise.all(rooms.map((room) => room.leave()));
  };
}

/** The largest p99 that the host's page would have shown until `end`, ms. */
async function slowestTick(world: World, token: string, end: Promise<unknown>): Promise<number> {
  let ended = false;
  void end.finally(() => {
    ended = true;
  });
  let slowest = 0;
  while (!ended) {
    await Promise.race([end, wait(READ_MS)]);
    const url = `http://localhost:${world.port}/api/host/status`;
    const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
    const { rooms } = statusSchema.parse(await response.json());
    slowest = Math.max(slowest, ...rooms.map(({ tickP99Ms }) => tickP99Ms));
  }
  return slowest;
}

function person(name: string, host = false): Person {
  return { kind: 'person', address: parseAddress(`0x${keccak256(name).slice(24)}`), name, host };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
