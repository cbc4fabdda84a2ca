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

/** Judging a minute on a generated course and on the proving grounds with their crates; baseline: the bare engine. */
export async function replayBench(): Promise<readonly BenchRow[]> {
  const engine = new Engine();
  const rapier = await engine.load();
  const course = generateCourse(rapier, new Rng('bench'), 1).instance.scene;
  return [
    await row('a 60 s tape on a generated course', course, engine, rapier, 0.15),
    await row('a 60 s tape with three crates', provingGround(), engine, rapier, null),
    await row('two 60 s tapes with crates and every kind of piece', richGround(), engine, rapier, null),
  ];
}

async function row(name: string, open: Scene, engine: Engine, rapier: RapierModule, target: number | null) {
  // A goal nobody reaches, so that all of the minute is played.
  const scene = { ...open, maxTicks: MINUTE, goal: { at: [0, 16_000, 0], half: [1, 1, 1], yaw: 0 } } as const;
  const family = createParkour(engine);
  const payload = tapesPayload(scene.starts.map(minute));
  const judged = await median(async () => {
    await family.judge({ scene, engine: ENGINE }, payload);
  });
  const bare = await median(async () => stepBare(rapier, scene));
  return benchRow({ bench: 'replay', name, value: judged, unit: 'CPU-s', better: 'lower', target, baseline: bare });
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
