/** Parkour: run, jump, ride, push and press through a course; the fewest ticks to the goal stand. */

import { Engine } from '#shared/physics/engine.ts';
import { essentialInput } from '#shared/physics/input.ts';
import { replay } from '#shared/physics/replay.ts';
import { encodeTape } from '#shared/physics/tape.ts';
import type { Family } from './family.ts';
import { generateCourse } from './parkour/generate.ts';
import { type ParkourInstance, parseParkour, parseTapePayload, tapeInputs } from './parkour/instance.ts';
import { tapeKinship } from './parkour/kinship.ts';
import { likenessOf } from './parkour/likeness.ts';
import { showScene } from './parkour/show.ts';

/** The family on an engine handle; everything else in it is pure. */
export function createParkour(engine: Engine): Family<ParkourInstance> {
  const play = async ({ scene }: ParkourInstance, inputs: Uint8Array) => replay(await engine.load(), scene, inputs);
  const canonical: Family<ParkourInstance>['canonical'] = async (instance, payload, judged) => {
    const inputs = tapeInputs(payload, instance.scene.maxTicks);
    const ticks = judged?.ok ? Number(judged.value) : (await play(instance, inputs)).ticks;
    return encodeTape(inputs.slice(0, ticks ?? inputs.length).map(essentialInput));
  };
  return {
    id: 'parkour',
    rules: 1,
    title: 'Ghost Parkour',
    hand: 'tape',
    kind: 'success',
    better: 'lower',
    unit: 'tick',
    delta: (record) => Math.max(2, Math.ceil(record / 100)),
    parseInstance: parseParkour,
    parsePayload: parseTapePayload,
    generate: async (rng, difficulty) => generateCourse(await engine.load(), rng, difficulty),
    judge: async (instance, payload) => {
      const { ticks, digest, checkpoint, played } = await play(instance, tapeInputs(payload, instance.scene.maxTicks));
      if (ticks !== null) return { ok: true, value: ticks, unit: 'tick', digest };
      const stops = instance.scene.checkpoints.length;
      const sentence =
        checkpoint < stops
          ? `The tape ends after ${played} ticks at checkpoint ${checkpoint} of ${stops}, before the goal.`
          : `The tape ends after ${played} ticks before the goal.`;
      return { ok: false, reason: { code: 'parkour.goal', sentence }, digest };
    },
    canonical,
    basin: canonical,
    polish: (_instance, payload) => payload,
    kinship: ({ scene }, payload, known) =>
      tapeKinship(tapeInputs(payload, scene.maxTicks), tapeInputs(known, scene.maxTicks)),
    limit: () => null,
    likeness: ({ scene }) => likenessOf(scene),
    workpiece: () => ({ hand: 'tape' }),
    brief: ({ scene }) => ({ task: taskOf(scene), science: SCIENCE }),
    show: ({ scene }) => showScene(scene),
  };
}

/** The registered family, with an engine handle of its own. */
export const parkour = createParkour(new Engine());

const SCIENCE =
  'Search with returns to what was reached (Go-Explore, Ecoffet et al., Nature 2021) passes many courses; where it ' +
  'fails at a stated budget, a person’s route is new knowledge and teaches the machines.';

function taskOf({ checkpoints, buttons, crates }: ParkourInstance['scene']): string {
  const parts = ['Reach the goal as fast as you can'];
  if (checkpoints.length === 1) parts.push('through one checkpoint');
  if (checkpoints.length > 1) parts.push(`through ${checkpoints.length} checkpoints in order`);
  if (buttons.some(({ press }) => press === 'use')) parts.push('press the buttons that open the doors');
  if (crates.length > 0) parts.push('push the crates where they help');
  return `${parts.join(', ')}.`;
}
