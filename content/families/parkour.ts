/** Parkour: run, jump, ride, push and press through a course, alone or together; the fewest ticks to the goal stand. */

import { Engine } from '#shared/physics/engine.ts';
import { essentialInput, IDLE } from '#shared/physics/input.ts';
import { replay } from '#shared/physics/replay.ts';
import { encodeTape } from '#shared/physics/tape.ts';
import type { Family } from './family.ts';
import { generateCourse } from './parkour/generate.ts';
import { type ParkourInstance, parseParkour, parseTapePayload, tapesOf } from './parkour/instance.ts';
import { tapesKinship } from './parkour/kinship.ts';
import { likenessOf } from './parkour/likeness.ts';
import { showScene } from './parkour/show.ts';

/** The family on an engine handle; everything else in it is pure. */
export function createParkour(engine: Engine): Family<ParkourInstance> {
  const play = async ({ scene }: ParkourInstance, tapes: readonly Uint8Array[]) =>
    replay(await engine.load(), scene, ...tapes);
  const canonical: Family<ParkourInstance>['canonical'] = async (instance, payload, judged) => {
    const tapes = tapesOf(payload, instance.scene);
    const ticks = judged?.ok ? Number(judged.value) : (await play(instance, tapes)).ticks;
    const cut = tapes.map((inputs) => inputs.slice(0, ticks ?? inputs.length).map(essentialInput));
    return cut.length === 1 ? cut.map(encodeTape).join('') : cut.map(withoutRest).map(encodeTape).join(' ');
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
      const { ticks, digest, checkpoint, played } = await play(instance, tapesOf(payload, instance.scene));
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
    kinship: ({ scene }, payload, known) => tapesKinship(tapesOf(payload, scene), tapesOf(known, scene)),
    limit: () => null,
    likeness: ({ scene }) => likenessOf(scene),
    workpiece: ({ scene: { starts, maxTicks } }) =>
      starts.length === 1 ? { hand: 'tape' } : { hand: 'tapes', starts: starts.length, maxTicks },
    brief: ({ scene }) => ({ task: taskOf(scene), science: SCIENCE }),
    show: ({ scene }) => showScene(scene),
  };
}

/** The registered family, with an engine handle of its own. */
export const parkour = createParkour(new Engine());

const SCIENCE =
  'Search with returns to what was reached (Go-Explore, Ecoffet et al., Nature 2021) passes many courses; where it ' +
  'fails at a stated budget, a person’s route is new knowledge and teaches the machines.';

function taskOf(scene: ParkourInstance['scene']): string {
  const { checkpoints, buttons, crates, starts } = scene;
  const all = starts.length === 2 ? 'both' : `all ${starts.length}`;
  const parts = [starts.length === 1 ? 'Reach the goal as fast as you can' : `Bring ${all} to the goal`];
  if (checkpoints.length === 1) parts.push('through one checkpoint');
  if (checkpoints.length > 1) parts.push(`through ${checkpoints.length} checkpoints in order`);
  if (buttons.some(({ press }) => press === 'use')) parts.push('press the buttons that open the doors');
  if (crates.length > 0) parts.push('push the crates where they help');
  for (const [kind, hint] of HINTS) if (scene[kind] !== undefined) parts.push(hint);
  return `${parts.join(', ')}.`;
}

const HINTS = [
  ['levers', 'throw the levers, which stay as you leave them'],
  ['keys', 'carry each key to its lock, one at a time, and do not fall'],
  ['tiles', 'remember which tiles are lit at the start: the others give way'],
  ['grips', 'leap from the marked walls'],
  ['winds', 'mind the wind'],
  ['clocks', 'pass the doors in their time'],
] as const;

/** A tape without the idle ticks at its end, in which nobody does anything. */
function withoutRest(inputs: Uint8Array): Uint8Array {
  let length = inputs.length;
  while (length > 0 && inputs[length - 1] === IDLE) length--;
  return inputs.slice(0, length);
}
