/** A small course for the browser tests: a run, one gap, the goal ahead; with a tape that clears it. */
import { tapePayload } from '#content/families/parkour/instance.ts';
import { goExplore } from '#content/solvers/go-explore.ts';
import type { StarterCourse } from '#content/world/starter-file.ts';
import { canonicalJson, sha256 } from '#shared/base/hash.ts';
import { ENGINE } from '#shared/physics/engine.ts';
import { encodeInput } from '#shared/physics/input.ts';
import { parseScene, SCENE_FORM, type Scene } from '#shared/physics/scene.ts';
import type { ChallengeFile } from '#shared/records/challenge-file.ts';
import type { Payload } from '#shared/records/payload.ts';
import { pairFile, pairPayload } from '#test/support/pair-course.ts';

/** Two platforms in a line along −Z with 2 m of air between 14 m and 16 m from the start; the goal at 26 m. */
export function straightScene(): Scene {
  return parseScene({
    form: SCENE_FORM,
    maxTicks: 3600,
    kill: -512,
    starts: [{ at: [0, 0, 0], yaw: 0 }],
    goal: { at: [0, 96, -1664], half: [128, 96, 64], yaw: 0 },
    checkpoints: [],
    boxes: [
      { at: [0, -32, -384], half: [128, 32, 512], yaw: 0 },
      { at: [0, -32, -1408], half: [128, 32, 384], yaw: 0 },
    ],
    ramps: [],
    platforms: [],
    crates: [],
    hazards: [],
    buttons: [],
    doors: [],
  });
}

/** Runs ahead and jumps once before the gap. */
export function straightTape(): Payload {
  const ahead = encodeInput({ heading: 0, gait: 'run', jump: false });
  const leap = encodeInput({ heading: 0, gait: 'run', jump: true });
  const bytes = Array.from({ length: 360 }, (_, tick) => (tick >= 128 && tick < 140 ? leap : ahead));
  return tapePayload(Uint8Array.from(bytes));
}

/** What "machines failed" means in the browser tests: two seeds with a thousandth of a CPU second each. */
export const TEST_LADDER = { budgetsCpuSeconds: [0.001], seeds: 2 };

/** The course as a world opens with it: machines had no time for a single step. */
export function straightCourse(): StarterCourse {
  const file = { family: 'parkour', rules: 1, instance: { engine: ENGINE, scene: straightScene() } };
  return starterOf('One gap', file, straightTape());
}

/** The same course in a world where machines do it: it is for training. */
export function easyCourse(): StarterCourse {
  const course = straightCourse();
  return { ...course, machine: course.machine.map((run) => ({ ...run, solved: true, progress: 1 })) };
}

/** A course for two, likewise. */
export function pairCourse(): StarterCourse {
  return starterOf('Two abreast', pairFile(), pairPayload());
}

function starterOf(title: string, file: ChallengeFile, witness: Payload): StarterCourse {
  return {
    title,
    creator: 'orrin',
    file,
    witnessHash: sha256(canonicalJson(witness)),
    machine: ['1', '2'].map((seed) => ({
      solver: goExplore.id,
      release: goExplore.release,
      seed,
      budgetCpuSeconds: 0.001,
      cpuSeconds: 0.001,
      steps: 0,
      solved: false,
      progress: 0,
    })),
  };
}
