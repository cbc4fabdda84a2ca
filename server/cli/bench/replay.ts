/** The bench `replay`: what it costs to judge a tape of one minute. */
import { generateCourse } from '#content/families/parkour/generate.ts';
import { tapesPayload } from '#content/families/parkour/instance.ts';
import { createParkour } from '#content/families/parkour.ts';
import { threadCpuSeconds } from '#server/work/meter.ts';
import { Rng } from '#shared/base/rng.ts';
import { ENGINE, Engine, type RapierModule } from '#shared/physics/engine.ts';
import { provingGround, provingTape } from '#shared/physics/proving-ground.ts';
import { richGround } from '#shared/physics/rich-ground.ts';
import type { Scene } from '#shared/physics/scene.ts';
import { buildStage } from '#shared/physics/stage.ts';
import { type BenchRow, benchRow } from './row.ts';

const MINUTE = 3_600;
const ROUNDS = 7;

/** CPU seconds of a minute: judged, and of the bare engine stepping the same scene. */
export interface ReplayCost {
  readonly judged: number;
  readonly bare: number;
}

/** Judging a minute on a generated course and on the proving grounds with their crates; baseline: the bare engine. */
export async function replayBench(): Promise<readonly BenchRow[]> {
  const row = (name: string, { judged, bare }: ReplayCost, target: number | null) =>
    benchRow({ bench: 'replay', name, value: judged, unit: 'CPU-s', better: 'lower', target, baseline: bare });
  return [
    row('a 60 s tape on a generated course', await replayCost(), 0.15),
    row('a 60 s tape with three crates', await costOn(new Engine(), provingGround()), null),
    row('two 60 s tapes with crates and every kind of piece', await costOn(new Engine(), richGround()), null),
  ];
}

/** On a generated course. */
export async function replayCost(): Promise<ReplayCost> {
  const engine = new Engine();
  return costOn(engine, generateCourse(await engine.load(), new Rng('bench'), 1).instance.scene);
}

async function costOn(engine: Engine, open: Scene): Promise<ReplayCost> {
  // A goal nobody reaches, so that all of the minute is played.
  const scene = { ...open, maxTicks: MINUTE, goal: { at: [0, 16_000, 0], half: [1, 1, 1], yaw: 0 } } as const;
  const rapier = await engine.load();
  const family = createParkour(engine);
  const payload = tapesPayload(scene.starts.map(minute));
  const judged = await median(async () => {
    await family.judge({ scene, engine: ENGINE }, payload);
  });
  return { judged, bare: await median(async () => stepBare(rapier, scene)) };
}

function minute(): Uint8Array {
  const tape = provingTape();
  return Uint8Array.from({ length: MINUTE }, (_, tick) => tape[tick % tape.length] ?? 0);
}

function stepBare(rapier: RapierModule, scene: Scene): void {
  const { world } = buildStage(rapier, scene);
  for (let tick = 0; tick < MINUTE; tick++) world.step();
  world.free();
}

async function median(work: () => Promise<void>): Promise<number> {
  const costs: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const began = threadCpuSeconds();
    await work();
    costs.push(threadCpuSeconds() - began);
  }
  costs.sort((a, b) => a - b);
  return Math.round((costs[costs.length >> 1] ?? 0) * 10_000) / 10_000;
}
