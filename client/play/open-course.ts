/** Makes a challenge playable: its scene through the parser of the world, the engine, and the best machine try as a ghost. */
import { parseParkour, tapesOf } from '#content/families/parkour/instance.ts';
import { isDimensionError } from '#shared/base/errors.ts';
import { Engine, type RapierModule } from '#shared/physics/engine.ts';
import type { Scene } from '#shared/physics/scene.ts';
import type { ChallengeCard } from '#shared/protocol/routes.ts';
import { bestRun } from '#shared/records/best-run.ts';
import type { MachineRun } from '#shared/records/challenge.ts';
import { payloadSchema } from '#shared/records/payload.ts';

/** Everything a try needs. */
export interface OpenCourse {
  readonly rapier: RapierModule;
  readonly scene: Scene;
  /** The tapes of the machine that came furthest, one for each start, or null. */
  readonly ghost: readonly Uint8Array[] | null;
}

/** Opens courses one after another with one engine. */
export class CourseOpener {
  readonly #engine = new Engine();

  /** Starts fetching the engine, so that the first course opens at once. */
  warmUp(): Promise<RapierModule> {
    return this.#engine.load();
  }

  /** @throws DimensionError `instance.*`, `scene.*`, `engine.load` */
  async open(card: ChallengeCard): Promise<OpenCourse> {
    const { scene } = parseParkour(card.file.instance);
    return { rapier: await this.#engine.load(), scene, ghost: ghostOf(card.machine, scene) };
  }
}

/** The tapes of the machine run that came furthest; what cannot be read is no ghost. */
export function ghostOf(
  runs: readonly MachineRun[],
  scene: Pick<Scene, 'starts' | 'maxTicks'>,
): readonly Uint8Array[] | null {
  const payload = payloadSchema.safeParse(bestRun(runs, 'lower')?.best);
  if (!payload.success) return null;
  try {
    return tapesOf(payload.data, scene);
  } catch (error) {
    // A machine's log is shown, never needed: a course is playable without its ghost.
    if (isDimensionError(error)) return null;
    throw error;
  }
}
